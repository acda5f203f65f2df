#include "desk/listening/matching.h"

#include <algorithm>

#include "base/log.h"
#include "listen/parse.h"
#include "store/store.h"

namespace rapport {

Result<Done> MonitorMatching::start(Store& store) {
  auto all = store.read([](Unit& unit) { return unit.monitors().every(); });
  RAPPORT_TRY(all);
  for (const Monitor& each : *all) put(each);
  return Done{};
}

void MonitorMatching::put(const Monitor& monitor) {
  take_up(monitor);
  if (changed_) changed_();
}

void MonitorMatching::take_up(const Monitor& monitor) {
  const ParsedQuery parsed = parse_query(monitor.query);
  if (!parsed.query) {
    log_warn("listening", "monitor " + to_string(monitor.id) + " has a query that cannot be read");
  }
  std::lock_guard lock(mutex_);
  if (monitor.paused || !parsed.query) {
    forget(monitor.id);
    return;
  }
  if (where_.emplace(monitor.id, monitor.workspace).second) ++count_[monitor.workspace];
  matcher_.add(static_cast<std::uint64_t>(monitor.id.value),
               static_cast<std::uint64_t>(monitor.workspace.value), *parsed.query);
}

void MonitorMatching::remove(MonitorId id) {
  {
    std::lock_guard lock(mutex_);
    forget(id);
  }
  if (changed_) changed_();
}

void MonitorMatching::forget(MonitorId id) {
  matcher_.remove(static_cast<std::uint64_t>(id.value));
  const auto known = where_.find(id);
  if (known == where_.end()) return;
  if (--count_[known->second] == 0) count_.erase(known->second);
  where_.erase(known);
}

bool MonitorMatching::has(MonitorId id) const {
  std::lock_guard lock(mutex_);
  return where_.contains(id);
}

std::optional<WorkspaceId> MonitorMatching::workspace_of(MonitorId id) const {
  std::lock_guard lock(mutex_);
  const auto known = where_.find(id);
  if (known == where_.end()) return std::nullopt;
  return known->second;
}

bool MonitorMatching::any(WorkspaceId workspace) const {
  std::lock_guard lock(mutex_);
  return count_.contains(workspace);
}

std::vector<WorkspaceId> MonitorMatching::workspaces() const {
  std::lock_guard lock(mutex_);
  std::vector<WorkspaceId> out;
  for (const auto& [workspace, count] : count_) out.push_back(workspace);
  std::ranges::sort(out);
  return out;
}

}  // namespace rapport
