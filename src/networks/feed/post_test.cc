#include "networks/feed/post.h"

#include <gtest/gtest.h>

namespace rapport::feed {
namespace {

const Time kNow = *parse_time("2024-03-10T12:00:00Z");
const std::string kFeedId = "https://news.example/feed";

std::vector<NetworkPost> posts(const std::string& items, std::optional<Time> there_since = {},
                               const std::string& id = kFeedId) {
  const auto document = read_feed(
      "<rss xmlns:thr=\"http://purl.org/syndication/thread/1.0\"><channel><title>News</title>"
      "<link>https://www.news.example/</link><language>en</language>" +
          items + "</channel></rss>",
      {id, ""});
  EXPECT_TRUE(document);
  return posts_of(*document, {id, kNow, there_since});
}

TEST(FeedPosts, SayWhatTheItemSays) {
  const auto all = posts(
      "<item><title>Bakery</title><link>/b</link><guid>1</guid><author>Ana</author>"
      "<description>Opens &lt;a href='/x'&gt;soon&lt;/a&gt;</description>"
      "<pubDate>Sat, 02 Mar 2024 21:30:00 GMT</pubDate></item>");
  ASSERT_EQ(1U, all.size());
  const NetworkPost& post = all[0];
  EXPECT_EQ("Bakery", post.title);
  EXPECT_EQ("Opens soon", post.text);
  EXPECT_EQ("https://news.example/b", post.url);
  EXPECT_EQ("Ana", post.author.name);
  EXPECT_EQ("news.example", post.author.handle);
  EXPECT_EQ(std::vector<std::string>{"en"}, post.langs);
  EXPECT_EQ("2024-03-02T21:30:00.000000Z", format_time(post.created_at));
  ASSERT_EQ(1U, post.entities.size());
  EXPECT_EQ("soon", post.text.substr(post.entities[0].begin,
                                     post.entities[0].end - post.entities[0].begin));
  EXPECT_EQ(post.native_id, post.root_native_id);
  EXPECT_FALSE(post.addressed);
}

TEST(FeedPosts, AreToldApartByIdThenLinkThenTitleAndDate) {
  const auto all = posts(
      "<item><title>a</title><guid>1</guid><link>/1</link></item>"
      "<item><title>b</title><guid>1</guid><link>/2</link></item>"
      "<item><title>a</title><guid>1</guid><link>/1</link></item>"
      "<item><title>c</title><link>/3</link></item>"
      "<item><title>c again</title><link>/3</link></item>"
      "<item><title>d</title><pubDate>2 Mar 2024</pubDate></item>"
      "<item><title>d</title><pubDate>3 Mar 2024</pubDate></item>"
      "<item><title>d</title><pubDate>3 Mar 2024</pubDate></item>");
  std::string titles;
  for (const auto& each : all) titles += each.title + " ";
  EXPECT_EQ("a b c d d ", titles);
}

TEST(FeedPosts, AnIdUsedTwiceForAWhileLeavesTheFirstWhoItWas) {
  const std::string old =
      "<item><title>a</title><guid>1</guid><link>/1</link><pubDate>2 Mar 2024</pubDate></item>";
  const std::string again =
      "<item><title>a</title><guid>1</guid><link>/1?updated</link>"
      "<pubDate>3 Mar 2024</pubDate></item>";
  const std::string id = posts(old).at(0).native_id;
  for (const std::string& both : {again + old, old + again}) {
    const auto all = posts(both);
    ASSERT_EQ(2U, all.size());
    int same = 0;
    for (const auto& each : all) {
      if (each.native_id != id) continue;
      ++same;
      EXPECT_EQ("https://news.example/1", each.url);
    }
    EXPECT_EQ(1, same);
  }
  EXPECT_EQ(id, posts(old).at(0).native_id);
  // One that all have is nobody's: the oldest leaves, and the others stay who they were.
  const auto item = [](const std::string& n) {
    return "<item><title>" + n + "</title><guid>news</guid><link>/" + n + "</link><pubDate>" + n +
           " Mar 2024</pubDate></item>";
  };
  const auto before = posts(item("4") + item("3") + item("2"));
  const auto after = posts(item("5") + item("4") + item("3"));
  EXPECT_EQ(before[0].native_id, after[1].native_id);
  EXPECT_EQ(before[1].native_id, after[2].native_id);
}

TEST(FeedPosts, AnEditKeepsTheIdAndChangesTheRevision) {
  const auto before = posts("<item><title>a</title><guid>1</guid></item>");
  const auto after = posts("<item><title>b</title><guid>1</guid></item>");
  EXPECT_EQ(before[0].native_id, after[0].native_id);
  EXPECT_NE(before[0].revision, after[0].revision);
}

TEST(FeedPosts, NoFeedPutsWordsIntoAnothersPosts) {
  const std::string item = "<item><title>a</title><guid>https://news.example/1</guid></item>";
  const auto ours = posts(item);
  const auto theirs = posts(item, {}, "https://evil.example/feed");
  EXPECT_NE(ours[0].native_id, theirs[0].native_id);
  EXPECT_NE(ours[0].author.native_id, theirs[0].author.native_id);
}

TEST(FeedPosts, TheFeedItselfIsNeverUs) {
  const auto all = posts("<item><title>a</title></item>");
  EXPECT_NE(kFeedId, all[0].author.native_id);
  EXPECT_EQ("News", all[0].author.name);
}

TEST(FeedPosts, DatesInTheFutureCountFromNow) {
  const auto all = posts("<item><title>a</title><pubDate>2 Mar 2031</pubDate></item>");
  EXPECT_EQ(kNow, all[0].created_at);
}

TEST(FeedPosts, WithoutADateTheyAreAsOldAsTheirReading) {
  const std::string items = "<item><title>a</title></item><item><title>b</title></item>";
  const Time before = kNow - std::chrono::days{30};
  const auto first = posts(items, before);
  EXPECT_EQ(before, first[0].indexed_at);
  const auto later = posts(items);
  EXPECT_FALSE(later[0].indexed_at);
  EXPECT_EQ(kNow, later[0].created_at);
  EXPECT_LT(later[1].created_at, later[0].created_at);
}

TEST(FeedPosts, AnswersJoinWhatTheyAnswerInTheSameFeed) {
  const auto all = posts(
      "<item><title>c</title><guid>3</guid><thr:in-reply-to ref='2'/></item>"
      "<item><title>b</title><guid>2</guid><thr:in-reply-to ref='1'/></item>"
      "<item><title>a</title><guid>1</guid></item>"
      "<item><title>x</title><guid>9</guid><thr:in-reply-to ref='elsewhere'/></item>");
  ASSERT_EQ(4U, all.size());
  EXPECT_EQ(all[1].native_id, all[0].parent_native_id);
  EXPECT_EQ(all[2].native_id, all[0].root_native_id);
  EXPECT_EQ(all[2].native_id, all[1].root_native_id);
  EXPECT_EQ(PostKind::kReply, all[3].kind);
  EXPECT_EQ("", all[3].parent_native_id);
  EXPECT_EQ(all[3].native_id, all[3].root_native_id);
}

TEST(FeedPosts, AnswersInACircleEnd) {
  const auto all = posts(
      "<item><title>a</title><guid>1</guid><thr:in-reply-to ref='2'/></item>"
      "<item><title>b</title><guid>2</guid><thr:in-reply-to ref='1'/></item>"
      "<item><title>c</title><guid>3</guid><thr:in-reply-to ref='3'/></item>");
  EXPECT_EQ(3U, all.size());
}

TEST(FeedPosts, ATextThatBeginsWithItsTitleSaysItOnce) {
  const auto all = posts("<item><title>Hello</title><description>Hello</description></item>");
  EXPECT_EQ("", all[0].title);
  EXPECT_EQ("Hello", all[0].text);
}

}  // namespace
}  // namespace rapport::feed
