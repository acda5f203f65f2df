// Events as lines of a text/event-stream.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "http/live/presence.h"
#include "model/event.h"

namespace rapport {

// "id: 7\nevent: conversation\ndata: {…}\n\n"
std::string event_lines(const Event& event);
// Tells a fresh reader where it stands, so that it resumes from here even if nothing happened.
std::string hello_lines(EventId newest);
std::string ping_lines();
// What was asked for is too old: read everything again, and resume after `newest`.
std::string reset_lines(EventId newest);
// Who is in a conversation now. Without an id: it is not kept, and a stream does not resume after
// it.
std::string presence_lines(ConversationId conversation, const std::vector<Present>& present);

std::string presence_json(
    const std::vector<std::pair<ConversationId, std::vector<Present>>>& everywhere);

struct PresenceBody {
  PresenceWhat what = PresenceWhat::kLooking;
  std::string tab;  // tells tabs of one member apart
};
Result<PresenceBody> read_presence(std::string_view body);

}  // namespace rapport
