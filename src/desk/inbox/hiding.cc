#include "desk/inbox/hiding.h"

#include <algorithm>

#include "store/store.h"

namespace rapport {

Result<HidingPower> hiding_power(Unit& unit, WorkspaceId workspace, std::string_view network,
                                 std::string_view root_native_id) {
  HidingPower power;
  power.why_not = "Only replies below a post of your own can be hidden.";
  auto root = unit.posts().by_native_id(workspace, network, root_native_id);
  RAPPORT_TRY(root);
  if (!*root || (*root)->address != Address::kOurs) return power;
  auto channels = unit.channels().all(workspace);
  RAPPORT_TRY(channels);
  const auto ours = std::ranges::find(*channels, (*root)->author, &Channel::account);
  if (ours == channels->end()) return power;
  if (!ours->limits.hides_replies) {
    power.why_not =
        "This network has no way to hide a reply. You can answer it, or mute or block who wrote "
        "it.";
    return power;
  }
  power.channel = std::move(*ours);
  power.why_not.clear();
  return power;
}

}  // namespace rapport
