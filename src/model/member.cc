#include "model/member.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<Role, 5> kRoles{{{Role::kOwner, "owner"},
                                 {Role::kAdmin, "admin"},
                                 {Role::kAgent, "agent"},
                                 {Role::kAnalyst, "analyst"},
                                 {Role::kViewer, "viewer"}}};

}  // namespace

std::string_view to_word(Role role) { return kRoles.word(role); }
std::optional<Role> role_of(std::string_view word) { return kRoles.find(word); }

}  // namespace rapport
