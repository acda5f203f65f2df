// Who somebody is now, and what stands between us.

#include "networks/mastodon/connector.h"
#include "networks/mastodon/names.h"

namespace rapport::mastodon {

Result<NetworkAccount> read_profile(Session& session, std::string_view native_id) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const auto id = path_id(native_id, eyes->host);
  if (!id) return invalid("This account is on another server.");
  const bool ours = native_id == eyes->us;
  auto reply =
      session.get(ours ? "/api/v1/accounts/verify_credentials" : "/api/v1/accounts/" + *id, {});
  if (!reply) {
    if (reply.error().kind != ErrorKind::kNotFound || ours) return fail(std::move(reply.error()));
    // Servers forget who was deleted or suspended for good, and do not say which.
    NetworkAccount gone;
    gone.native_id = native_id;
    gone.standing = AccountStanding::kDeleted;
    return gone;
  }
  auto account = read_account(reply->body, *eyes);
  if (!account) return account;
  if (!account->standing) account->standing = AccountStanding::kActive;
  if (ours) return account;

  auto relations = session.get("/api/v1/accounts/relationships", {{"id[]", raw_id(*id)}});
  auto relation = relations ? read_relation(relations->body) : Result<Relation>(Relation{});
  if (!relations || !relation) return account;  // the profile alone is worth having
  const auto mark = [&](bool stands) {
    return stands ? make_tie_id(native_id, eyes->us) : std::string();
  };
  account->follows_us = relation->followed_by;
  // A follow that waits to be granted is one of ours all the same.
  account->followed_by_us = mark(relation->following || relation->requested);
  account->muted_by_us = relation->muting;
  account->blocked_by_us = mark(relation->blocking);
  account->blocks_us = relation->blocked_by;
  return account;
}

}  // namespace rapport::mastodon
