// A backfill asks a network's search for what monitors would have found within some time: of a gap,
// or of before a monitor was made.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class BackfillState {
  kRunning,
  kDone,     // all that the network gives
  kStopped,  // by a member
};

std::string_view to_word(BackfillState state);
std::optional<BackfillState> backfill_state_of(std::string_view word);

struct Backfill {
  WorkspaceId workspace;
  BackfillId id;
  ChannelId channel;                 // whose network is asked
  std::optional<MonitorId> monitor;  // none: all of the workspace
  Time from;
  Time to;
  BackfillState state = BackfillState::kRunning;
  // Where it goes on: this monitor (0: the first), its search of this number, after this page.
  MonitorId at_monitor;
  std::int64_t at_search = 0;
  std::string cursor;
  std::int64_t posts = 0;  // that were new to us
  std::string note;        // what could not be asked or read, in words
  MemberId by;
  Time started_at;
  Time changed_at;

  bool operator==(const Backfill&) const = default;
};

}  // namespace rapport
