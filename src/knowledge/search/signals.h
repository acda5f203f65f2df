// What speaks for an article when a post asks, and how much each of it weighs.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace rapport {

enum class SearchSignal : std::uint8_t {
  kTitleWords,  // BM25 of the post's words in what the article is asked by
  kTitleSmallWords,
  kBodyWords,  // … in what it says
  kBodySmallWords,
  kTitlePieces,
  kBodyPieces,
  kBodyPairs,     // of neighbouring words
  kBestPassage,   // BM25 of the one passage that has most of the post
  kNamesInTitle,  // share of the names in the post that the title has
  kNames,         // … that the article has
  kRelatedTitle,  // BM25 of words that stand for those of the post that the title lacks
  kRelatedBody,
  kTitleCover,  // how much of what the post says the title has, in these or in other words
  kCover,       // … the article has, each word by how rare it is in life
  kShortTitle,  // a short text that says it is about more than this
  kShortBody,
};

inline constexpr std::size_t kSearchSignals = 16;

// Of one article for one post; kept by signal.
using SignalValues = std::array<double, kSearchSignals>;

// Learned from questions whose article is known (tools/eval/faqs); a word in the title weighs 1.
struct SearchWeights {
  SignalValues of = {1,     1.106, 0.292, 0.366, 0.037, 0.048, 0.341, 0.326,
                     4.700, 4.748, 1.462, 0.567, 8.655, 9.815, 4.738, 2.733};
};

}  // namespace rapport
