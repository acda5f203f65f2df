// The team: signing in, the first owner, members and their tokens.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/member.h"

namespace rapport {

class Store;

// What a browser gets when it signs in. `secret` goes into the cookie and is kept nowhere.
struct SignedIn {
  std::string secret;
  Session session;
  Member member;
  Workspace workspace;
};

struct NewToken {
  Token token;
  std::string secret;  // shown once: "rpt_…"
};

struct SetupRequest {
  std::string workspace;
  std::string name;
  std::string email;
  std::string password;
};

// Who is asking, found out for each request.
struct Caller {
  Member member;
  Workspace workspace;
  std::string csrf;  // empty for a token, which needs none
};

class Team {
 public:
  Team(Store& store, IdMaker& ids, const Clock& clock) : store_(store), ids_(ids), clock_(clock) {}

  // No owner exists yet in the whole installation.
  Result<bool> needs_setup();
  // Makes the workspace and its owner. Fails with conflict if there is an owner already.
  Result<Member> set_up(const SetupRequest& request);

  // Wrong e-mail and wrong password answer alike and take alike long. unauthorized.
  Result<SignedIn> sign_in(const std::string& email, const std::string& password);
  // Signs a member in without a password: for the demo on loopback alone.
  Result<SignedIn> sign_in_as(const Member& member);
  Result<Done> sign_out(const std::string& session_secret);

  Result<Caller> caller_by_session(const std::string& session_secret);
  Result<Caller> caller_by_token(const std::string& token_secret);

  Result<std::vector<Member>> members(const Member& by);
  // Adds a member (and its login, if that e-mail is new). From the command line `by` is nobody.
  Result<Member> add_member(std::optional<Member> by, WorkspaceId workspace,
                            const std::string& name, const std::string& email,
                            const std::string& password, Role role);

  Result<std::vector<Token>> tokens(const Member& by);
  Result<NewToken> create_token(const Member& by, const std::string& name);
  Result<Done> remove_token(const Member& by, TokenId id);

 private:
  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
};

// argon2id by libsodium, interactive limits (about 76 ms). Fails with invalid if it is shorter than
// 10 characters or longer than 1,000 bytes.
Result<std::string> hash_password(const std::string& password);
bool password_matches(const std::string& hash, const std::string& password);

}  // namespace rapport
