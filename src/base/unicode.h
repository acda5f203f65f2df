// Text as people count it. All text in the house is UTF-8; offsets are bytes.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

bool is_utf8(std::string_view bytes);

// The same text where each broken sequence is U+FFFD and each NUL, which databases cut at, a space.
std::string clean_utf8(std::string_view bytes);

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

// Nothing of it leaves ink: white space, characters that only steer others, blank letters.
bool is_blank(std::string_view text);

}  // namespace rapport
