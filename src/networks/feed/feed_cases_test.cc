// The odd shapes of feed_cases.txt, each read and held against what it says.

#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "networks/feed/document.h"
#include "networks/feed/parts.h"
#include "networks/feed/xml.h"
#include "source_dir.h"

namespace rapport::feed {
namespace {

struct Case {
  int line = 0;
  std::string name;
  Source source{"https://news.example/feed", ""};
  std::string bytes;
  std::vector<std::pair<std::string, std::string>> expected;
};

std::string bytes_of(const std::string& written) {
  std::string out;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] != '\\' || at + 1 == written.size()) {
      out += written[at];
    } else if (written[at + 1] == 'x') {
      out += static_cast<char>(std::stoi(written.substr(at + 2, 2), nullptr, 16));
      at += 3;
    } else {
      out += written[++at] == '\\' ? "\\" : "\\" + std::string(1, written[at]);
    }
  }
  return out;
}

std::vector<Case> read_cases() {
  std::ifstream file(RAPPORT_SOURCE_DIR "/src/networks/feed/feed_cases.txt");
  std::vector<Case> cases;
  std::string line;
  int part = 0;  // 0: head, 1: document, 2: expected
  for (int number = 1; std::getline(file, line); ++number) {
    if (part != 1 && line.starts_with("== ")) {
      cases.push_back({});
      cases.back().line = number;
      cases.back().name = line.substr(3);
      part = 0;
    } else if (line == "---") {
      ++part;
    } else if (part == 1) {
      // The last line break belongs to the form.
      std::string& bytes = cases.back().bytes;
      if (!bytes.empty() || line.empty()) bytes += '\n';
      bytes += line;
    } else if (!cases.empty() && !line.empty() && !line.starts_with('#')) {
      const std::size_t colon = line.find(": ");
      if (colon == std::string::npos) {
        ADD_FAILURE() << "feed_cases.txt:" << number << " is no \"key: value\"";
        continue;
      }
      const std::string key = line.substr(0, colon);
      const std::string value = line.substr(colon + 2);
      if (part == 0 && key == "type") cases.back().source.content_type = value;
      if (part == 0 && key == "url") cases.back().source.url = value;
      if (part == 2) cases.back().expected.emplace_back(key, value);
    }
  }
  for (Case& each : cases) each.bytes = bytes_of(each.bytes);
  return cases;
}

std::string or_dash(std::string text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out.empty() ? "-" : out;
}
std::string date_word(const std::optional<Time>& time) { return time ? format_time(*time) : "-"; }

std::map<std::string, std::string> found_in(const Document& document) {
  std::map<std::string, std::string> found{
      {"format", std::string(to_words(document.format))},
      {"title", or_dash(document.title)},
      {"description", or_dash(document.description)},
      {"site", or_dash(document.url)},
      {"icon", or_dash(document.icon_url)},
      {"lang", or_dash(document.lang)},
      {"every", document.every ? std::to_string(document.every->count()) : "-"},
      {"items", std::to_string(document.items.size())}};
  std::string deleted;
  for (const auto& each : document.deleted) deleted += (deleted.empty() ? "" : ", ") + each;
  found["deleted"] = or_dash(deleted);
  int number = 0;
  for (const Item& item : document.items) {
    const std::string at = std::to_string(++number) + ".";
    const auto list = [](const auto& all, std::string_view between, auto word) {
      std::string out;
      for (const auto& each : all) out += (out.empty() ? "" : std::string(between)) + word(each);
      return or_dash(out);
    };
    found[at + "id"] = or_dash(item.id);
    found[at + "url"] = or_dash(item.url);
    found[at + "title"] = or_dash(item.title);
    found[at + "text"] = or_dash(item.text);
    found[at + "by"] = or_dash(item.author.name);
    found[at + "by_url"] = or_dash(item.author.url);
    found[at + "date"] = date_word(item.published);
    found[at + "updated"] = date_word(item.updated);
    found[at + "lang"] = or_dash(item.lang);
    found[at + "tags"] = list(item.tags, ",", [](const std::string& each) { return each; });
    found[at + "media"] = list(item.media, ", ", [](const Media& each) {
      return std::string(to_word(each.kind)) + " " + each.url;
    });
    found[at + "links"] = list(item.entities, ", ", [](const Entity& each) { return each.value; });
    found[at + "answers"] = or_dash(item.answers);
    found[at + "replies"] = item.replies ? std::to_string(*item.replies) : "-";
  }
  return found;
}

TEST(FeedCases, AreReadAsTheySay) {
  const std::vector<Case> cases = read_cases();
  EXPECT_GE(cases.size(), 60U);
  for (const Case& each : cases) {
    SCOPED_TRACE("feed_cases.txt:" + std::to_string(each.line) + ": " + each.name);
    EXPECT_FALSE(each.expected.empty());
    const auto document = read_feed(each.bytes, each.source);
    if (!document) {
      const bool wanted = each.expected.size() == 1 && each.expected[0].first == "error";
      EXPECT_TRUE(wanted) << document.error().message;
      if (wanted) {
        EXPECT_NE(std::string::npos, lower(document.error().message).find(each.expected[0].second))
            << document.error().message;
      }
      continue;
    }
    auto found = found_in(*document);
    for (const auto& [key, value] : each.expected) EXPECT_EQ(bytes_of(value), found[key]) << key;
  }
}

TEST(FeedDocument, ReadsNoMoreThanItMay) {
  std::string many = "<rss><channel><title>T</title>";
  for (int i = 0; i < 1500; ++i) many += "<item><title>x" + std::to_string(i) + "</title></item>";
  const auto document = read_feed(many, {"https://news.example/", ""});
  ASSERT_TRUE(document);
  EXPECT_EQ(kMostItems, document->items.size());

  const std::string words(kMostText * 2, 'a');
  const auto one = read_feed("<rss><channel><item><title>x</title><description>" + words +
                                 "</description></item></channel></rss>",
                             {"https://news.example/", ""});
  ASSERT_TRUE(one);
  EXPECT_EQ(kMostText + std::string("…").size(), one->items[0].text.size());
}

// Each of these took minutes when what has no end was looked for to the end of the document, from
// every place where it might begin. The bound, of the processor's time, is far above what
// sanitizers make of it.
TEST(FeedDocument, SignsWithoutAnEndAreNoTrouble) {
  const auto many = [](std::string_view part) {
    std::string out;
    while (out.size() + part.size() <= kMostDocument) out += part;
    return out;
  };
  const std::clock_t begun = std::clock();
  const std::string ampersands = mend_xml("<a>" + many("&"));
  EXPECT_EQ(3 + 5 * kMostDocument, ampersands.size());
  EXPECT_LT(std::clock() - begun, 20 * CLOCKS_PER_SEC);

  const std::clock_t then = std::clock();
  Item item;
  say(item, many("<a "), std::nullopt, "https://news.example/");
  EXPECT_TRUE(item.text.starts_with("<a <a "));
  EXPECT_LT(std::clock() - then, 20 * CLOCKS_PER_SEC);
}

// A serial may have its oldest first: what is new stands at its end.
TEST(FeedDocument, ReadsTheNewestWhereverTheyStand) {
  const auto date = [](int i) {
    return format_time(*parse_time("2020-01-01T00:00:00Z") + std::chrono::days{i});
  };
  const auto titles = [](const std::string& bytes) {
    const auto document = read_feed(bytes, {"https://news.example/", ""});
    EXPECT_TRUE(document);
    if (!document || document->items.empty()) return std::string();
    EXPECT_EQ(kMostItems, document->items.size());
    return document->items.front().title + " to " + document->items.back().title;
  };
  for (const bool rising : {true, false}) {
    std::string rss = "<rss><channel><title>T</title>";
    std::string atom = R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>)";
    std::string json = R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[)";
    for (int i = 0; i < 1200; ++i) {
      const int n = rising ? i : 1199 - i;
      const std::string title = "x" + std::to_string(n);
      rss += "<item><title>" + title + "</title><pubDate>" + date(n) + "</pubDate></item>";
      atom += "<entry><title>" + title + "</title><published>" + date(n) + "</published></entry>";
      json += (i == 0 ? "" : ",") + (R"({"id":")" + title) + R"(","title":")" + title +
              R"(","date_published":")" + date(n) + "\"}";
    }
    const std::string wanted = rising ? "x200 to x1199" : "x1199 to x200";
    EXPECT_EQ(wanted, titles(rss + "</channel></rss>"));
    EXPECT_EQ(wanted, titles(atom + "</feed>"));
    EXPECT_EQ(wanted, titles(json + "]}"));
  }
  // An old one that is pinned to the top hides nothing that is new.
  std::string pinned = "<rss><channel><title>T</title><item><title>rules</title><pubDate>" +
                       date(-900) + "</pubDate></item>";
  for (int i = 1200; i > 0; --i) {
    pinned +=
        "<item><title>x" + std::to_string(i) + "</title><pubDate>" + date(i) + "</pubDate></item>";
  }
  EXPECT_EQ("rules to x202", titles(pinned + "</channel></rss>"));
}

TEST(FeedDocument, SaysThatJsonIsTooLarge) {
  std::string json =
      R"({"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":")";
  json += std::string(kMostDocument, 'x') + "\"}]}";
  const auto document = read_feed(json, {"https://news.example/", ""});
  ASSERT_FALSE(document);
  EXPECT_EQ("size", document.error().field);
  EXPECT_NE(std::string::npos, document.error().message.find("larger than 8 MB"));
}

TEST(FeedDocument, NestingIsNoTrouble) {
  std::string deep = "<rss><channel><title>T</title><item><title>x</title></item>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  const auto document = read_feed(deep, {"https://news.example/", ""});
  ASSERT_TRUE(document);
  EXPECT_EQ("T", document->title);
  std::string list;
  for (int i = 0; i < 100'000; ++i) list += '[';
  EXPECT_FALSE(read_feed("{\"items\":" + list, {"https://news.example/", ""}));
}

}  // namespace
}  // namespace rapport::feed
