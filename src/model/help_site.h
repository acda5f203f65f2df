// A workspace's public pages: where anybody reads what it published, without signing in.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

struct HelpSite {
  WorkspaceId workspace;
  std::string slug;      // in its address, /help/{slug}; one of all workspaces
  bool enabled = false;  // otherwise nobody sees anything of it
  std::string title;
  std::string intro;   // a line below the title; may be empty
  std::string accent;  // of links, as "#0f766e"; empty: ours
  std::optional<MemberId> by;
  Time changed_at{};

  bool operator==(const HelpSite&) const = default;
};

// "#0F766E" → "#0f766e"; nothing if it is no colour.
std::optional<std::string> colour_of(std::string_view text);

}  // namespace rapport
