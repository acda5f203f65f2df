// Text cut into the words that a search compares, as SQLite's tokenizer "unicode61
// remove_diacritics 2" cuts it, for engines that are handed words.
//
// A word is a run of letters, digits and private signs; everything else parts words. Words are
// compared without case, and Latin letters without their accents.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// In the order of the text, repeated as often as they stand there.
std::vector<std::string> words_of(std::string_view text);

}  // namespace rapport
