#include "model/member.h"

#include <algorithm>
#include <array>

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<Role, 5> kRoles{{{Role::kOwner, "owner"},
                                 {Role::kAdmin, "admin"},
                                 {Role::kAgent, "agent"},
                                 {Role::kAnalyst, "analyst"},
                                 {Role::kViewer, "viewer"}}};

constexpr Words<Permission, 9> kPermissions{{{Permission::kRead, "read"},
                                             {Permission::kExport, "export"},
                                             {Permission::kSaveViews, "save_views"},
                                             {Permission::kAnswer, "answer"},
                                             {Permission::kManageChannels, "manage_channels"},
                                             {Permission::kManageTeam, "manage_team"},
                                             {Permission::kSeeAudit, "see_audit"},
                                             {Permission::kManageWorkspace, "manage_workspace"},
                                             {Permission::kManageOwners, "manage_owners"}}};

constexpr Words<PreferenceKind, 1> kPreferences{{{PreferenceKind::kFirstLook, "first_look"}}};

using enum Permission;
constexpr std::array kOfViewer{kRead};
constexpr std::array kOfAnalyst{kRead, kExport, kSaveViews};
constexpr std::array kOfAgent{kRead, kExport, kSaveViews, kAnswer};
constexpr std::array kOfAdmin{kRead,           kExport,     kSaveViews, kAnswer,
                              kManageChannels, kManageTeam, kSeeAudit,  kManageWorkspace};
constexpr std::array kOfOwner{kRead,     kExport,          kSaveViews,
                              kAnswer,   kManageChannels,  kManageTeam,
                              kSeeAudit, kManageWorkspace, kManageOwners};
constexpr std::array kAllRoles{Role::kOwner, Role::kAdmin, Role::kAgent, Role::kAnalyst,
                               Role::kViewer};

}  // namespace

std::string_view to_word(PreferenceKind kind) { return kPreferences.word(kind); }
std::optional<PreferenceKind> preference_kind_of(std::string_view word) {
  return kPreferences.find(word);
}

std::string_view to_word(Permission permission) { return kPermissions.word(permission); }

std::span<const Permission> permissions_of(Role role) {
  switch (role) {
    case Role::kOwner:
      return kOfOwner;
    case Role::kAdmin:
      return kOfAdmin;
    case Role::kAgent:
      return kOfAgent;
    case Role::kAnalyst:
      return kOfAnalyst;
    case Role::kViewer:
      return kOfViewer;
  }
  return {};
}

bool may(Role role, Permission permission) {
  return std::ranges::find(permissions_of(role), permission) != permissions_of(role).end();
}

std::span<const Role> all_roles() { return kAllRoles; }

std::string_view to_word(Role role) { return kRoles.word(role); }
std::optional<Role> role_of(std::string_view word) { return kRoles.find(word); }

}  // namespace rapport
