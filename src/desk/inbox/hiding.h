// Hiding what others said below a post of ours. Who hides, and whether the network lets us.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/channel.h"

namespace rapport {

class Unit;

struct HidingPower {
  std::optional<Channel> channel;  // that owns the thread's root, if replies below it can be hidden
  std::string why_not;             // in words for people
};

// Of the thread below this root.
Result<HidingPower> hiding_power(Unit& unit, WorkspaceId workspace, std::string_view network,
                                 std::string_view root_native_id);

}  // namespace rapport
