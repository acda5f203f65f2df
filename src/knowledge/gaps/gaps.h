// Questions that no article answers, put together by what they ask, the most wanted first.
//
// A gap is named by the words that tell its questions from all others, as people wrote them, in the
// order of its most central question; that question is its first example. No word of it is ours.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "knowledge/gaps/group_questions.h"

namespace rapport {

struct AskedQuestion {
  std::string_view text;
  std::string_view language;  // BCP 47; each language is grouped by itself
  std::int64_t person = 0;    // who asked
  Time asked_at{};
  std::optional<Time> answered_at;  // none: they still wait
};

struct FoundGap {
  std::string name;
  std::vector<std::string> words;      // the most telling first
  std::vector<std::size_t> questions;  // places of what was given, the most central first
  std::size_t people = 0;              // who asked
  std::size_t waiting = 0;             // of them, who still wait for an answer
  Microseconds longest_wait{};
  Time first_at{};
  Time last_at{};
};

struct GapOptions {
  GroupOptions grouping;
  std::size_t fewest_people = 2;  // of fewer it is no gap yet
  std::size_t most_words = 5;
};

// By how many people wait, then by how many asked, then the one asked last. Pure: the same
// questions, the same gaps.
std::vector<FoundGap> find_gaps(std::span<const AskedQuestion> questions, Time now,
                                const GapOptions& options = {});

}  // namespace rapport
