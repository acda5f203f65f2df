// Reading a channel's history: what lies further back than its first thirty days.
//
// It is the same reading as that of what is new, under a cursor of its own, so it can be stopped
// anywhere, goes on after a restart, and never stands in the way of the present.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/hearing/filing.h"
#include "model/channel.h"
#include "model/history.h"
#include "networks/connector.h"

namespace rapport {

class Store;

// The coverage sources of history, in the order they are read.
std::vector<std::string> history_sources();

class HistoryReader {
 public:
  HistoryReader(Store& store, Filing& filing, const Clock& clock)
      : store_(store), filing_(filing), clock_(clock) {}

  // Reads on, at most `pages` pages, if an import of this channel is running. Fails as
  // Connector::hear does; what came before the failure is kept.
  Result<Done> read_on(Connector& connector, const Channel& channel, int pages);

 private:
  Result<Done> note(const Channel& channel, int new_posts, const Heard& heard);
  Result<Done> finish(const Channel& channel);

  Store& store_;
  Filing& filing_;
  const Clock& clock_;
};

}  // namespace rapport
