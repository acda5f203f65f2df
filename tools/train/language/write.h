// Puts what was learned into the form in which it is shipped: see text/language/model_file.h.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus.h"
#include "learn.h"
#include "rows.h"
#include "text/language/model_file.h"

namespace rapport {

// What a group of languages has learned.
struct Taught {
  Rows rows;
  Learned learned;
  // What is looked up is the longest piece alone, so its row holds the shorter ones'.
  std::vector<Place> folded;
};

std::vector<Place> fold(const Rows& rows, const Learned& learned);

// The bytes of the model. Fills in what of the head depends on the rows.
std::string model_of(LanguageModelHead& head, const std::vector<Group>& groups,
                     const std::vector<Taught>& taught, std::size_t row_count);

}  // namespace rapport
