// Acts and their deliveries.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/act.h"

namespace rapport {

class OutboxStore {
 public:
  virtual ~OutboxStore() = default;

  // Fails with conflict if (workspace, member, client key) exists.
  virtual Result<Done> add(const Act& act) = 0;
  virtual Result<Act> find(WorkspaceId workspace, ActId id) = 0;
  virtual Result<std::optional<Act>> by_client_key(WorkspaceId workspace, MemberId by,
                                                   std::string_view client_key) = 0;
  // Saves all but workspace, id, channel, kind, by, created_at and client_key.
  virtual Result<Done> save(const Act& act) = 0;

  // Acts that may be tried: queued or unknown with not_before <= now, of all workspaces, oldest
  // not_before first.
  virtual Result<std::vector<Act>> due(Time now, int most) = 0;
  // Lets what waits on a channel for a later try be due `now`: at most `most`, those first whose
  // turn was next. What was never tried keeps its time, which is somebody's time to undo it.
  virtual Result<Done> hurry(WorkspaceId workspace, ChannelId channel, Time now, int most) = 0;
  // Acts left in `sending` by a process that died.
  virtual Result<std::vector<Act>> in_flight() = 0;
  // Acts of a conversation that are not on the network: queued, sending, unknown, rejected and
  // not dismissed; oldest first.
  virtual Result<std::vector<Act>> open_of(WorkspaceId workspace, ConversationId conversation) = 0;
  // Replies of a conversation made after `since`, in any state but undone and rejected.
  virtual Result<std::vector<Act>> replies_since(WorkspaceId workspace, ConversationId conversation,
                                                 Time since) = 0;
  // The newest act of one of these kinds on a post or an account, in any state but undone.
  virtual Result<std::optional<Act>> latest_on_post(WorkspaceId workspace, ChannelId channel,
                                                    PostId post,
                                                    const std::vector<ActKind>& kinds) = 0;
  virtual Result<std::optional<Act>> latest_on_account(WorkspaceId workspace, ChannelId channel,
                                                       AccountId account,
                                                       const std::vector<ActKind>& kinds) = 0;

  virtual Result<Done> add_delivery(const Delivery& delivery) = 0;
  virtual Result<Done> save_delivery(const Delivery& delivery) = 0;
  virtual Result<std::vector<Delivery>> deliveries(WorkspaceId workspace,
                                                   ActId act) = 0;  // oldest first
};

}  // namespace rapport
