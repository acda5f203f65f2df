// A text cut into the words that queries find: the same way for what is heard and what is asked.
//
// - A word is a run of letters, marks, digits and inner underscores of scripts that put spaces
//   between words. "don't", "10:30", "3.5", "1,000", "C++", "C#" and "Disney+" are one word each;
//   "coca-cola" and "AT&T" are two, the latter joined by the sign.
// - In scripts without spaces each character is a word (with the marks on it); so a term is found
//   inside running text. An emoji, with all that joins it, is one.
// - "@name@host" is one word, found as "name" too; the inside of "#tag" and "$tag" is cut as above.
//   All three are names, found by what is written with their sign.
// - A link with "https://", "www." or a path is one word that only an address finds. A bare
//   "acme.com" is two words, as people say it.
// - Everything else (punctuation, symbols, what is invisible) stands between words and counts for
//   nothing.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "listen/letters.h"
#include "model/reading.h"

namespace rapport {

// Most bytes of a text that are looked at.
inline constexpr std::size_t kMostHeardBytes = 64U << 10U;

// What stands between a word and the one before it.
enum class Joint : std::uint8_t {
  kOpen,       // space, punctuation; and before the first
  kTouching,   // nothing
  kAmpersand,  // "&", with or without spaces around it
};

enum class SpokenKind : std::uint8_t { kWord, kDense, kEmoji, kLink };

struct SpokenWord {
  Span span;  // in the text; with the sign of a name that begins with it
  SpokenKind kind = SpokenKind::kWord;
  Joint joint = Joint::kOpen;
  // [begin, end) of Spoken::letters. Of a handle the part before its host; none of a link.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  // It is found without these, too: "l'" before it; "'s", "+" behind it. Of an emoji: a skin tone.
  std::uint8_t before = 0;
  std::uint8_t behind = 0;
};

// "#tag", "@handle", "$cash": letters without the sign, and which words it covers.
struct SpokenName {
  char sign = '#';
  Span span;
  std::uint32_t begin = 0;  // of Spoken::letters
  std::uint32_t end = 0;
  std::uint32_t first = 0;  // of Spoken::words
  std::uint32_t last = 0;
};

struct Spoken {
  std::vector<SpokenWord> words;
  std::vector<SpokenName> names;
  std::vector<Letter> letters;
};

// Cuts `text` (UTF-8; broken bytes stand between words). With special wildcards "*" and "?" belong
// to the word they touch.
void cut_spoken(std::string_view text, Wildcards wildcards, Spoken& out);

}  // namespace rapport
