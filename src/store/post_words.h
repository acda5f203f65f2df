// The words of a post: to learn from, or to show.

#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

struct PostWords {
  PostId post;
  ConversationId conversation;
  std::string text;
  std::vector<std::string> langs;
  Time created_at;
};

}  // namespace rapport
