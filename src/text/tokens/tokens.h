// Social text cut into tokens: words, numbers, names and addresses, emoticons, emoji, punctuation.
//
// "@user@host", "#tag", "https://…" and "a@b.c" are one token each, and so is "don't" (whichever
// apostrophe), "soooo" (kept as "soo"), ":-(" (kept as ":("), a run of "!!!" (kept as "!!") and an
// emoji with all that joins it. Scripts without spaces (Han, Kana, Thai …) are cut into pairs of
// neighbours that overlap, as search engines do; a single one stands for itself.
//
// Each token has a normal form, in which one feature is one spelling: small letters, straight
// apostrophes, digits as 0, names as "@", addresses as "http".

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace rapport {

enum class TokenKind : std::uint8_t {
  kWord,
  kDense,  // two neighbours (or one alone) of a script without spaces
  kNumber,
  kMention,
  kHashtag,
  kCashtag,
  kLink,
  kEmail,
  kEmoticon,
  kEmoji,
  kPunctuation,
};

struct TextToken {
  Span span;                       // in the text
  std::uint32_t normal_begin = 0;  // in Tokens::normal
  std::uint32_t normal_end = 0;
  TokenKind kind = TokenKind::kWord;
  bool shouted = false;    // of two or more letters, all capital
  bool stretched = false;  // a character three times or more in a row
};

struct Tokens {
  std::vector<TextToken> list;
  std::string normal;                    // the normal forms, one after the other
  std::vector<std::uint32_t> sentences;  // the first token of each sentence; 0 is not among them

  std::string_view normal_of(const TextToken& token) const {
    return std::string_view(normal).substr(token.normal_begin,
                                           token.normal_end - token.normal_begin);
  }
};

// Most bytes that are looked at; the rest of a longer text is not read.
inline constexpr std::size_t kMostReadBytes = 64U << 10U;

// Cuts `text` (UTF-8; broken bytes are as spaces) into `out`, which keeps its memory.
void cut_tokens(std::string_view text, Tokens& out);

}  // namespace rapport
