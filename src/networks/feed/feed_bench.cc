// How fast a feed of a hundred items becomes posts, and libxml2 alone only parsing the same bytes.

#include <benchmark/benchmark.h>
#include <libxml/parser.h>

#include <string>

#include "networks/feed/post.h"

namespace {

using namespace rapport;

// Seeded by its index alone, so that every run reads the same bytes.
std::string feed_of(int count) {
  std::string out =
      R"(<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour News</title><link>https://news.example/</link><description>All of it</description>)";
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    out +=
        "<item><title>Item " + n +
        " of the harbour &amp; its caf\u00e9s</title><link>https://news.example/" + n +
        "</link><guid isPermaLink=\"false\">id-" + n + "</guid><dc:creator>Person " +
        std::to_string(i % 7) +
        "</dc:creator><pubDate>Sat, 02 Mar 2024 21:30:00 +0100</pubDate><category>Food</category>"
        "<description>The beginning of it …</description><content:encoded><![CDATA[";
    for (int p = 0; p < 6; ++p) {
      out +=
          "<p>The ferry was late again, and <a href=\"/late/" + n +
          "\">people waited</a> for their bread. <strong>Nobody</strong> knew why; the bakery gave "
          "out tea &amp; cake until it came.</p>";
    }
    out += "]]></content:encoded></item>";
  }
  return out + "</channel></rss>";
}

void feed_to_posts(benchmark::State& state) {
  const std::string bytes = feed_of(100);
  const Time now = from_micros(1'700'000'000'000'000);
  for (auto _ : state) {
    const auto document =
        feed::read_feed(bytes, {"https://news.example/feed", "application/rss+xml"});
    benchmark::DoNotOptimize(feed::posts_of(*document, {"https://news.example/feed", now, {}}));
  }
  state.SetItemsProcessed(state.iterations() * 100);
  state.SetLabel("feed");
}
BENCHMARK(feed_to_posts)->Name("feeds, items to posts");

void feed_parsed_by_libxml2_alone(benchmark::State& state) {
  const std::string bytes = feed_of(100);
  for (auto _ : state) {
    xmlDoc* doc = xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_NOCDATA);
    benchmark::DoNotOptimize(doc);
    xmlFreeDoc(doc);
  }
  state.SetItemsProcessed(state.iterations() * 100);
  state.SetLabel("feed");
}
BENCHMARK(feed_parsed_by_libxml2_alone)->Name("feeds, the same only parsed by libxml2");

}  // namespace
