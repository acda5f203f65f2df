// An event says that something changed, never what it changed to: who hears it reads again. Written
// in the transaction that made the change, and announced only after it was committed.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class EventKind {
  kConversation,
  kCounts,
  kAct,
  kChannel,
  kPerson,
  kTeam,
  kTags,
  kViews,
  kMention,
  kMonitor,  // it heard something, or was changed
  kReading,  // the reasons of a workspace, or what it taught the engine
  kAlert,    // one was raised; no subject when some were read
  kArticle,  // or its categories (no subject then)
};

std::string_view to_word(EventKind kind);
std::optional<EventKind> event_kind_of(std::string_view word);

struct Event {
  EventId id;  // given by the store
  WorkspaceId workspace;
  EventKind kind = EventKind::kCounts;
  std::int64_t subject = 0;  // id of the conversation, act, channel, person, monitor, alert,
                             // article or member (of a mention: who was named); 0 for counts, tags,
                             // views, reading, and for a team whose workspace changed
  std::int64_t conversation = 0;  // of an act (0 if none) or a mention
  std::int64_t version = 0;       // of a conversation
  std::string reason;  // conversation: post, state, owner, note, tags, act, edit, delete, reading;
                       // act: its state; team: joined, left, role, name,
                       // invited, workspace; mention: who wrote the note
  Time at;
};

}  // namespace rapport
