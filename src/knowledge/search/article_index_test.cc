#include "knowledge/search/article_index.h"

#include <gtest/gtest.h>

#include <string>

#include "knowledge/passages/passages.h"

namespace rapport {
namespace {

Article article(std::string title, std::string markdown, std::string language = "en") {
  Article out;
  out.title = std::move(title);
  out.markdown = std::move(markdown);
  out.language = std::move(language);
  return out;
}

const std::vector<Article>& shop() {
  static const std::vector<Article> articles = {
      article("How do I return something?",
              "Send it back within 30 days.\n\n# Who pays\n\nWe pay for the parcel in Europe.\n\n"
              "# Refunds\n\n- Cards are refunded after a week.\n- Vouchers at once."),
      article("When are you open?", "Monday to Saturday, from nine to six.\n\nOn Sundays we rest."),
      article("Wann wird geliefert?", "Lieferungen dauern drei Tage.\n\nInseln brauchen länger.",
              "de"),
  };
  return articles;
}

std::vector<std::string> cut(const std::string& text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span& span : spans) out.push_back(text.substr(span.begin, span.end - span.begin));
  return out;
}

TEST(ArticleIndexTest, IsFoundByWhatPeopleAskedAndNoLongerForIt) {
  const ArticleIndex plain(shop());
  std::vector<std::vector<std::string>> asked(shop().size());
  asked[0] = {"my wellies pinch", "these galoshes leak, and my wellies, too, and the gaiters"};
  const ArticleIndex index(shop(), asked);
  EXPECT_TRUE(plain.suggest("Pinching wellies!", 3).empty());
  const auto found = index.suggest("Pinching wellies!", 3);
  ASSERT_EQ(1U, found.size());
  EXPECT_EQ(0U, found[0].article);
  EXPECT_EQ((std::vector<std::string>{"Pinching", "wellies"}),
            cut("Pinching wellies!", found[0].asked_spans));
  EXPECT_TRUE(found[0].post_spans.empty());
  EXPECT_EQ(Passage::kNone, found[0].passage) << "no passage of it has a word of this";
  const std::string both = "Refunded for wellies?";
  const auto by_both = index.suggest(both, 1);
  ASSERT_EQ(1U, by_both.size());
  EXPECT_EQ(std::vector<std::string>{"Refunded"}, cut(both, by_both[0].post_spans));
  EXPECT_EQ(std::vector<std::string>{"wellies"}, cut(both, by_both[0].asked_spans));
  EXPECT_EQ("Cards are refunded after a week.",
            passages_of(shop()[0].markdown).at(by_both[0].passage).text);
  // What it says itself counts as much as before.
  const std::string own = "How do I return it?";
  EXPECT_GE(index.scores(own)[0], plain.scores(own)[0]);
  EXPECT_EQ(index.scores(own)[1], plain.scores(own)[1]);
}

TEST(ArticleIndexTest, FindsTheArticleAndThePassageThatAnswers) {
  const ArticleIndex index(shop());
  const std::string post = "My card was charged, will it be refunded?";
  const auto found = index.suggest(post, 3);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].article, 0u);
  const auto passages = passages_of(shop()[0].markdown);
  EXPECT_EQ(passages[found[0].passage].text, "Cards are refunded after a week.");
  EXPECT_EQ(cut(passages[found[0].passage].text, found[0].passage_spans),
            (std::vector<std::string>{"Cards", "refunded"}));
  EXPECT_EQ(cut(post, found[0].post_spans), (std::vector<std::string>{"card", "refunded"}));
}

TEST(ArticleIndexTest, AnInflectedWordIsTheSameWordInItsLanguage) {
  const ArticleIndex index(shop());
  const auto found = index.suggest("Hallo! Wie lange dauert eine Lieferung?", 3);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].article, 2u);
}

TEST(ArticleIndexTest, ATypoBesideAWordStillRanks) {
  const std::vector<Article> two = {article("Gift vouchers in the shop", "Ask us."),
                                    article("Opening hours of the shop", "Ask us.")};
  const ArticleIndex index(two);
  const auto scores = index.scores("vouchrs at your shop");
  EXPECT_GT(scores[0], scores[1]);
}

TEST(ArticleIndexTest, QuestionsThatWereAskedCountAsATitle) {
  std::vector<Article> articles = shop();
  EXPECT_TRUE(ArticleIndex(articles).suggest("closing time?", 3).empty());
  articles[1].questions = {"What is your closing time?"};
  const auto found = ArticleIndex(articles).suggest("closing time?", 3);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].article, 1u);
}

TEST(ArticleIndexTest, ANameInThePostSpeaksForWhatIsAboutIt) {
  // Each has two words of the post; only the first is about what the post names.
  const std::vector<Article> articles = {
      article("Export notes from Fernleaf", "In Fernleaf, open the menu of Fernleaf."),
      article("Delete export copies of notes", "Open the menu and choose the notes."),
      article("Print from Fernleaf", "We print with Fernleaf on paper."),
      article("Share from Fernleaf", "You share with Fernleaf by link.")};
  const ArticleIndex index(articles);
  const auto values = index.signals("how do i export notes out of fernleaf");
  const auto names = static_cast<std::size_t>(SearchSignal::kNamesInTitle);
  EXPECT_GT(values[0][names], 0);
  EXPECT_EQ(values[1][names], 0);
  EXPECT_EQ(index.suggest("how do i export notes out of fernleaf", 1).at(0).article, 0u);
}

TEST(ArticleIndexTest, OneWrittenSmallIsNoName) {
  const ArticleIndex index({article("Our parcel", "Send a parcel. Any parcel will do.")});
  const auto values = index.signals("parcel");
  EXPECT_EQ(values[0][static_cast<std::size_t>(SearchSignal::kNames)], 0);
}

TEST(ArticleIndexTest, WordsTogetherInOnePassageSayMoreThanWordsApart) {
  const std::vector<Article> articles = {
      article("One", "The voucher is blue.\n\nWe ship a refund."),
      article("Two", "The voucher gets a refund.\n\nWe ship blue.")};
  const auto values = ArticleIndex(articles).signals("refund of a voucher");
  const auto best = static_cast<std::size_t>(SearchSignal::kBestPassage);
  EXPECT_GT(values[1][best], values[0][best]);
}

TEST(ArticleIndexTest, ShortnessAloneIsNoReason) {
  const std::vector<Article> articles = {
      article("Refunds", "Soon."),
      article("All there is to know of parcels, vouchers and cards", "Long. Longer. Longest.")};
  for (const SignalValues& values : ArticleIndex(articles).signals("sunset")) {
    for (const double value : values) EXPECT_EQ(value, 0);
  }
  const auto scores = ArticleIndex(articles).scores("cards, parcels and my refund");
  EXPECT_GT(scores[0], 0);
  EXPECT_GT(scores[1], 0);
}

TEST(ArticleIndexTest, NothingInCommonSuggestsNothing) {
  const ArticleIndex index(shop());
  EXPECT_TRUE(index.suggest("Lovely sunset tonight", 3).empty());
  EXPECT_TRUE(index.suggest("", 3).empty());
  EXPECT_TRUE(index.suggest("\xff\xfe", 3).empty());
  EXPECT_TRUE(ArticleIndex({}).suggest("refund", 3).empty());
}

TEST(ArticleIndexTest, AnArticleWithoutABodyHasNoPassage) {
  const ArticleIndex index({article("Refunds", "")});
  const auto found = index.suggest("refund?", 3);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].passage, Passage::kNone);
  EXPECT_TRUE(found[0].passage_spans.empty());
}

TEST(ArticleIndexTest, GivesNoMoreThanAsked) {
  const std::vector<Article> same(5, article("Refunds", "Soon."));
  const auto found = ArticleIndex(same).suggest("refund", 2);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].article, 0u);
  EXPECT_EQ(found[1].article, 1u);
}

TEST(ArticleIndexTest, AnotherWordForTheSameThingFindsIt) {
  const std::vector<Article> two = {article("Printing a ticket in the shop", "Ask us."),
                                    article("Removing a directory in the shop", "Ask us.")};
  const auto found = ArticleIndex(two).suggest("Can I erase a folder in my shop?", 2);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].article, 1u);
  EXPECT_GT(found[0].score, 1.2 * found[1].score);
}

TEST(ArticleIndexTest, TheWordItselfIsMoreThanAnotherForIt) {
  const std::vector<Article> two = {article("Removing a directory in the shop", "Ask us."),
                                    article("Removing a folder in the shop", "Ask us.")};
  const auto found = ArticleIndex(two).suggest("removing a folder in the shop", 2);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].article, 1u);
}

double signal(const std::vector<SignalValues>& all, std::size_t of, SearchSignal signal) {
  return all.at(of).at(static_cast<std::size_t>(signal));
}

TEST(ArticleIndexTest, WordsWrittenApartAreTheOneWord) {
  const ArticleIndex index({article("Our newsletter", "By mail."), article("Our office", "Ring.")});
  const auto apart = index.signals("your news letter?");
  EXPECT_GT(signal(apart, 0, SearchSignal::kRelatedTitle), 0);
  EXPECT_GT(signal(apart, 0, SearchSignal::kTitleCover), 0.5);
  EXPECT_EQ(signal(apart, 1, SearchSignal::kTitleCover), 0);
}

TEST(ArticleIndexTest, CoverIsTheShareOfThePost) {
  const ArticleIndex index({article("Refund of a voucher", "Ask us."), article("Gardens", "Dig.")});
  EXPECT_DOUBLE_EQ(signal(index.signals("voucher refund"), 0, SearchSignal::kTitleCover), 1);
  EXPECT_DOUBLE_EQ(signal(index.signals("voucher refund"), 0, SearchSignal::kCover), 1);
  const double half = signal(index.signals("voucher zeppelin"), 0, SearchSignal::kTitleCover);
  EXPECT_GT(half, 0.2);
  EXPECT_LT(half, 0.6);
}

TEST(ArticleIndexTest, WordsOfAnotherLanguageStandForNothing) {
  // "folder" and "directory" as German articles might borrow them.
  const ArticleIndex german({article("Ein Directory", "Hier.", "de")});
  EXPECT_EQ(signal(german.signals("Mein Folder?"), 0, SearchSignal::kRelatedTitle), 0);
  const ArticleIndex english({article("A directory", "Here.", "en")});
  EXPECT_GT(signal(english.signals("My folder?"), 0, SearchSignal::kRelatedTitle), 0);
}

}  // namespace
}  // namespace rapport
