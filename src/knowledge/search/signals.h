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
  kShortTitle,    // a short text that says it is about more than this
  kShortBody,
};

inline constexpr std::size_t kSearchSignals = 12;

// Of one article for one post; kept by signal.
using SignalValues = std::array<double, kSearchSignals>;

// Learned from questions whose article is known (tools/eval/faqs); a word in the title weighs 1.
struct SearchWeights {
  SignalValues of = {1, 0.961, 0.620, 0.367, 0.037, 0.041, 0.307, 0.286, 2.709, 7.205, 3.092, 2.351};
};

}  // namespace rapport
