#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {
namespace {

// A token's last use is kept to the minute: a write for each request would be dear.
constexpr std::chrono::minutes kTouchEvery{1};

Result<Caller> caller_of(Unit& unit, WorkspaceId workspace_id, MemberId member_id) {
  auto member = unit.members().find(workspace_id, member_id);
  if (!member && member.error().kind == ErrorKind::kNotFound) {
    return fail(ErrorKind::kUnauthorized, "You are not a member here any more.");
  }
  RAPPORT_TRY(member);
  auto workspace = unit.members().workspace(workspace_id);
  RAPPORT_TRY(workspace);
  return Caller{std::move(*member), std::move(*workspace), {}};
}

}  // namespace

Result<Caller> Team::caller_by_session(const std::string& session_secret) {
  const std::string hash = hash_secret(session_secret);
  const Time now = clock_.now();
  return store_.read([&](Unit& unit) -> Result<Caller> {
    auto session = unit.members().session(hash, now);
    RAPPORT_TRY(session);
    if (!*session) return fail(ErrorKind::kUnauthorized, "Please sign in.");
    auto caller = caller_of(unit, (*session)->workspace, (*session)->member);
    RAPPORT_TRY(caller);
    caller->csrf = (*session)->csrf;
    return caller;
  });
}

Result<Caller> Team::caller_by_token(const std::string& token_secret) {
  const std::string hash = hash_secret(token_secret);
  const Time now = clock_.now();
  std::optional<Token> used;
  auto caller = store_.read([&](Unit& unit) -> Result<Caller> {
    auto token = unit.members().token_by_hash(hash);
    RAPPORT_TRY(token);
    if (!*token) return fail(ErrorKind::kUnauthorized, "This token is not valid here.");
    used = **token;
    return caller_of(unit, used->workspace, used->member);
  });
  RAPPORT_TRY(caller);
  if (!used->last_used_at || *used->last_used_at + kTouchEvery < now) {
    RAPPORT_TRY(store_.write(
        [&](Unit& unit) { return unit.members().touch_token(used->workspace, used->id, now); }));
  }
  return caller;
}

}  // namespace rapport
