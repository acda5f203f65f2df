// Channels: connecting the brand's accounts, and what we have read of them.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/account.h"
#include "model/channel.h"
#include "model/member.h"

namespace rapport {

class Store;
struct ConnectedAccount;  // networks/registry.h
class SecretBox;
class Registry;  // networks/registry.h
class Connectors;

struct ChannelSourceView {
  CoverageSource source;
  std::vector<CoverageSpan> spans;  // newest first
};

struct ChannelView {
  Channel channel;
  Account account;
  std::vector<ChannelSourceView> sources;
};

struct ConnectRequestInput {
  std::string network;
  std::string handle;
  std::string app_password;
  std::string service;  // empty: found out from the handle
};

class ChannelDesk {
 public:
  ChannelDesk(Store& store, Registry& registry, Connectors& connectors, SecretBox& secrets,
              IdMaker& ids, const Clock& clock)
      : store_(store),
        registry_(registry),
        connectors_(connectors),
        secrets_(secrets),
        ids_(ids),
        clock_(clock) {}

  // Called when channels came, went or were reconnected, so that the listeners follow.
  void on_change(std::function<void()> listener) { changed_ = std::move(listener); }

  Result<std::vector<ChannelView>> list(const Member& by);
  // Signs in on the network and keeps the credentials sealed. Needs a member who may manage. An
  // account that was connected before (same native id) is reconnected instead of added twice.
  Result<ChannelView> connect(const Member& by, const ConnectRequestInput& request);
  Result<ChannelView> reconnect(const Member& by, ChannelId id, const std::string& app_password);
  // Keeps an account that was signed in already, as connected since `connected_at`: for the demo,
  // whose sandbox needs no password and has been heard for a month.
  Result<ChannelView> connect_signed_in(const Member& by, const std::string& network,
                                        const ConnectedAccount& account, Time connected_at);
  // Forgets the credentials and stops listening; history stays.
  Result<ChannelView> disconnect(const Member& by, ChannelId id);

 private:
  Result<ChannelView> view(const Member& by, ChannelId id);
  Result<ChannelView> keep(const Member& by, const std::string& network,
                           const ConnectedAccount& account, std::optional<Time> connected_at);

  Store& store_;
  Registry& registry_;
  Connectors& connectors_;
  SecretBox& secrets_;
  IdMaker& ids_;
  const Clock& clock_;
  std::function<void()> changed_;
};

}  // namespace rapport
