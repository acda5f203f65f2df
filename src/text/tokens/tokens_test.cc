#include "text/tokens/tokens.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"

namespace rapport {
namespace {

// "normal|normal|…" of a text.
std::string cut(std::string_view text) {
  Tokens tokens;
  cut_tokens(text, tokens);
  std::string out;
  for (const TextToken& token : tokens.list) {
    if (!out.empty()) out += '|';
    out += tokens.normal_of(token);
  }
  return out;
}

TokenKind kind_of_first(std::string_view text) {
  Tokens tokens;
  cut_tokens(text, tokens);
  return tokens.list.at(0).kind;
}

TEST(Tokens, WordsAreSmallAndApostrophesStraight) {
  EXPECT_EQ(cut("Don't worry, I’m HERE"), "don't|worry|,|i'm|here");
  EXPECT_EQ(cut("'quoted' dogs'"), "'|quoted|'|dogs|'");
  EXPECT_EQ(cut("ÄRGER Ça ΝΑΙ ДА"), "ärger|ça|ναι|да");
}

TEST(Tokens, StretchedWordsKeepTwo) {
  EXPECT_EQ(cut("sooooo goooood"), "soo|good");
  Tokens tokens;
  cut_tokens("sooo good LOUD Loud", tokens);
  EXPECT_TRUE(tokens.list[0].stretched);
  EXPECT_FALSE(tokens.list[1].stretched);
  EXPECT_TRUE(tokens.list[2].shouted);
  EXPECT_FALSE(tokens.list[3].shouted);
}

TEST(Tokens, NamesTagsAndAddressesAreOneToken) {
  EXPECT_EQ(cut("@ana.bsky.social hi @bo@mas.to."), "@|hi|@|.");
  EXPECT_EQ(cut("#Größe #2024 #a_b"), "#größe|#|0000|#a_b");
  EXPECT_EQ(cut("see https://a.b/c?d=1."), "see|http|.");
  EXPECT_EQ(cut("(www.shop.example)"), "(|http|)");
  EXPECT_EQ(cut("mail me@shop.example now"), "mail|e@mail|now");
  EXPECT_EQ(cut("$ACME up $5"), "$acme|up|$|0");
  EXPECT_EQ(kind_of_first("$ACME"), TokenKind::kCashtag);
}

TEST(Tokens, NumbersKeepTheirShape) {
  EXPECT_EQ(cut("12 1,200.50 3pm 20000000"), "00|0.000.00|0pm|0000");
  EXPECT_EQ(kind_of_first("12.5"), TokenKind::kNumber);
}

TEST(Tokens, EmoticonsHaveOneSpelling) {
  EXPECT_EQ(cut(":-) :) =) :]"), ":)|:)|:)|:)");
  EXPECT_EQ(cut(":-(( :'( ;-) :D xD :/"), ":(|:'(|;)|:D|:D|:/");
  EXPECT_EQ(cut("<3 </3 ^_^ &lt;3"), "<3|</3|^^|<3");
  EXPECT_EQ(cut("note: (this) 10:30 http://x.y"), "note|:|(|this|)|00.00|http");
}

TEST(Tokens, EmojiKeepTogether) {
  EXPECT_EQ(cut("👍🏽👍"), "👍|👍");
  EXPECT_EQ(cut("👩‍👩‍👧 ❤️ 🇩🇪🇫🇷"), "👩👩👧|❤|🇩🇪|🇫🇷");
  EXPECT_EQ(kind_of_first("🙏🏿"), TokenKind::kEmoji);
}

TEST(Tokens, MarksRunTogether) {
  EXPECT_EQ(cut("what?!?! no!!! wait... ok."), "what|?!|no|!!|wait|..|ok|.");
}

TEST(Tokens, ScriptsWithoutSpacesAreCutInPairs) {
  EXPECT_EQ(cut("東京都です"), "東京|京都|都で|です");
  EXPECT_EQ(cut("猫"), "猫");
  EXPECT_EQ(cut("한국어 문장"), "한국어|문장");
}

TEST(Tokens, SentencesBeginBehindFullStops) {
  Tokens tokens;
  cut_tokens("It broke. Twice! v1.2 is worse\nHelp", tokens);
  ASSERT_EQ(tokens.sentences.size(), 3u);
  EXPECT_EQ(tokens.normal_of(tokens.list[tokens.sentences[0]]), "twice");
  EXPECT_EQ(tokens.normal_of(tokens.list[tokens.sentences[1]]), "v0");
  EXPECT_EQ(tokens.normal_of(tokens.list[tokens.sentences[2]]), "help");
}

TEST(Tokens, BrokenBytesAreSpaces) {
  EXPECT_EQ(cut("a\xff\xfe b\xc3"), "a|b");
  EXPECT_EQ(cut(std::string_view("\0\x01\x7f", 3)), "");
  EXPECT_EQ(cut(""), "");
}

TEST(Tokens, ReadsNoMoreThanItsBound) {
  Tokens tokens;
  cut_tokens(std::string(3 * kMostReadBytes, 'a'), tokens);
  ASSERT_EQ(tokens.list.size(), 1u);
  EXPECT_EQ(tokens.list[0].span.end, kMostReadBytes);
}

std::string strange_text() {
  const std::vector<std::string> parts =
      *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
          rc::gen::arbitrary<std::string>(),
          rc::gen::elementOf(std::vector<std::string>{
              "@ana", "#tag", "http://a.b", ":-)", "👩‍👧", "🇩🇪", "東京", "sooo", "!?",
              "don’t", "\xe2\x80", "e\xcc\x81", " ", "\n", "a@b.cc", "$ab", "&lt;3"})));
  std::string out;
  for (const std::string& part : parts) out += part;
  return out;
}

RC_GTEST_PROP(TokensProperty, SpansAreInOrderApartAndWholeCharacters, ()) {
  const std::string text = strange_text();
  Tokens tokens;
  cut_tokens(text, tokens);
  std::size_t before = 0;
  std::size_t dense_begin = 0;
  for (const TextToken& token : tokens.list) {
    RC_ASSERT(token.span.begin < token.span.end);
    RC_ASSERT(token.span.end <= text.size());
    // Pairs of a script without spaces overlap, by one character.
    RC_ASSERT(token.span.begin >= (token.kind == TokenKind::kDense ? dense_begin : before));
    RC_ASSERT(is_utf8(text.substr(token.span.begin, token.span.end - token.span.begin)) ||
              text.find('\0') != std::string::npos);
    dense_begin = token.span.begin;
    before = token.span.end;
    RC_ASSERT(is_utf8(tokens.normal_of(token)));
  }
}

RC_GTEST_PROP(TokensProperty, TheSameTextGivesTheSameTokens, ()) {
  const std::string text = strange_text();
  Tokens one;
  Tokens other;
  cut_tokens("something before", other);
  cut_tokens(text, one);
  cut_tokens(text, other);
  RC_ASSERT(one.normal == other.normal);
  RC_ASSERT(one.sentences == other.sentences);
  RC_ASSERT(one.list.size() == other.list.size());
}

}  // namespace
}  // namespace rapport
