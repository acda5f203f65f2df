// The monitors of every workspace, ready to be asked of each post.

#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "listen/matcher.h"
#include "model/monitor.h"

namespace rapport {

class Store;

// Safe from any thread. What the store holds is in force here a moment after its commit.
class MonitorMatching {
 public:
  // Takes up all that the store holds. A query that cannot be read (of another version) is passed
  // over, with a line in the log.
  Result<Done> start(Store& store);

  // In force from now on: as it stands, or not at all while it is paused or cannot be read.
  void put(const Monitor& monitor);
  void remove(MonitorId id);

  // Looks at what posts said lately, so that fewer monitors are asked of each. For the background,
  // from time to time.
  void settle() { matcher_.settle(); }

  const Matcher& matcher() const { return matcher_; }

  // Is there any at all, and in this workspace?
  bool any() const { return matcher_.size() > 0; }
  bool any(WorkspaceId workspace) const;
  // Is it being listened to?
  bool has(MonitorId id) const;
  // Whose it is, while it is being listened to.
  std::optional<WorkspaceId> workspace_of(MonitorId id) const;
  std::vector<WorkspaceId> workspaces() const;

  // Called after each change. Set it before the first.
  void on_change(std::function<void()> listener) { changed_ = std::move(listener); }

 private:
  void forget(MonitorId id);
  void take_up(const Monitor& monitor);

  Matcher matcher_;
  mutable std::mutex mutex_;
  std::unordered_map<MonitorId, WorkspaceId> where_;
  std::unordered_map<WorkspaceId, int> count_;
  std::function<void()> changed_;
};

}  // namespace rapport
