// Reading what was said before a channel's first thirty days: asked for by a member, done in the
// background, and never a reason for anybody to wait.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class HistoryState {
  kRunning,
  kDone,     // all that the network gives, back to the wanted time
  kStopped,  // by a member; may go on later
};

std::string_view to_word(HistoryState state);
std::optional<HistoryState> history_state_of(std::string_view word);

struct HistoryImport {
  WorkspaceId workspace;
  ChannelId channel;
  HistoryState state = HistoryState::kRunning;
  std::optional<Time> back_to;  // none: as far as the network gives
  std::optional<Time> reached;  // everything from here on was read
  std::int64_t posts = 0;       // new to us so far
  std::string note;             // what could not be read, or the last trouble, in words
  MemberId by;                  // who asked for it last
  Time started_at;
  Time changed_at;
};

}  // namespace rapport
