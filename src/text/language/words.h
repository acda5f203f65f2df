// Cuts a short text into the words that tell its language: folded letters of one script, without
// mentions, tags, links, digits and emoji.

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/language/script.h"

namespace rapport {

// Made from Unicode's data when the model is trained, so that reading asks no library.
struct LetterTables {
  static constexpr std::uint16_t kNotALetter = 0;
  static constexpr std::uint16_t kSkipped = 1;  // inside words, but says nothing: tatweel …
  static constexpr char32_t kFolded = 0x2000;

  // The letter in lower case, of code points below kFolded.
  std::array<std::uint16_t, kFolded> fold;
  // The script of sixteen code points each, of all below 0x10000.
  std::array<Script, 4096> script;
};

// A word's letters between two borders, as pieces of it are looked up.
struct Word {
  static constexpr std::size_t kMostLetters = 40;  // what is longer goes on as another word
  static constexpr std::uint16_t kBorder = ' ';

  // Borders included; four are read at a time, so there is room behind.
  std::array<std::uint16_t, kMostLetters + 8> letters{};
  std::size_t size = 1;    // without the last border
  std::uint64_t hash = 0;  // of the whole word
};

inline constexpr std::size_t kLongestPiece = 5;

namespace language_detail {

inline std::uint64_t mixed(std::uint64_t x) {
  x *= 0x9e3779b97f4a7c15U;
  return x ^ (x >> 32U);
}

// Up to four letters from `at` on, as one number.
inline std::uint64_t four_letters(const Word& word, std::size_t at, std::size_t count) {
  std::uint64_t out = 0;
  std::memcpy(&out, word.letters.data() + at, sizeof(out));
  return count >= 4 ? out : out & ((std::uint64_t{1} << (16 * count)) - 1);
}

}  // namespace language_detail

inline std::uint64_t hash_of_word(const Word& word) {
  std::uint64_t hash = 0x5bd1e9955bd1e995U;
  for (std::size_t at = 1; at < word.size; at += 4) {
    hash = language_detail::mixed(hash ^ language_detail::four_letters(word, at, word.size - at));
  }
  return language_detail::mixed(hash);
}

// Of `size` letters, at most kLongestPiece, borders among them.
inline std::uint64_t hash_of_piece(const Word& word, std::size_t begin, std::size_t size) {
  constexpr std::array<std::uint64_t, kLongestPiece + 1> kKept = {
      0, 0xffffU, 0xffffffffU, 0xffffffffffffU, ~std::uint64_t{0}, ~std::uint64_t{0}};
  std::uint64_t letters = 0;
  std::memcpy(&letters, word.letters.data() + begin, sizeof(letters));
  letters &= kKept[size];
  const std::uint64_t fifth = word.letters[begin + 4] * 0xd6e8feb86659fd93U;
  letters ^= size > 4 ? fifth : 0;
  return language_detail::mixed(letters ^ (size << 61U) ^ 0x2545f4914f6cdd1dU);
}

// The shortest and the longest piece from `begin` on. A border alone is none.
inline std::size_t shortest_piece(std::size_t begin) { return begin == 0 ? 2 : 1; }
inline std::size_t longest_piece(const Word& word, std::size_t begin) {
  return std::min(kLongestPiece, word.size + 1 - begin);
}

namespace language_detail {

enum AsciiClass : std::uint8_t { kBreak = 0, kSpace = 1, kApostrophe = 2, kAt = 3 };

constexpr std::array<std::uint8_t, 128> ascii_classes() {
  std::array<std::uint8_t, 128> out{};
  for (unsigned c = 0; c < 128; ++c) {
    if (c >= 'a' && c <= 'z') out[c] = static_cast<std::uint8_t>(c);
    if (c >= 'A' && c <= 'Z') out[c] = static_cast<std::uint8_t>(c + 32);
    if (c <= ' ') out[c] = kSpace;
  }
  out['\''] = kApostrophe;
  out['@'] = kAt;
  out['#'] = kAt;
  return out;
}

inline constexpr auto kAscii = ascii_classes();

inline bool is_link(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.starts_with("http") || rest.starts_with("www.");
}

}  // namespace language_detail

// Calls see.letters(script, count) for each run of letters of one script, and see.word(script,
// word) for those of scripts with many languages. Stops when see.letters says that it is enough.
// Broken bytes are read as if they were spaces.
template <class See>
void each_word(std::string_view text, const LetterTables& tables, See&& see) {
  using namespace language_detail;
  Word word;
  word.letters[0] = Word::kBorder;
  Script script = Script::kNone;
  std::size_t others = 0;  // letters of scripts that need no words
  bool enough = false;

  const auto flush = [&] {
    if (word.size > 1) {
      word.letters[word.size] = Word::kBorder;
      word.hash = hash_of_word(word);
      enough = !see.letters(script, word.size - 1);
      see.word(script, word);
      word.size = 1;
    } else if (others > 0) {
      enough = !see.letters(script, others);
      others = 0;
    }
  };
  const auto put = [&](std::uint16_t letter) {
    if (word.size > Word::kMostLetters) flush();
    word.letters[word.size++] = letter;
  };
  const auto skip_to_space = [&](std::size_t& at) {
    while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ') ++at;
  };

  std::size_t at = 0;
  while (at < text.size() && !enough) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const std::uint8_t what = kAscii[byte];
      if (what >= 'a') {
        if (script != Script::kLatin) {
          flush();
          script = Script::kLatin;
        }
        if (word.size == 1 && (what == 'h' || what == 'w') && is_link(text, at)) {
          skip_to_space(at);
          continue;
        }
        put(what);
        // Most text is runs of these.
        while (++at < text.size() && word.size <= Word::kMostLetters) {
          const auto more = static_cast<unsigned char>(text[at]);
          if (more >= 0x80 || kAscii[more] < 'a') break;
          word.letters[word.size++] = kAscii[more];
        }
        continue;
      } else if (what == kApostrophe && word.size > 1 && script == Script::kLatin) {
        // French "l'", English "don'": the apostrophe belongs to what stands before it.
        put('\'');
        flush();
      } else {
        flush();
        if (what == kAt) {
          skip_to_space(at);
          continue;
        }
      }
      ++at;
      continue;
    }

    char32_t c = 0;
    std::size_t length = 1;
    const auto next = [&](std::size_t i) -> unsigned {
      const unsigned b = at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
      return (b & 0xC0U) == 0x80U ? b & 0x3FU : 0x100U;
    };
    if (byte >= 0xC2 && byte < 0xE0) {
      const unsigned b = next(1);
      if (b < 0x40) {
        c = (byte & 0x1FU) << 6U | b;
        length = 2;
      }
    } else if (byte >= 0xE0 && byte < 0xF0) {
      const unsigned b = next(1);
      const unsigned d = next(2);
      if (b < 0x40 && d < 0x40) {
        c = (byte & 0x0FU) << 12U | b << 6U | d;
        length = 3;
        if (c < 0x800) c = 0;
      }
    }
    at += length;

    const Script of_letter = tables.script[c >> 4U];
    if (c == 0 || of_letter == Script::kNone) {
      if (c == 0x2019 && word.size > 1 && script == Script::kLatin) {
        put('\'');
        flush();
      } else if (c != 0x200C && c != 0x200D) {
        flush();
      }
      continue;
    }
    std::uint16_t letter = 2;
    if (c < LetterTables::kFolded) {
      letter = tables.fold[c];
      if (letter == LetterTables::kSkipped) continue;
      if (letter == LetterTables::kNotALetter) {
        flush();
        continue;
      }
    }
    if (of_letter != script && of_letter != Script::kInherited) {
      flush();
      script = of_letter;
    }
    if (is_group(script)) {
      put(letter);
    } else if (script != Script::kNone) {
      ++others;
    }
  }
  if (!enough) flush();
}

}  // namespace rapport
