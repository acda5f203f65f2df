// Text as people count it. All text in the house is UTF-8; offsets are bytes.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

// How many characters a person sees (extended grapheme clusters). Broken bytes count as one each.
std::size_t count_graphemes(std::string_view text);

// The longest beginning of `text` of at most `most` graphemes.
std::string_view cut_graphemes(std::string_view text, std::size_t most);

// The longest beginning of at most `most` bytes that splits no grapheme.
std::string_view cut_bytes(std::string_view text, std::size_t most);

// Length in UTF-16 units, which browsers count in.
std::size_t utf16_length(std::string_view text);

std::u16string to_utf16(std::string_view text);
std::string to_utf8(std::u16string_view text);

// Decodes the character at `at` and moves `at` behind it; kBrokenCodePoint for a broken byte, which
// is skipped. `at` must lie inside `text`.
char32_t next_code_point(std::string_view text, std::size_t& at);
inline constexpr char32_t kBrokenCodePoint = 0xFFFFFFFF;

// The text without its case and its ways of composing the same letters: two names that a reader
// takes for the same word are the same text.
std::string fold_case(std::string_view text);

// Without white space at both ends, as Unicode sees it.
std::string_view trim(std::string_view text);

// The text without control characters, which could move a terminal's cursor, rename its window or
// answer for its user: each is U+FFFD. Line breaks and tabs stay, a "\r\n" is a line break.
std::string printable(std::string_view text);

// Nothing of it leaves ink: white space, characters that only steer others, blank letters.
bool is_blank(std::string_view text);

}  // namespace rapport
