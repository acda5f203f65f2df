#include "base/secret_box.h"
#include "desk/announce.h"
#include "desk/channels/channels.h"
#include "desk/channels/connectors.h"
#include "desk/hearing/filer.h"
#include "networks/registry.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kMostHurried = 1000;

Result<Done> may_manage(const Member& by) {
  if (by.may_manage()) return Done{};
  return forbidden("Only an owner or admin can connect channels.");
}

Account account_of(const Channel& channel, const NetworkAccount& profile, Time now) {
  Account account;
  account.workspace = channel.workspace;
  account.id = channel.account;
  account.network = channel.network;
  account.native_id = profile.native_id;
  account.handle = profile.handle;
  account.name = profile.name;
  account.bio = profile.bio;
  account.avatar_url = profile.avatar_url;
  account.url = profile.url;
  account.followers = profile.followers;
  account.follows = profile.follows;
  account.posts = profile.posts;
  account.joined_at = profile.joined_at;
  account.ours = true;
  account.changed_at = now;
  account.profile_read_at = now;
  return account;
}

}  // namespace

Result<ChannelView> ChannelDesk::connect(const Member& by, const ConnectRequestInput& request) {
  RAPPORT_TRY(may_manage(by));
  ConnectRequest wanted;
  wanted.handle = request.handle;
  wanted.app_password = request.app_password;
  wanted.service = request.service;
  wanted.address = request.address;
  auto account = registry_.connect(request.network, wanted);
  RAPPORT_TRY(account);
  auto kept = keep(by, request.network, *account, std::nullopt);
  // What can only be read shows what it shows: there is nothing further back.
  if (!kept || request.history == HistoryReach::kMonth || kept->channel.limits.read_only()) {
    return kept;
  }
  return import_history(by, kept->channel.id, request.history);
}

Result<std::vector<FoundSource>> ChannelDesk::find_sources(const Member& by,
                                                           const std::string& network,
                                                           const std::string& address) {
  RAPPORT_TRY(may_manage(by));
  return registry_.find_sources(network, address);
}

Result<ChannelView> ChannelDesk::connect_signed_in(const Member& by, const std::string& network,
                                                   const ConnectedAccount& account,
                                                   Time connected_at) {
  RAPPORT_TRY(may_manage(by));
  return keep(by, network, account, connected_at);
}

Result<ChannelView> ChannelDesk::keep(const Member& by, const std::string& network,
                                      const ConnectedAccount& account,
                                      std::optional<Time> connected_at) {
  if (account.secret.empty()) return invalid("The network gave no credentials to keep.");
  auto kept = store_.write([&](Unit& unit) -> Result<Channel> {
    const Time now = clock_.now();
    auto known = unit.channels().by_native_id(by.workspace, network, account.account.native_id);
    RAPPORT_TRY(known);

    Channel channel;
    if (*known) {
      channel = **known;
      // While it was disconnected nobody listened, but what was asked then still waits: the time
      // of the first connect stands.
    } else {
      channel.workspace = by.workspace;
      channel.id = ids_.make<ChannelId>();
      channel.network = network;
      channel.native_id = account.account.native_id;
      channel.connected_at = connected_at.value_or(now);
    }
    channel.handle = account.account.handle;
    channel.service = account.service;
    channel.limits = account.limits.value_or(registry_.limits(network));
    channel.state = ChannelState::kConnected;
    channel.error.clear();
    channel.changed_at = now;

    if (*known) {
      RAPPORT_TRY(unit.channels().save(channel));
      // What waited for this is tried at once, not at the end of its pause; what is more than the
      // bound goes out at its own time.
      RAPPORT_TRY(unit.outbox().hurry(by.workspace, channel.id, now, kMostHurried));
    } else {
      auto stored =
          unit.people().account_by_native_id(by.workspace, network, account.account.native_id);
      RAPPORT_TRY(stored);
      if (*stored) {
        // Somebody we heard turns out to be us, from another channel's thread.
        channel.account = (*stored)->id;
        (*stored)->ours = true;
        RAPPORT_TRY(unit.people().save_account(**stored));
      } else {
        channel.account = ids_.make<AccountId>();
        Person person{by.workspace, ids_.make<PersonId>(),
                      account.account.name.empty() ? account.account.handle : account.account.name,
                      now};
        RAPPORT_TRY(unit.people().add_person(person));
        Account ours = account_of(channel, account.account, now);
        ours.person = person.id;
        RAPPORT_TRY(unit.people().add_account(ours));
      }
      RAPPORT_TRY(unit.channels().add(channel));
      // What that account said in threads we know was said by us.
      Filer filer(unit, ids_, now, channel);
      RAPPORT_TRY(filer.reconsider_all_of(channel.account));
      RAPPORT_TRY(filer.finish());
    }
    auto sealed = secrets_.seal(account.secret, secret_context(channel));
    RAPPORT_TRY(sealed);
    RAPPORT_TRY(unit.channels().save_secret(by.workspace, channel.id, *sealed));
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id,
                                                *known ? "channel.reconnect" : "channel.connect",
                                                network + " " + channel.handle, "", now}));
    RAPPORT_TRY(announce(unit, channel, now));
    return channel;
  });
  RAPPORT_TRY(kept);
  connectors_.drop(kept->id);
  if (changed_) changed_();
  return view(by, kept->id);
}

Result<ChannelView> ChannelDesk::reconnect(const Member& by, ChannelId id,
                                           const std::string& app_password) {
  RAPPORT_TRY(may_manage(by));
  auto channel = store_.read([&](Unit& unit) { return unit.channels().find(by.workspace, id); });
  RAPPORT_TRY(channel);

  // By its id, which never changes, on whatever server holds the account today. Only where that
  // can't be found out is the server asked that held it before.
  ConnectRequest wanted;
  wanted.handle = channel->native_id;
  wanted.app_password = app_password;
  auto account = registry_.connect(channel->network, wanted);
  if (!account && account.error().field != "app_password" &&
      account.error().kind != ErrorKind::kTooMany && !channel->service.empty()) {
    wanted.service = channel->service;
    account = registry_.connect(channel->network, wanted);
  }
  RAPPORT_TRY(account);
  if (account->account.native_id != channel->native_id) {
    return invalid("That password belongs to another account.", "app_password");
  }
  return keep(by, channel->network, *account, std::nullopt);
}

Result<ChannelView> ChannelDesk::disconnect(const Member& by, ChannelId id) {
  RAPPORT_TRY(may_manage(by));
  auto done = store_.write([&](Unit& unit) -> Result<Done> {
    auto channel = unit.channels().find(by.workspace, id);
    RAPPORT_TRY(channel);
    if (channel->state == ChannelState::kDisconnected) return Done{};
    const Time now = clock_.now();
    channel->state = ChannelState::kDisconnected;
    channel->error.clear();
    channel->changed_at = now;
    RAPPORT_TRY(unit.channels().save(*channel));
    RAPPORT_TRY(unit.channels().forget_secret(by.workspace, id));
    RAPPORT_TRY(
        unit.members().audit(AuditEntry{by.workspace, by.id, "channel.disconnect",
                                        channel->network + " " + channel->handle, "", now}));
    return announce(unit, *channel, now);
  });
  RAPPORT_TRY(done);
  connectors_.drop(id);
  if (changed_) changed_();
  return view(by, id);
}

}  // namespace rapport
