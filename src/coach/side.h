// One side of an exchange, cut once and read once: its words, its sentences and what each of them
// is. All rules look at this and at nothing else of a text.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "text/tokens/tokens.h"

namespace rapport::coach {

struct Word {
  Span span;
  std::string_view normal;  // small letters; digits are 0 (text/tokens/tokens.h)
  std::uint32_t sentence = 0;
  TokenKind kind = TokenKind::kWord;
  bool content = false;         // says what a text is about
  std::uint8_t meaning = 0;     // of a content word, which everyday thing (concepts.h)
  std::uint32_t beginning = 0;  // its first three bytes, to compare quickly
  std::uint32_t hash = 0;       // of its normal form, to look up quickly
};

struct Sentence {
  Span span;
  std::size_t first_word = 0;
  std::size_t last_word = 0;  // behind the last
  bool asks = false;          // ends with a question mark

  std::size_t size() const { return last_word - first_word; }
};

struct Side {
  std::string_view text;
  Tokens tokens;
  std::vector<Word> words;  // without punctuation, emoji and emoticons
  std::vector<Sentence> sentences;
  std::vector<Span> emoji;
  Reading reading;
  std::string_view language;  // whose word lists count; "" if none does

  std::string_view of(Span span) const { return text.substr(span.begin, span.end - span.begin); }
  std::string_view of(const Word& word) const { return of(word.span); }
};

// What Word::beginning and Word::hash (FNV-1a of 32 bits) are of a normal form.
std::uint32_t beginning_of_word(std::string_view normal);
std::uint32_t hash_of_word(std::string_view normal);

// Cuts `text` into `out`, which keeps its memory. The reading is left alone.
void cut_side(std::string_view text, Side& out);

// Do two words in their normal form mean the same thing, as far as their beginnings tell
// ("deliver", "delivered", "deliveries")?
bool same_stem(std::string_view a, std::string_view b);

// Are two content words about the same: alike as far as their beginnings tell, or one thing?
bool same_matter(const Word& a, const Word& b);

// How many different content words of words [begin, end) of `a` stand somewhere in `b`.
std::size_t shared_words(const Side& a, std::size_t begin, std::size_t end, const Side& b,
                         std::size_t b_begin, std::size_t b_end);

}  // namespace rapport::coach
