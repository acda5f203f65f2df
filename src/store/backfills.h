// Backfills, running and past.

#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "model/backfill.h"

namespace rapport {

class Backfills {
 public:
  virtual ~Backfills() = default;

  virtual Result<Done> add(const Backfill& backfill) = 0;
  // Everything that goes on: state, place, posts, note, changed_at. Fails with not_found.
  virtual Result<Done> save(const Backfill& backfill) = 0;
  virtual Result<Backfill> find(WorkspaceId workspace, BackfillId id) = 0;
  // The one of a channel that was asked for first and is still running.
  virtual Result<std::optional<Backfill>> running(WorkspaceId workspace, ChannelId channel) = 0;
  virtual Result<std::vector<Backfill>> newest(WorkspaceId workspace, int most) = 0;
};

}  // namespace rapport
