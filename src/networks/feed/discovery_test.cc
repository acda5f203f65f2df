#include "networks/feed/discovery.h"

#include <gtest/gtest.h>

namespace rapport::feed {
namespace {

std::string listed(std::string_view page, const std::string& url = "https://news.example/blog/") {
  std::string out;
  for (const Named& each : feeds_named_by(page, {url, "text/html; charset=utf-8"})) {
    out += (out.empty() ? "" : "\n") + std::string(to_words(each.format)) + " " + each.url + " " +
           each.title;
  }
  return out;
}

TEST(FeedDiscovery, FindsWhatAPageNames) {
  EXPECT_EQ("RSS https://news.example/blog/feed Harbour’s news",
            listed("<html><head><link rel=alternate type=application/rss+xml href=feed "
                   "title='Harbour&#8217;s news'></head></html>"));
  EXPECT_EQ("Atom https://other.example/a Two words",
            listed("<link REL='home alternate' TYPE='Application/Atom+XML; charset=utf-8' "
                   "HREF='//other.example/a#top' title='Two\n words'>"));
  EXPECT_EQ("JSON Feed https://news.example/feed.json \nJSON Feed https://news.example/x ",
            listed("<link rel=alternate type=application/json href=/feed.json>"
                   "<link rel=alternate type=application/json href=/wp-json/posts/7>"
                   "<link rel=alternate type=application/feed+json href=/x>"));
}

TEST(FeedDiscovery, NamesEachOnceAndCommentsLast) {
  EXPECT_EQ(
      "RSS https://news.example/feed News\nAtom https://news.example/atom News\n"
      "RSS https://news.example/comments/feed Comments",
      listed("<link rel=alternate type=application/rss+xml title=Comments href=/comments/feed>"
             "<link rel=alternate type=application/rss+xml title=News href=/feed>"
             "<link rel=alternate type=application/rss+xml title=Again href=/feed>"
             "<link rel=alternate type=application/atom+xml title=News href=/atom>"));
}

TEST(FeedDiscovery, GoesByTheBase) {
  EXPECT_EQ("RSS https://cdn.example/x/feed ",
            listed("<base href='https://cdn.example/x/'>"
                   "<link rel=alternate type=application/rss+xml href=feed>"));
}

TEST(FeedDiscovery, TakesNoOtherLinks) {
  EXPECT_EQ("", listed("<link rel=alternate hreflang=de href=/de>"
                       "<link rel=stylesheet type=application/rss+xml href=/x>"
                       "<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>"
                       "<link rel=alternate type=application/rss+xml href='data:text/xml,x'>"
                       "<link rel=alternate type=application/rss+xml>"
                       "<p>rel=alternate type=application/rss+xml href=/no</p>"));
  EXPECT_EQ("", listed(""));
}

TEST(FeedDiscovery, ReadsPagesThatEndInTheMiddle) {
  EXPECT_EQ("RSS https://news.example/feed ",
            listed("<html><head><link rel=alternate type=application/rss+xml href=/feed><body><p"));
}

TEST(FeedDiscovery, UsualPlacesAreOfTheSite) {
  const auto places = usual_places("https://news.example:8443/blog/?x=1");
  ASSERT_FALSE(places.empty());
  EXPECT_EQ("https://news.example:8443/feed", places[0]);
  EXPECT_TRUE(usual_places("no address").empty());
}

}  // namespace
}  // namespace rapport::feed
