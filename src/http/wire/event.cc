#include "http/wire/event.h"

#include "http/wire/json.h"

namespace rapport {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

json::object data_of(const Event& event) {
  switch (event.kind) {
    case EventKind::kConversation:
      return {{"conversation_id", id_text(event.subject)},
              {"version", event.version},
              {"reason", event.reason}};
    case EventKind::kAct:
      return {{"act_id", id_text(event.subject)},
              {"conversation_id",
               event.conversation ? json::value(id_text(event.conversation)) : nullptr},
              {"state", event.reason}};
    case EventKind::kChannel:
      return {{"channel_id", id_text(event.subject)}};
    case EventKind::kPerson:
      return {{"person_id", id_text(event.subject)}};
    case EventKind::kTeam:
      return {{"member_id", event.subject ? json::value(id_text(event.subject)) : nullptr},
              {"reason", event.reason}};
    case EventKind::kCounts:
      break;
  }
  return {};
}

}  // namespace

std::string event_lines(const Event& event) {
  return "id: " + to_string(event.id) + "\nevent: " + std::string(to_word(event.kind)) +
         "\ndata: " + json::serialize(data_of(event)) + "\n\n";
}

std::string hello_lines(EventId newest) { return "retry: 2000\nid: " + to_string(newest) + "\n\n"; }

std::string ping_lines() { return "event: ping\ndata: {}\n\n"; }

std::string reset_lines(EventId newest) {
  return "id: " + to_string(newest) + "\nevent: reset\ndata: {}\n\n";
}

}  // namespace rapport
