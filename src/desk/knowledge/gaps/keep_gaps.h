// Gaps from one lesson to the next: the same one as long as its questions are the same, and closed
// once an article answers them. Pure.

#pragma once

#include <map>
#include <set>
#include <vector>

#include "store/gaps.h"

namespace rapport {

// What was there before a lesson, and what it found out.
struct GapsAgain {
  std::vector<Gap> before;
  std::vector<PostOfGap> kept;           // the posts of those
  std::vector<KeptGap> learned;          // questions that no article answers; without ids
  std::map<PostId, ArticleId> answered;  // the questions that one does
  std::set<ArticleId> published;
  Time from{};  // what was asked before is looked at no more
};

inline constexpr std::size_t kMostOpenGaps = 100;
inline constexpr std::size_t kMostDismissedGaps = 100;

// Those to be kept; what is new has no id. `learned` are all there are, the most wanted first.
//
// A gap is the one before with which it shares most posts, if that is half of the smaller of both.
// It takes over id, state and article. An open one is written when its article is published, or
// when articles answer more than half of its posts; with the one that answers most. One whose
// article is published no more is open again. Those that were not found again stay if they are
// dismissed or have an article, begun or published, and somebody asked since `from`.
//
// One with an article is kept whatever others there are. Of the others the most wanted
// kMostOpenGaps are, every dismissed one that is asked on, and of the dismissed ones that were not
// found again those kMostDismissedGaps that somebody asked last.
std::vector<KeptGap> keep_gaps(GapsAgain again);

}  // namespace rapport
