// Who works here: a workspace is one brand, a login a human with a password, a member that human in
// one workspace with a role.

#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

struct Workspace {
  WorkspaceId id;
  std::string name;
  Time created_at;
};

struct Login {
  LoginId id;
  std::string email;  // lower case; unique in the installation
  std::string
      password_hash;  // argon2id, libsodium's string form; empty: cannot sign in by password
  Time created_at;
};

enum class Role { kOwner, kAdmin, kAgent, kAnalyst, kViewer };

std::string_view to_word(Role role);  // "owner", "admin", …
std::optional<Role> role_of(std::string_view word);

// What somebody may do here. Which role may do what is the one table in member.cc; the routes, the
// desk's verbs, the web app and Settings all read it there.
enum class Permission {
  kRead,             // everything the workspace holds
  kExport,           // take conversations and figures out
  kSaveViews,        // keep views of their own
  kAnswer,           // answer people, decide about conversations, write notes, tag
  kManageChannels,   // connect and disconnect accounts
  kManageTeam,       // invite, remove, change roles
  kSeeAudit,         // read who did what
  kManageWorkspace,  // rename it, and what is the same for everybody
  kManageOwners,     // make owners, and unmake them; open another workspace
};

std::string_view to_word(Permission permission);  // "read", "answer", "manage_team", …
bool may(Role role, Permission permission);
std::span<const Permission> permissions_of(Role role);  // in the order above
std::span<const Role> all_roles();                      // owner first

struct Member {
  WorkspaceId workspace;
  MemberId id;
  LoginId login;
  std::string name;
  std::string email;
  Role role = Role::kViewer;
  Time created_at;

  bool may(Permission permission) const { return rapport::may(role, permission); }
  // May answer people and decide about conversations.
  bool may_answer() const { return may(Permission::kAnswer); }
  // May connect channels and manage the team.
  bool may_manage() const { return may(Permission::kManageTeam); }
};

// What a member keeps for themselves, wherever they sit. Each is a short text that only the screens
// understand.
enum class PreferenceKind {
  kFirstLook,  // how far the guided look round got
};
inline constexpr std::array kAllPreferences{PreferenceKind::kFirstLook};

std::string_view to_word(PreferenceKind kind);  // "first_look"
std::optional<PreferenceKind> preference_kind_of(std::string_view word);

struct Preference {
  WorkspaceId workspace;
  MemberId member;
  PreferenceKind kind = PreferenceKind::kFirstLook;
  std::string value;
};

// Somebody who is asked to join and has no login yet. The link holds the secret, we its hash alone.
struct Invitation {
  WorkspaceId workspace;
  InvitationId id;
  std::string email;  // lower case; one invitation an address and workspace
  Role role = Role::kAgent;
  std::optional<MemberId> by;  // nobody: the command line
  std::string secret_hash;
  Time created_at;
  Time expires_at;
};

// A browser's sign-in. Only a hash of the cookie's secret is kept.
struct Session {
  std::string token_hash;  // hex of BLAKE2b-256 of the cookie value
  LoginId login;
  WorkspaceId workspace;
  MemberId member;
  std::string csrf;
  Time created_at;
  Time expires_at;
};

// A personal access token for the command line and scripts. Only a hash is kept.
struct Token {
  WorkspaceId workspace;
  TokenId id;
  MemberId member;
  std::string name;
  std::string token_hash;
  Time created_at;
  std::optional<Time> last_used_at;
};

// What was done by whom, for those who must be able to ask.
struct AuditEntry {
  WorkspaceId workspace;
  std::optional<MemberId> by;
  std::string verb;    // "channel.connect", "post.delete", "member.add", …
  std::string object;  // what it was done to, as an id or handle
  std::string detail;  // the reason given, or what changed; never a secret
  Time at;
  AuditId id = {};  // given by the store
};

// A place in the audit log read page by page: after this entry.
struct AuditPlace {
  Time at;
  AuditId id;
};

}  // namespace rapport
