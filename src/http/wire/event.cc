#include "http/wire/event.h"

#include "http/wire/json.h"
#include "http/wire/parts.h"
#include "http/wire/reader.h"

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
    case EventKind::kMonitor:
      return {{"monitor_id", id_text(event.subject)}};
    case EventKind::kAlert:
      return {{"alert_id", event.subject ? json::value(id_text(event.subject)) : nullptr}};
    case EventKind::kArticle:
      return {{"article_id", event.subject ? json::value(id_text(event.subject)) : nullptr}};
    case EventKind::kPerson:
      return {{"person_id", id_text(event.subject)}};
    case EventKind::kTeam:
      return {{"member_id", event.subject ? json::value(id_text(event.subject)) : nullptr},
              {"reason", event.reason}};
    case EventKind::kMention:
      return {{"member_id", id_text(event.subject)},
              {"conversation_id", id_text(event.conversation)},
              {"by", event.reason}};
    case EventKind::kCounts:
    case EventKind::kTags:
    case EventKind::kViews:
    case EventKind::kReading:
      break;
  }
  return {};
}

json::object presence_part(ConversationId conversation, const std::vector<Present>& present) {
  json::array members;
  for (const Present& each : present) {
    members.push_back(json::object{{"id", to_string(each.id)},
                                   {"name", each.name},
                                   {"state", each.replying ? "replying" : "looking"}});
  }
  return {{"conversation_id", to_string(conversation)}, {"members", std::move(members)}};
}

std::optional<PresenceWhat> presence_what_of(std::string_view word) {
  if (word == "looking") return PresenceWhat::kLooking;
  if (word == "replying") return PresenceWhat::kReplying;
  if (word == "gone") return PresenceWhat::kGone;
  return std::nullopt;
}

}  // namespace

std::string event_lines(const Event& event) {
  return "id: " + to_string(event.id) + "\nevent: " + std::string(to_word(event.kind)) +
         "\ndata: " + json::serialize(data_of(event)) + "\n\n";
}

std::string hello_lines(EventId newest) { return "retry: 2000\nid: " + to_string(newest) + "\n\n"; }

std::string presence_lines(ConversationId conversation, const std::vector<Present>& present) {
  json::object data = presence_part(conversation, present);
  return "event: presence\ndata: " + json::serialize(data) + "\n\n";
}

std::string presence_json(
    const std::vector<std::pair<ConversationId, std::vector<Present>>>& everywhere) {
  json::array items;
  for (const auto& [conversation, present] : everywhere) {
    items.push_back(presence_part(conversation, present));
  }
  return json::serialize(json::object{{"items", std::move(items)}});
}

Result<PresenceBody> read_presence(std::string_view text) {
  BodyReader body(text);
  PresenceBody out;
  out.what = body.word<PresenceWhat>("state", presence_what_of);
  out.tab = body.optional_text("tab", {.most = 40}).value_or("");
  RAPPORT_TRY(body.finish());
  return out;
}

std::vector<schema::Named> presence_schemas() {
  using namespace schema;
  return {
      {"PresenceBody", object({{"state", words({"looking", "replying", "gone"})},
                               {"tab", or_null(text(40)), false}})},
      {"Presence",
       object({{"conversation_id", id()},
               {"members", list(object({{"id", id()},
                                        {"name", text()},
                                        {"state", words({"looking", "replying"})}}))}})},
      {"PresenceList", items(ref("Presence"))},
  };
}

std::string ping_lines() { return "event: ping\ndata: {}\n\n"; }

std::string reset_lines(EventId newest) {
  return "id: " + to_string(newest) + "\nevent: reset\ndata: {}\n\n";
}

}  // namespace rapport
