// Saved views: a way to look at the list that got a name. Private ones are their maker's alone,
// shared ones the whole workspace's.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/member.h"
#include "model/saved_view.h"

namespace rapport {

class Store;
class Unit;

struct ShownView {
  SavedView view;
  bool mine = false;                  // made by who asks
  bool may_change = false;            // by who asks
  std::optional<std::int64_t> total;  // where a counter tells it; never counted
};

class SavedViews {
 public:
  SavedViews(Store& store, IdMaker& ids, const Clock& clock)
      : store_(store), ids_(ids), clock_(clock) {}

  static constexpr std::size_t kMost = 100;  // that one member can see

  // One's own, then the shared ones, each in their order.
  Result<std::vector<ShownView>> list(const Member& by);

  // `wanted` without ids, maker, place and time. All that changes a view is for members who may
  // save views; whoever may answer may share.
  Result<ShownView> create(const Member& by, const SavedView& wanted);
  // Its maker may change a view; a shared one also an owner or admin. To everyone else a private
  // view is not there.
  Result<ShownView> change(const Member& by, ViewId id, const SavedView& wanted);
  Result<Done> remove(const Member& by, ViewId id);
  // Puts views in this order, all of them one's own private ones or all of them shared ones that
  // one may change.
  Result<Done> arrange(const Member& by, const std::vector<ViewId>& order);

 private:
  Result<SavedView> find_to_change(Unit& unit, const Member& by, ViewId id);
  Result<Done> announce(Unit& unit, WorkspaceId workspace);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
};

}  // namespace rapport
