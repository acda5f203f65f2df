// Whether a text that began as an assistant's proposal has become somebody's own.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/ids.h"

namespace rapport {

class Unit;

// Of a proposal's letters and digits a tenth has to be other ones, but at least ten, and half of a
// very short one; leaving some out, or turning them about, adds nothing of one's own. White space,
// case and punctuation are nobody's words.
bool is_own(std::string_view text, std::string_view proposal);

// Fails with invalid (field "text") if it is still what was proposed in this conversation, or
// lately anywhere in the workspace.
Result<Done> check_own_words(Unit& unit, WorkspaceId workspace,
                             std::optional<ConversationId> conversation, const std::string& text);

}  // namespace rapport
