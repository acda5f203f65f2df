// Who somebody is now, and whether they are still there.

#include <algorithm>
#include <set>
#include <span>

#include "networks/bluesky/connector.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kActorsACall = 25;

// What the network's refusal to show a profile says about its owner; nothing if it says nothing.
std::optional<AccountStanding> standing_told_by(const Refusal& refusal) {
  if (refusal.status != 400) return std::nullopt;
  if (refusal.name == "AccountDeactivated") return AccountStanding::kDeactivated;
  if (refusal.name == "AccountTakedown" || refusal.name == "AccountSuspended") {
    return AccountStanding::kSuspended;
  }
  // Said of accounts the network has forgotten. We ask only for those we have heard of from it.
  if (refusal.error.message.starts_with("Profile not found")) return AccountStanding::kDeleted;
  return std::nullopt;
}

// What our own server says of us; it knows a new handle or standing before the network's views do.
Result<Done> ask_own_server(Session& session, NetworkAccount& account) {
  auto body = session.get("com.atproto.server.getSession", {});
  if (!body) {
    if (body.error().kind == ErrorKind::kUnauthorized) return fail(std::move(body.error()));
    return Done{};
  }
  std::string status;
  (void)read_json(*body, [&](Json json) -> Result<Done> {
    if (text_at(json, "did") != account.native_id) return Done{};
    const std::string_view handle = text_at(json, "handle");
    if (is_handle(handle) && handle != "handle.invalid") account.handle = handle;
    if (!bool_at(json, "active").value_or(true)) status = text_at(json, "status");
    return Done{};
  });
  if (status.empty()) return Done{};
  auto moved = session.follow_move();
  if (!moved) return fail(std::move(moved.error()));
  if (*moved) return Done{};
  account.standing =
      status == "deactivated" ? AccountStanding::kDeactivated : AccountStanding::kSuspended;
  return Done{};
}

}  // namespace

Result<NetworkAccount> read_account(Session& session, std::string_view did) {
  auto us = session.who();
  if (!us) return fail(std::move(us.error()));
  const bool ours = us->did == did;
  auto answer = session.ask("app.bsky.actor.getProfile", {{"actor", std::string(did)}});
  NetworkAccount account;
  if (answer) {
    auto read = read_profile(*answer, session.now());
    if (!read) return read;
    account = std::move(*read);
  } else {
    const auto standing = standing_told_by(answer.error());
    if (!standing) return fail(std::move(answer.error().error));
    account.native_id = did;
    // The views may not know a new account of ours yet.
    if (!ours || *standing != AccountStanding::kDeleted) account.standing = *standing;
  }
  if (ours) RAPPORT_TRY(ask_own_server(session, account));
  return account;
}

Result<std::vector<NetworkAccount>> find_away(Session& session,
                                              const std::vector<std::string>& dids) {
  std::set<std::string> shown;
  for (std::size_t at = 0; at < dids.size(); at += kActorsACall) {
    Params params;
    for (const std::string& did :
         std::span(dids).subspan(at, std::min(kActorsACall, dids.size() - at))) {
      params.emplace_back("actors", did);
    }
    auto body = session.get("app.bsky.actor.getProfiles", std::move(params));
    if (!body) return fail(std::move(body.error()));
    auto found = read_json(*body, [&](Json json) -> Result<Done> {
      for (const Json each : array_at(json, "profiles")) shown.emplace(text_at(each, "did"));
      return Done{};
    });
    if (!found) return fail(std::move(found.error()));
  }
  std::vector<NetworkAccount> away;
  for (const std::string& did : dids) {
    if (shown.contains(did)) continue;
    auto account = read_account(session, did);
    if (!account) return fail(std::move(account.error()));
    if (account->standing && *account->standing != AccountStanding::kActive) {
      away.push_back(std::move(*account));
    }
  }
  return away;
}

}  // namespace rapport::bluesky
