// The terms of a text: words that can name a topic, and two such words side by side. The same in
// learning and in looking up.

#pragma once

#include <cstdint>
#include <string_view>

#include "text/tokens/tokens.h"

namespace rapport {

// A word's key: the same for its plural ("delivery", "deliveries"). Never 0.
std::uint64_t word_key(std::string_view normal);
std::uint64_t pair_key(std::uint64_t first, std::uint64_t second);

// The key of a term as topics write it, one word or two.
std::uint64_t term_key(std::string_view words);

// The word of a token that can name a topic, if it is one: without '#', no stop word, not too
// short. Of scripts without spaces two ideographs or two Katakana. Empty if it is none.
std::string_view topic_word(const Tokens& tokens, const TextToken& token);

// Could it be one by its kind and length alone? Cheaper: what is no stop word need not be asked of
// words that are looked up anyway.
std::string_view plain_word(const Tokens& tokens, const TextToken& token);

// Do two tokens stand side by side, with nothing but a space between them?
bool are_neighbours(const TextToken& first, const TextToken& second);

}  // namespace rapport
