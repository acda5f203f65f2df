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
#include "model/history.h"
#include "model/member.h"

namespace rapport {

class Store;
struct ConnectedAccount;  // networks/registry.h
struct FoundSource;       // networks/registry.h
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
  std::optional<HistoryImport> history;  // none: only the first thirty days were asked for
};

// How far back a channel is read. Everything that old is "before Rapport": nobody waits for it.
enum class HistoryReach { kMonth, kQuarter, kYear, kAll };

std::string_view to_word(HistoryReach reach);
std::optional<HistoryReach> history_reach_of(std::string_view word);

struct ConnectRequestInput {
  std::string network;
  std::string handle;
  std::string app_password;
  std::string service;  // empty: found out from the handle
  std::string address;  // of what is read without an account
  HistoryReach history = HistoryReach::kMonth;
};

// Signing in on the network's own pages (OAuth).
struct SignInInput {
  std::string network;
  std::string service;               // the server, or a handle there
  std::optional<ChannelId> channel;  // to reconnect this one: its server and account, no other
  std::string redirect_url;          // of ours; empty: the network shows a code to copy
  HistoryReach history = HistoryReach::kMonth;
};

struct SignInBegun {
  std::string address;  // to be opened in the browser
  std::string state;    // comes back with the code; holds all that finishing needs, sealed
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
  // What can be read under an address, for a member who may manage to choose from.
  Result<std::vector<FoundSource>> find_sources(const Member& by, const std::string& network,
                                                const std::string& address);
  // Signs in on the network and keeps the credentials sealed. Needs a member who may manage. An
  // account that was connected before (same native id) is reconnected instead of added twice.
  Result<ChannelView> connect(const Member& by, const ConnectRequestInput& request);
  Result<ChannelView> reconnect(const Member& by, ChannelId id, const std::string& app_password);
  // The two halves of signing in where the network does it on its own pages. What was begun can be
  // finished for half an hour, by the same member alone, also after a restart.
  Result<SignInBegun> begin_sign_in(const Member& by, const SignInInput& input);
  Result<ChannelView> finish_sign_in(const Member& by, const std::string& state,
                                     const std::string& code);
  // Keeps an account that was signed in already, as connected since `connected_at`: for the demo,
  // whose sandbox needs no password and has been heard for a month.
  Result<ChannelView> connect_signed_in(const Member& by, const std::string& network,
                                        const ConnectedAccount& account, Time connected_at);
  // Reads further back, in the background and after all that is new. Asking for less than was read
  // changes nothing; asking again goes on where it stopped.
  Result<ChannelView> import_history(const Member& by, ChannelId id, HistoryReach reach);
  // Stops that; what was read stays.
  Result<ChannelView> stop_history(const Member& by, ChannelId id);
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
