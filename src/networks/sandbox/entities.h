// Mentions, links and tags in a text of the sandbox.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/post.h"

namespace rapport {

// The native id of the account with this handle; empty if there is none.
using HandleLookup = std::function<std::string(std::string_view)>;

// In the order of the text. An "@handle" that nobody has stays plain text, as on any network.
std::vector<Entity> find_sandbox_entities(std::string_view text, const HandleLookup& account);

}  // namespace rapport
