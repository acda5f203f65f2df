// Asking a network's search for what monitors would have found, page by page, in the background.

#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/backfill.h"
#include "model/channel.h"
#include "networks/connector.h"

namespace rapport {

class MonitorMatching;
class PostReader;
class Store;
class Unit;

class Backfilling {
 public:
  Backfilling(Store& store, const MonitorMatching& matching, IdMaker& ids, const Clock& clock,
              PostReader* reader)
      : store_(store), matching_(matching), ids_(ids), clock_(clock), reader_(reader) {}

  // Reads on, at most `pages` pages, if a backfill of this channel is running. Fails as
  // Connector::search does; what came before the failure is kept, and the place with it.
  Result<Done> read_on(Connector& connector, const Channel& channel, int pages);

 private:
  Result<bool> read_page(Connector& connector, const Channel& channel, Backfill backfill);
  Result<Done> finish(const Channel& channel, Backfill backfill);

  Store& store_;
  const MonitorMatching& matching_;
  IdMaker& ids_;
  const Clock& clock_;
  PostReader* reader_;
};

}  // namespace rapport
