// What was read of every source and what was not: nothing is missed without being shown.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/backfill.h"
#include "model/channel.h"
#include "model/member.h"

namespace rapport {

class MonitorMatching;
class Registry;
class Store;
class Unit;

enum class SourceState {
  kReading,    // all up to a moment ago was read
  kBehind,     // it lags
  kTroubled,   // the last read failed
  kReconnect,  // the network refused us: a human has to sign in again
  kPaused,     // nobody listens
  kOff,        // the channel is disconnected
};

std::string_view to_word(SourceState state);

struct SourceCoverage {
  std::optional<ChannelId> channel;  // none: a stream that all workspaces share
  std::string network;
  std::string handle;  // of the channel
  std::string source;  // "notifications", "own_posts", "threads", "stream", "search", "feed", …
  SourceState state = SourceState::kReading;
  std::optional<Time> read_to;
  std::optional<Time> checked_at;
  std::string error;                // in words; empty when all is well
  std::vector<CoverageSpan> spans;  // oldest first, those that end within the days asked for
  bool can_backfill = false;        // its gaps can be asked for by search
};

struct CoverageView {
  int days = 0;
  std::vector<SourceCoverage> sources;
  std::vector<Backfill> backfills;  // newest first
};

struct BackfillWish {
  ChannelId channel;
  std::optional<MonitorId> monitor;  // none: all
  Time from;
  Time to;
};

class Coverage {
 public:
  Coverage(Store& store, const Registry& registry, const MonitorMatching& matching, IdMaker& ids,
           const Clock& clock)
      : store_(store), registry_(registry), matching_(matching), ids_(ids), clock_(clock) {}

  // Of the last `days` (1 to 366).
  Result<CoverageView> list(const Member& by, int days);

  // Both for owners and admins. Asks the network's search, in the background.
  Result<Backfill> backfill(const Member& by, const BackfillWish& wish);
  Result<Backfill> stop(const Member& by, BackfillId id);

 private:
  Store& store_;
  const Registry& registry_;
  const MonitorMatching& matching_;
  IdMaker& ids_;
  const Clock& clock_;
};

}  // namespace rapport
