#include "text/reading/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace rapport {
namespace {

std::set<std::uint64_t> pieces_of(std::string_view normal) {
  std::set<std::uint64_t> out;
  each_piece(normal, [&](std::uint64_t piece) { out.insert(piece); });
  return out;
}

std::vector<Feature> features_of(std::string_view text, bool pieces = false) {
  Tokens tokens;
  cut_tokens(text, tokens);
  std::vector<Feature> out;
  make_features(tokens, pieces, out);
  return out;
}

std::size_t count(const std::vector<Feature>& list, FeatureGroup group) {
  return static_cast<std::size_t>(std::ranges::count(list, group, &Feature::group));
}

TEST(Features, PiecesHaveTheirEdgesMarked) {
  // "<ab>": <a, <ab, ab, ab>, b> and no whole word.
  const auto pieces = pieces_of("ab");
  EXPECT_EQ(pieces.size(), 5u);
  for (const auto* piece : {"<a", "<ab", "ab", "ab>", "b>"}) {
    EXPECT_TRUE(pieces.contains(hash_of(piece))) << piece;
  }
  EXPECT_TRUE(pieces_of("größe").contains(hash_of("röße>")));
}

TEST(Features, ALongWordHasNoMorePiecesThanItsBound) {
  std::size_t all = 0;
  each_piece(std::string(5000, 'x'), [&](std::uint64_t) { ++all; });
  EXPECT_LE(all, kMostPieces);
  all = 0;
  each_piece(std::string(5000, '\x80'), [&](std::uint64_t) { ++all; });
  EXPECT_LE(all, kMostPieces);
}

TEST(Features, WordsBehindANegationAreMarkedUpToTheClause) {
  EXPECT_EQ(count(features_of("it is not good at all, really"), FeatureGroup::kNegated), 3u);
  EXPECT_EQ(count(features_of("don’t like"), FeatureGroup::kNegated), 1u);
  EXPECT_EQ(count(features_of("notable likes"), FeatureGroup::kNegated), 0u);
  EXPECT_EQ(count(features_of("nicht gut"), FeatureGroup::kNegated), 1u);
}

TEST(Features, ATagIsItsWordToo) {
  const auto tag = features_of("#happy");
  const auto word = features_of("happy");
  const std::uint64_t happy = word_feature(hash_of("happy"));
  const auto has = [&](const std::vector<Feature>& list) {
    return std::ranges::find(list, happy, &Feature::hash) != list.end();
  };
  EXPECT_TRUE(has(tag));
  EXPECT_TRUE(has(word));
}

TEST(Features, EachNamesItsToken) {
  const auto list = features_of("please help me", true);
  EXPECT_GT(count(list, FeatureGroup::kPiece), 10u);
  for (const Feature& feature : list) EXPECT_LT(feature.token, 3u);
}

TEST(Features, HashesAreTheOnesThatWeightsWereTrainedOn) {
  // A change here makes every trained model worthless.
  EXPECT_EQ(hash_of(""), 0xa7a5eeff5041598fU);
  EXPECT_EQ(hash_of("not"), 0xe7c6eeacb3bf19a6U);
  EXPECT_EQ(hash_of("delivery"), 0x9ff40ceb90783b5cU);
  EXPECT_EQ(hash_of("a longer word"), 0xe656dfa253d0b39cU);
  EXPECT_EQ(mixed(1, 2), 0x1f94fad65ce4370U);
}

}  // namespace
}  // namespace rapport
