// A tag: a word the whole team puts on conversations, so that they can be found and counted.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/conversation.h"
#include "model/ids.h"

namespace rapport {

// The few colours a tag may have. The web app knows how each looks in light and dark.
enum class TagColor { kGray, kRed, kOrange, kYellow, kGreen, kTeal, kBlue, kViolet, kPink };

std::string_view to_word(TagColor color);  // "gray", "red", …
std::optional<TagColor> tag_color_of(std::string_view word);

struct Tag {
  WorkspaceId workspace;
  TagId id;
  std::string name;    // as somebody wrote it
  std::string folded;  // without case: unique in the workspace
  TagColor color = TagColor::kGray;
  Time created_at;
};

// A tag on its way out: it is on no screen any more, and is being taken off its conversations, or
// replaced there by the one it was merged into.
struct LeavingTag {
  WorkspaceId workspace;
  TagId id;
  std::optional<TagId> into;
};

// How many conversations in a state have the tag. Kept, not counted.
struct TagTotal {
  TagId tag;
  ConversationState state = ConversationState::kOpen;
  std::int64_t total = 0;
};

}  // namespace rapport
