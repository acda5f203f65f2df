// A text as it is compared with others: what people do to the same words is taken away.
//
// - case, accents and vowel marks: "Ärger", "ARGER" and "arger"
// - ways of writing the same letter: full width, "𝓯𝓪𝓷𝓬𝔂", circled, ligatures (compatibility
//   decomposition)
// - letters of another script that look the same, in a word that mixes them: "pаypal" with a
// Cyrillic
//   "а"
// - elongation: three or more of the same letter are two
// - curly quotation marks, dashes, all white space (a run of it is one space), what is invisible
//
// It is not for showing, and not for telling languages apart.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

// Most bytes of a text that are looked at; the rest is as if it weren't there.
inline constexpr std::size_t kMostComparedBytes = 16U << 10U;

// Appends the normal form; valid UTF-8, no longer than three times what was looked at. Broken bytes
// become spaces. The normal form of a normal form is itself.
void append_normal_form(std::string_view text, std::string& out);

std::string normal_form(std::string_view text);

}  // namespace rapport
