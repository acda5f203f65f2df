// Questions as vectors of what they say: stems, neighbours and pieces of words, each weighed by how
// few questions have it. Two questions are as close as the cosine between them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport {

// A term's number and its weight; ascending by number.
using TermVector = std::vector<std::pair<std::uint32_t, float>>;

struct QuestionWeights {
  double small_words = 1;  // against a word that says something
  double pairs = 0.5;      // of two neighbouring words
  double pieces = 0.15;    // of 3 to 5 characters
};

struct QuestionVectors {
  std::vector<TermVector> vectors;     // one a question, of length 1 at most
  std::vector<bool> small;             // of each term: it says little
  std::vector<std::uint32_t> holders;  // of each term: how many questions have it
};

// Of questions of one language. Terms that only one question has count in its length alone.
QuestionVectors question_vectors(std::span<const std::string_view> questions,
                                 std::string_view language, const QuestionWeights& weights = {});

double dot(const TermVector& a, const TermVector& b);

}  // namespace rapport
