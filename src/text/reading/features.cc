#include "text/reading/features.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace rapport {
namespace {

constexpr std::uint64_t kWordSeed = 0x9e3779b97f4a7c15U;
constexpr std::uint64_t kPairSeed = 0xc2b2ae3d27d4eb4fU;
constexpr std::uint64_t kNegatedSeed = 0x165667b19e3779f9U;
constexpr std::uint64_t kShapeSeed = 0x27d4eb2f165667c5U;
constexpr int kNegationReach = 4;

// English forms without their apostrophe are how they are typed in haste.
constexpr std::array<std::string_view, 60> kNegations = {
    "ain't",    "aint",    "aucun", "aucune",  "can't",  "cannot",  "cant",  "couldn't",
    "couldnt",  "didn't",  "didnt", "doesn't", "doesnt", "don't",   "dont",  "hadn't",
    "hardly",   "hasn't",  "hasnt", "haven't", "havent", "isn't",   "isnt",  "jamais",
    "jamás",    "kein",    "keine", "keinen",  "lack",   "mai",     "nem",   "neither",
    "never",    "nicht",   "nie",   "no",      "nobody", "non",     "none",  "nor",
    "not",      "nothing", "nunca", "não",     "pas",    "rien",    "senza", "shouldn't",
    "sin",      "wasn't",  "wasnt", "weren't", "werent", "without", "won't", "wont",
    "wouldn't", "wouldnt", "नहीं",   "لا"};

std::size_t two_bytes(std::string_view word) {
  std::uint16_t out = 0;
  std::memcpy(&out, word.data(), 2);
  return out;
}

}  // namespace

std::uint64_t word_feature(std::uint64_t word) { return mixed(kWordSeed, word); }

bool negates(std::string_view normal) {
  // Most words are told off by two of their bytes.
  static const std::array<bool, 65536> begin = [] {
    std::array<bool, 65536> out{};
    for (const std::string_view word : kNegations) out[two_bytes(word)] = true;
    return out;
  }();
  return normal.size() >= 2 && normal.size() <= 16 && begin[two_bytes(normal)] &&
         std::ranges::find(kNegations, normal) != kNegations.end();
}

void make_features(const Tokens& tokens, bool pieces, std::vector<Feature>& out) {
  out.clear();
  std::uint64_t before = hash_of("<s>");
  int negated = 0;
  std::size_t shouted = 0;
  std::size_t stretched = 0;
  std::size_t words = 0;
  for (std::uint32_t i = 0; i < tokens.list.size(); ++i) {
    const TextToken& token = tokens.list[i];
    const std::string_view normal = tokens.normal_of(token);
    const std::uint64_t hash = hash_of(normal);
    out.push_back({word_feature(hash), i, FeatureGroup::kWord});
    out.push_back({mixed(mixed(kPairSeed, before), hash), i, FeatureGroup::kPair});
    if (token.kind == TokenKind::kHashtag && normal.size() > 1) {
      // "#happy" says "happy" too.
      out.push_back({word_feature(hash_of(normal.substr(1))), i, FeatureGroup::kWord});
    }
    if (token.kind == TokenKind::kPunctuation) {
      if (normal != "'" && normal != "\"" && normal != "-") negated = 0;
    } else if (negated > 0) {
      out.push_back({mixed(kNegatedSeed, hash), i, FeatureGroup::kNegated});
      --negated;
    }
    if (token.kind == TokenKind::kWord) {
      ++words;
      if (token.shouted) ++shouted;
      if (token.stretched) ++stretched;
      if (negates(normal)) negated = kNegationReach;
    }
    if (pieces && has_pieces(token)) {
      each_piece(normal, [&](std::uint64_t piece) {
        out.push_back({piece, i, FeatureGroup::kPiece});
      });
    }
    before = hash;
  }
  const auto shape = [&](std::uint64_t what, std::uint64_t how_much) {
    out.push_back({mixed(mixed(kShapeSeed, what), how_much), 0, FeatureGroup::kShape});
  };
  out.push_back({mixed(mixed(kPairSeed, before), hash_of("</s>")),
                 tokens.list.empty() ? 0 : static_cast<std::uint32_t>(tokens.list.size() - 1),
                 FeatureGroup::kPair});
  if (shouted > 0) shape(1, words <= shouted * 2 ? 2 : 1);
  if (stretched > 0) shape(2, 1);
  std::uint64_t length = 0;
  for (std::size_t n = tokens.list.size(); n > 0; n /= 2) ++length;
  shape(3, length);
  shape(4, std::min<std::size_t>(tokens.sentences.size(), 4));
}

}  // namespace rapport
