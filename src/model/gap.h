// Questions that people put and no article answers, put together by what they ask.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

using GapId = Id<struct GapNoun>;

enum class GapState {
  kOpen,
  kWritten,    // an article answers it now
  kDismissed,  // somebody said that it needs none
};
std::string_view to_word(GapState state);  // "open", "written", "dismissed"
std::optional<GapState> gap_state_of(std::string_view word);

struct Gap {
  WorkspaceId workspace;
  GapId id;
  std::string name;
  std::vector<std::string> words;  // the most telling first
  std::string language;            // BCP 47, the primary part alone
  GapState state = GapState::kOpen;
  std::optional<ArticleId> article;  // that answers it, or was begun from it
  std::int64_t people = 0;           // who asked
  std::int64_t waiting = 0;          // of them, who still wait
  std::int64_t posts = 0;            // in which they asked
  Microseconds longest_wait{};
  Time first_at{};
  Time last_at{};

  bool operator==(const Gap&) const = default;
};

// A question of a gap, as it is shown.
struct GapPost {
  GapId gap;
  PostId post;
  ConversationId conversation;
  AccountId author;
  std::string author_name;  // as they show it, or their handle
  std::string text;
  Time at{};

  bool operator==(const GapPost&) const = default;
};

// When a workspace's gaps were learned last, and what there was then.
struct GapLesson {
  WorkspaceId workspace;
  Time learned_at{};
  PostId newest;                   // none: no post at all
  std::int64_t article_stamp = 0;  // KnowledgeStamp::stamp

  bool operator==(const GapLesson&) const = default;
};

}  // namespace rapport
