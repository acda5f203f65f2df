// The team: signing in, workspaces, members with their roles, invitations, tokens, and what was
// done by whom.
//
// Every change of a team is audited, announced (EventKind::kTeam) and made while the team is held
// still, so that a workspace always keeps an owner.

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

// A workspace as one of its members sees it.
struct Membership {
  Workspace workspace;
  Member member;
};

// An invitation with its link's secret, which is shown this once.
struct NewInvitation {
  Invitation invitation;
  std::string secret;
};

struct InvitationView {
  Invitation invitation;
  Workspace workspace;
  std::string by_name;  // empty: the command line
};

struct JoinRequest {
  std::string secret;
  std::string name;
  std::string password;              // a new one; where the login exists, its own
  std::optional<LoginId> signed_in;  // who holds the link, and needs no password for that login
};

struct AuditView {
  AuditEntry entry;
  std::string by_name;  // empty: the command line, or Rapport itself
};

struct AuditPage {
  std::vector<AuditView> entries;  // newest first
  std::optional<AuditPlace> next;
};

class Team {
 public:
  Team(Store& store, IdMaker& ids, const Clock& clock) : store_(store), ids_(ids), clock_(clock) {}

  // No owner exists yet in the whole installation.
  Result<bool> needs_setup();
  // Makes the workspace and its owner. Fails with conflict if there is an owner already.
  Result<Member> set_up(const SetupRequest& request);

  // Into the workspace the login was in last. Wrong e-mail and wrong password answer alike and take
  // alike long. unauthorized.
  Result<SignedIn> sign_in(const std::string& email, const std::string& password);
  // Signs a member in without a password: for the demo on loopback alone.
  Result<SignedIn> sign_in_as(const Member& member);
  Result<Done> sign_out(const std::string& session_secret);

  Result<Caller> caller_by_session(const std::string& session_secret);
  Result<Caller> caller_by_token(const std::string& token_secret);

  // The workspaces of the login behind `by`, oldest first.
  Result<std::vector<Membership>> workspaces(const Member& by);
  // Another workspace of this installation, with `by` as its owner. Whoever owns one may open
  // another; the owner of one brand does not see into it.
  Result<Membership> create_workspace(const Member& by, const std::string& name);
  // The same from the command line, for the owner with this e-mail.
  Result<Membership> create_workspace_for(const std::string& owner_email, const std::string& name);
  // Moves a browser's session to another membership of its login, with a new csrf. A workspace
  // that is none of theirs is not_found. A token never moves.
  Result<Caller> switch_workspace(const std::string& session_secret, WorkspaceId to);
  Result<Workspace> rename_workspace(const Member& by, const std::string& name);

  Result<std::vector<Member>> members(const Member& by);
  // From the command line: adds a member, and its login if that e-mail is new. A login that exists
  // keeps its password and needs none here.
  Result<Member> add_member(WorkspaceId workspace, const std::string& name,
                            const std::string& email, const std::string& password, Role role);
  // Asks somebody in by a link, which takes the place of an earlier one. Whether the address has a
  // login in this installation makes no difference here, so that nobody can ask for that. conflict:
  // a member of this workspace already.
  Result<NewInvitation> invite(const Member& by, const std::string& email, Role role);
  Result<std::vector<InvitationView>> invitations(const Member& by);
  // A fresh link, good for another seven days; the old one is dead.
  Result<NewInvitation> renew_invitation(const Member& by, InvitationId id);
  Result<Done> withdraw_invitation(const Member& by, InvitationId id);
  // What the holder of a link sees before joining. not_found for any link that does not work,
  // whatever the reason.
  Result<InvitationView> look_at_invitation(const std::string& secret);
  // Joins, once. invalid: the login exists, and that is not its password.
  Result<Member> join(const JoinRequest& request);

  // From the command line `by` is nobody. Only an owner makes or changes an owner, and the last
  // owner stays one: conflict. The present role changes nothing.
  Result<Member> change_role(std::optional<Member> by, WorkspaceId workspace, MemberId id,
                             Role role);
  // Ends their sessions and tokens here, leaves what they own to nobody, drops their drafts and the
  // invitations they made. Their name stays with what they did.
  Result<Done> remove_member(std::optional<Member> by, WorkspaceId workspace, MemberId id);
  // Goes oneself, by the same rules. Gives the membership to go on with, if there is another.
  Result<std::optional<Member>> leave(const Member& by);

  // What this team calls oneself; other workspaces keep their own name.
  Result<Member> change_name(const Member& by, const std::string& name);
  // Ends every other session of the login, in all workspaces. invalid: not the present password.
  Result<Done> change_password(const Member& by, const std::string& session_secret,
                               const std::string& present, const std::string& wanted);

  // What `by` keeps for themselves. Everybody may; it is neither audited nor announced.
  Result<std::vector<Preference>> preferences(const Member& by);
  // invalid: longer than 200 bytes.
  Result<Done> prefer(const Member& by, PreferenceKind kind, const std::string& value);

  Result<AuditPage> audit_log(const Member& by, std::optional<AuditPlace> after, int most);

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
