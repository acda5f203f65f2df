#include "desk/announce.h"

#include <utility>

namespace rapport {
namespace {

Event event_of(WorkspaceId workspace, EventKind kind, std::int64_t subject, Time now) {
  Event event;
  event.workspace = workspace;
  event.kind = kind;
  event.subject = subject;
  event.at = now;
  return event;
}

}  // namespace

Result<Done> announce(Unit& unit, WorkspaceId workspace, EventKind kind, Time now) {
  return unit.announce(event_of(workspace, kind, 0, now));
}

Result<Done> announce(Unit& unit, const Channel& channel, Time now) {
  return unit.announce(event_of(channel.workspace, EventKind::kChannel, channel.id.value, now));
}

Result<Done> announce(Unit& unit, WorkspaceId workspace, PersonId person, Time now) {
  return unit.announce(event_of(workspace, EventKind::kPerson, person.value, now));
}

Result<Done> announce(Unit& unit, const Conversation& conversation, std::string reason, Time now) {
  Event event =
      event_of(conversation.workspace, EventKind::kConversation, conversation.id.value, now);
  event.version = conversation.version;
  event.reason = std::move(reason);
  return unit.announce(std::move(event));
}

}  // namespace rapport
