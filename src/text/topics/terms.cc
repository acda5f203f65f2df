#include "text/topics/terms.h"

#include "text/characters/characters.h"
#include "text/reading/features.h"
#include "text/topics/stop_words.h"

namespace rapport {
namespace {

constexpr std::uint64_t kPairSeed = 0x7F4A7C15D3A2B19EU;
constexpr std::size_t kShortestWord = 3;  // bytes
constexpr std::size_t kLongestWord = 48;

bool is_ideograph(char32_t point) {
  return (point >= 0x30A1 && point <= 0x30FC) || (point >= 0x3400 && point <= 0x4DBF) ||
         (point >= 0x4E00 && point <= 0x9FFF) || point >= 0x20000;
}

// Pairs with Hiragana are mostly endings and particles.
bool is_dense_word(std::string_view normal) {
  const Decoded first = decode(normal, 0);
  if (first.size >= normal.size()) return false;
  return is_ideograph(first.point) && is_ideograph(decode(normal, first.size).point);
}

}  // namespace

std::uint64_t word_key(std::string_view normal) {
  std::string_view stem = normal;
  if (stem.ends_with("'s")) stem.remove_suffix(2);
  if (stem.size() > 3) {
    const char before = stem[stem.size() - 2];
    const bool is_long = stem.size() > 4;
    if (is_long && stem.ends_with("ies")) {
      stem.remove_suffix(3);
    } else if (stem.back() == 's' && before != 's' && before != 'u' && before != 'i') {
      stem.remove_suffix(1);
    } else if (is_long && stem.back() == 'y' &&
               std::string_view("aeiou").find(before) == std::string_view::npos) {
      stem.remove_suffix(1);
    }
  }
  const std::uint64_t key = hash_of(stem);
  return key == 0 ? 1 : key;
}

std::uint64_t pair_key(std::uint64_t first, std::uint64_t second) {
  const std::uint64_t key = mixed(first ^ kPairSeed, second);
  return key == 0 ? 1 : key;
}

std::uint64_t term_key(std::string_view words) {
  const std::size_t space = words.find(' ');
  if (space == std::string_view::npos) return word_key(words);
  return pair_key(word_key(words.substr(0, space)), word_key(words.substr(space + 1)));
}

std::string_view plain_word(const Tokens& tokens, const TextToken& token) {
  std::string_view normal = tokens.normal_of(token);
  switch (token.kind) {
    case TokenKind::kHashtag:
      // Behind '#', whichever.
      normal.remove_prefix(normal.starts_with('#') ? 1 : 0);
      break;
    case TokenKind::kWord:
      break;
    case TokenKind::kDense:
      return is_dense_word(normal) ? normal : std::string_view();
    default:
      return {};
  }
  if (normal.size() < kShortestWord || normal.size() > kLongestWord) return {};
  return normal;
}

std::string_view topic_word(const Tokens& tokens, const TextToken& token) {
  const std::string_view word = plain_word(tokens, token);
  return is_stop_word(word) ? std::string_view() : word;
}

bool are_neighbours(const TextToken& first, const TextToken& second) {
  return second.span.begin <= first.span.end + 1;
}

}  // namespace rapport
