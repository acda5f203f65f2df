#include "desk/outbox/toggle.h"
#include "desk/announce.h"

#include "base/unicode.h"
#include "desk/outbox/events.h"
#include "desk/outbox/queue.h"

namespace rapport {
namespace {

constexpr std::size_t kReasonMost = 2000;

// The newest of these acts by any of our accounts on that network.
template <class LatestOf>
Result<std::optional<Act>> latest_of_any(Unit& unit, WorkspaceId workspace,
                                         const std::string& network, LatestOf latest_of) {
  auto channels = unit.channels().all(workspace);
  RAPPORT_TRY(channels);
  std::optional<Act> latest;
  for (const Channel& each : *channels) {
    if (each.network != network) continue;
    auto act = latest_of(each.id);
    RAPPORT_TRY(act);
    if (*act && (!latest || latest->id < (*act)->id)) latest = std::move(**act);
  }
  return latest;
}

// Whose turn it is: who did it takes it back, if they still can.
std::optional<ChannelId> who_acts(Unit& unit, const std::optional<Act>& latest,
                                  const Toggle& toggle, bool wanted, std::optional<ChannelId> as) {
  if (wanted || !latest || latest->kind != toggle.on || latest->state != ActState::kAccepted) {
    return as;
  }
  const auto channel = unit.channels().find(latest->workspace, latest->channel);
  if (!channel || channel->state == ChannelState::kDisconnected) return as;
  return channel->id;
}

// What to answer without a new act: the same one is on its way, or stands already.
Result<std::optional<Act>> settled(const std::optional<Act>& latest, ActKind kind, bool as_wanted) {
  if (!latest) return std::optional<Act>{};
  if (on_its_way(*latest)) {
    if (latest->kind == kind) return latest;
    return conflict("The last click is still on its way. Try again in a moment.");
  }
  if (as_wanted && latest->kind == kind && latest->state == ActState::kAccepted) return latest;
  return std::optional<Act>{};
}

}  // namespace

Result<ActView> want_on_post(Unit& unit, IdMaker& ids, Time now, const Member& by,
                             const PostWish& wish) {
  auto post = unit.posts().find(by.workspace, wish.post);
  RAPPORT_TRY(post);
  if (post->deleted_at) return invalid("That post was deleted by its author.");
  auto latest = latest_of_any(unit, by.workspace, post->network, [&](ChannelId channel) {
    return unit.outbox().latest_on_post(by.workspace, channel, wish.post,
                                        {wish.toggle.on, wish.toggle.off});
  });
  RAPPORT_TRY(latest);
  auto channel = speaker(unit, by.workspace, *post,
                         who_acts(unit, *latest, wish.toggle, wish.wanted, wish.as));
  RAPPORT_TRY(channel);

  const ActKind kind = wish.wanted ? wish.toggle.on : wish.toggle.off;
  const std::string& mark = (*post).*wish.mark;
  const bool as_wanted = !mark.empty() == wish.wanted;
  auto standing = settled(*latest, kind, as_wanted);
  RAPPORT_TRY(standing);
  if (*standing) return view_of(unit, std::move(**standing));

  Act act = new_act(ids, now, by, *channel, kind);
  act.conversation = post->conversation;
  act.post = wish.post;
  act.result_native_id = mark;  // what taking it back takes away
  // Done already, in the network's own app for one: there is nothing to send.
  if (as_wanted) act.state = ActState::kAccepted;
  RAPPORT_TRY(unit.outbox().add(act));
  RAPPORT_TRY(announce_act(unit, act, now));
  return view_of(unit, std::move(act));
}

namespace {

// Who of ours acts on an account: the chosen one, else the first that is connected on its network.
Result<Channel> speaker_to(Unit& unit, WorkspaceId workspace, const std::string& network,
                           std::optional<ChannelId> chosen) {
  auto channels = unit.channels().all(workspace);
  RAPPORT_TRY(channels);
  for (Channel& each : *channels) {
    if (chosen ? each.id != *chosen : each.network != network) continue;
    if (each.network != network) {
      return invalid("That account is on another network.", "channel_id");
    }
    if (auto able = check_connected(each); !able) {
      if (chosen || each.limits.read_only()) return fail(std::move(able.error()));
      continue;
    }
    return std::move(each);
  }
  if (chosen) return not_found("There is no such channel.");
  return conflict("No channel of yours is connected on that network.");
}

// Follows, mutes, blocks, and the opposite.
Result<ActView> want_on_account(Unit& unit, IdMaker& ids, Time now, const Member& by,
                                const AccountWish& wish) {
  const std::string reason = wish.reason.value_or("");
  if (wish.reason && trim(reason).empty()) return invalid("Say why: it is kept.", "reason");
  if (reason.size() > kReasonMost) {
    return invalid("That is too long: 2,000 bytes at most.", "reason");
  }
  const Toggle& toggle = wish.what.toggle;
  auto account = unit.people().account(by.workspace, wish.account);
  RAPPORT_TRY(account);
  if (account->person != wish.person) return not_found("This person has no such account.");
  if (account->ours) return invalid("That is your own account.");
  auto latest = latest_of_any(unit, by.workspace, account->network, [&](ChannelId channel) {
    return unit.outbox().latest_on_account(by.workspace, channel, wish.account,
                                           {toggle.on, toggle.off});
  });
  RAPPORT_TRY(latest);
  auto channel = speaker_to(unit, by.workspace, account->network,
                            who_acts(unit, *latest, toggle, wish.wanted, wish.as));
  RAPPORT_TRY(channel);

  const ActKind kind = wish.wanted ? toggle.on : toggle.off;
  const bool as_wanted = wish.what.stands(*account) == wish.wanted;
  auto standing = settled(*latest, kind, as_wanted);
  RAPPORT_TRY(standing);
  if (*standing) return view_of(unit, std::move(**standing));

  Act act = new_act(ids, now, by, *channel, kind);
  act.account = wish.account;
  act.result_native_id = wish.what.mark(*account);
  if (as_wanted) act.state = ActState::kAccepted;
  RAPPORT_TRY(unit.outbox().add(act));
  const auto audited = wish.wanted ? wish.what.audited_on : wish.what.audited_off;
  if (!audited.empty()) {
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id, std::string(audited),
                                                "@" + account->handle + " " + account->native_id,
                                                reason, now}));
  }
  RAPPORT_TRY(announce_act(unit, act, now));
  RAPPORT_TRY(announce(unit, by.workspace, wish.person, now));
  return view_of(unit, std::move(act));
}

}  // namespace

Result<ActView> Outbox::want(const Member& by, const AccountWish& wish) {
  RAPPORT_TRY(may_act(by));
  return store_.write(
      [&](Unit& unit) { return want_on_account(unit, ids_, clock_.now(), by, wish); });
}

}  // namespace rapport
