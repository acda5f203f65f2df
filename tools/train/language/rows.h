// Which words and pieces get a row: those that tell most.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus.h"

namespace rapport {

struct Rows {
  std::vector<std::uint64_t> pieces;
  Words shorter;  // the row of a piece without its last letter; UINT32_MAX if there is none
  std::vector<std::uint64_t> words;
};

// Notes in the group's words which rows are theirs, and lets their pieces go.
Rows choose_rows(Group& group, std::size_t most_words, std::size_t most_pieces);

}  // namespace rapport
