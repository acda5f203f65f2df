// Whether an act whose end is unknown stands on the network: its record has a key we chose. A mute
// has no record; the network tells it with the profile.

#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {

namespace {

Result<std::optional<Sent>> look_up_mute(Session& session, const Outgoing& act) {
  auto body = session.get("app.bsky.actor.getProfile", {{"actor", act.target_native_id}});
  // Somebody who is gone cannot be heard any more, so there is nothing left to do or undo.
  if (!body && body.error().kind == ErrorKind::kNotFound) {
    return Sent{act.target_native_id, {}, {}};
  }
  if (!body) return fail(std::move(body.error()));
  auto account = read_profile(*body, session.now());
  if (!account) return fail(std::move(account.error()));
  const bool muted = account->muted_by_us.value_or(false);
  if (muted != (act.kind == ActKind::kMute)) return std::optional<Sent>();
  return Sent{act.target_native_id, {}, {}};
}

}  // namespace

Result<std::optional<Sent>> look_up(Session& session, const Outgoing& act) {
  if (act.kind == ActKind::kMute || act.kind == ActKind::kUnmute) {
    return look_up_mute(session, act);
  }
  auto us = session.who();
  if (!us) return fail(std::move(us.error()));
  if (act.kind == ActKind::kHide || act.kind == ActKind::kUnhide) {
    return look_up_hidden(session, act, us->did);
  }
  auto target = target_of(act, us->did);
  if (!target) return fail(std::move(target.error()));
  const auto uri = parse_at_uri(target->uri);
  if (!uri) return invalid("This act has no usable record key.");
  auto body =
      session.get("com.atproto.repo.getRecord", {{"repo", std::string(uri->repo)},
                                                 {"collection", std::string(uri->collection)},
                                                 {"rkey", std::string(uri->rkey)}});
  const bool removes = takes_away(act.kind);
  if (!body) {
    if (body.error().kind != ErrorKind::kNotFound) return fail(std::move(body.error()));
    if (removes) return Sent{target->uri, {}, {}};
    return std::optional<Sent>();
  }
  if (removes) return std::optional<Sent>();
  auto record = read_record_ref(*body);
  if (!record) return fail(std::move(record.error()));
  return Sent{std::move(record->uri), std::move(record->cid), std::move(record->entities)};
}

}  // namespace rapport::bluesky
