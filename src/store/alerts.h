// When somebody wants to be told of what monitors hear, what they were told, and what is still to
// be brought to them.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/alert.h"

namespace rapport {

class AlertStore {
 public:
  virtual ~AlertStore() = default;

  // By kind.
  virtual Result<std::vector<AlertRule>> rules(WorkspaceId workspace, MonitorId monitor) = 0;
  // Puts it in the place of the monitor's rule of that kind.
  virtual Result<Done> put_rule(const AlertRule& rule) = 0;
  // Not having it is fine.
  virtual Result<Done> remove_rule(WorkspaceId workspace, MonitorId monitor, AlertKind kind) = 0;
  // Of all workspaces, by workspace, monitor and kind: those of monitors that are listened to.
  virtual Result<std::vector<AlertRule>> in_force() = 0;

  virtual Result<Done> add(const Alert& alert) = 0;
  virtual Result<Alert> find(WorkspaceId workspace, AlertId id) = 0;
  // When a monitor's rule of this kind last told of somebody; of the other kinds the person is 0.
  virtual Result<std::optional<Time>> last_told(WorkspaceId workspace, MonitorId monitor,
                                                AlertKind kind, PersonId person) = 0;
  // Those that stand in the list, newest first, with ids below `below`. Of monitors that are gone:
  // none.
  virtual Result<std::vector<Alert>> newest(WorkspaceId workspace, std::optional<AlertId> below,
                                            int most) = 0;
  // Up to which a member has read them; 0: none.
  virtual Result<AlertId> read_to(WorkspaceId workspace, MemberId member) = 0;
  // Never goes back.
  virtual Result<Done> mark_read(WorkspaceId workspace, MemberId member, AlertId to) = 0;

  // False if this receiver has one of this alert already.
  virtual Result<bool> add_delivery(const AlertDelivery& delivery) = 0;
  // State, attempts, next try, error and changed_at. Fails with not_found.
  virtual Result<Done> save_delivery(const AlertDelivery& delivery) = 0;
  // Of all workspaces: those to be tried by now, the longest waiting first.
  virtual Result<std::vector<AlertDelivery>> due(Time now, int most) = 0;
  virtual Result<std::vector<AlertDelivery>> deliveries(WorkspaceId workspace, AlertId alert) = 0;
  // Of the `most` newest alerts of a monitor's rule of this kind, the newest first; those of one
  // alert by carrier and address.
  virtual Result<std::vector<AlertDelivery>> deliveries_of(WorkspaceId workspace, MonitorId monitor,
                                                           AlertKind kind, int most) = 0;

  // Takes away at most `most` alerts of before `at`, the oldest first, of all workspaces, and what
  // was brought of them. How many.
  virtual Result<int> drop_before(Time at, int most) = 0;
};

}  // namespace rapport
