#include "listen/evaluate.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <deque>
#include <fstream>

#include "base/clock.h"
#include "listen/parse.h"
#include "listen/spoken.h"
#include "listen/testing/random_query.h"
#include "source_dir.h"
#include "text/testing/escapes.h"

namespace rapport {
namespace {

// A case of find_cases.txt; owns what its post shows.
struct Case {
  std::string query;
  bool found = false;
  std::deque<std::string> texts;
  HeardPost post;
  FoundSpans spans;
};

// The text without its [[marks]], which become spans.
std::string unmarked(std::string_view marked, std::vector<Span>& spans) {
  std::string text;
  for (std::size_t at = 0; at < marked.size();) {
    if (marked.substr(at, 2) == "[[") {
      spans.push_back({static_cast<std::uint32_t>(text.size()), 0});
      at += 2;
    } else if (marked.substr(at, 2) == "]]") {
      spans.back().end = static_cast<std::uint32_t>(text.size());
      at += 2;
    } else {
      text += marked[at++];
    }
  }
  return text;
}

std::vector<std::string> parts_of(std::string_view line) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = line.find(" |", begin);
    parts.push_back(unescaped(line.substr(begin, end - begin)));
    if (end == line.npos) return parts;
    begin = std::min(line.size(), end + 3);
  }
}

// name=value, name="value" and single words.
std::vector<std::pair<std::string, std::string>> fields_of(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t end = std::min(text.size(), text.find_first_of("= ", at));
    std::string name(text.substr(at, end - at));
    std::string value;
    if (end < text.size() && text[end] == '=') {
      const bool quoted = text.substr(end + 1).starts_with('"');
      at = end + (quoted ? 2 : 1);
      end = std::min(text.size(), text.find(quoted ? '"' : ' ', at));
      value = text.substr(at, end - at);
      if (quoted) ++end;
    }
    out.emplace_back(std::move(name), std::move(value));
    at = end;
  }
  return out;
}

void put(Case& its, const std::string& name, const std::string& value) {
  HeardPost& post = its.post;
  const auto keep = [&](std::string text) -> std::string_view {
    return its.texts.emplace_back(std::move(text));
  };
  if (name == "title") {
    post.title = keep(unmarked(value, its.spans.title));
  } else if (name == "network") {
    post.network = keep(value);
  } else if (name == "author") {
    post.author = keep(value);
  } else if (name == "name") {
    post.author_name = keep(value);
  } else if (name == "url") {
    post.url = keep(value);
  } else if (name == "site") {
    post.site = keep(value);
  } else if (name == "lang") {
    post.langs.push_back(keep(value));
  } else if (name == "link") {
    post.links.push_back(keep(value));
  } else if (name == "hashtag") {
    post.hashtags.push_back(keep(value));
  } else if (name == "mention") {
    post.mentions.push_back(keep(value));
  } else if (name == "followers") {
    post.followers = std::stoll(value);
  } else if (name == "likes") {
    post.likes = std::stoll(value);
  } else if (name == "reposts") {
    post.reposts = std::stoll(value);
  } else if (name == "replies") {
    post.replies = std::stoll(value);
  } else if (name == "replyto") {
    post.reply_to.push_back(keep(value));
  } else if (name == "sentiment") {
    post.sentiment = sentiment_of(value).value();
  } else if (name == "intent") {
    post.intents.push_back(intent_of(value).value());
  } else if (name == "reason") {
    post.reasons.push_back(keep(value));
  } else if (name == "topic") {
    post.topics.push_back(keep(value));
  } else if (name == "person") {
    post.person.push_back(keep(value));
  } else if (name == "level") {
    post.level = keep(value);
  } else if (name == "seen") {
    post.seen = to_micros(parse_time(value).value()) / 1000000;
  } else if (name == "media") {
    post.has_media = true;
  } else if (name == "reply") {
    post.is_reply = true;
  } else if (name == "repost") {
    post.is_repost = true;
  } else if (name == "quote") {
    post.is_quote = true;
  } else {
    ADD_FAILURE() << "no such field of a post: " << name;
  }
}

std::string marked(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const Span& each : spans) {
    out += text.substr(at, each.begin - at);
    out += "[[" + std::string(text.substr(each.begin, each.end - each.begin)) + "]]";
    at = each.end;
  }
  return out + std::string(text.substr(at));
}

TEST(Evaluate, FindsWhatTheCasesSay) {
  std::ifstream file(RAPPORT_SOURCE_DIR "/src/listen/find_cases.txt");
  std::string line;
  int count = 0;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    SCOPED_TRACE("find_cases.txt:" + std::to_string(number) + ": " + line);
    ++count;
    const auto parts = parts_of(line);
    ASSERT_GE(parts.size(), 3U);
    Case its;
    its.query = parts[0];
    its.found = parts[1] == "yes";
    EXPECT_TRUE(its.found || parts[1] == "no");
    its.post.text = its.texts.emplace_back(unmarked(parts[2], its.spans.text));
    if (parts.size() > 3) {
      for (const auto& [name, value] : fields_of(parts[3])) put(its, name, value);
    }
    const ParsedQuery parsed = parse_query(its.query);
    if (!parsed.query) {
      ADD_FAILURE() << "no query: " << parsed.diagnostics.at(0).reason;
      continue;
    }
    const auto found = evaluate(*parsed.query, its.post);
    EXPECT_EQ(found.has_value(), its.found);
    if (!found) continue;
    EXPECT_EQ(marked(its.post.text, found->text), marked(its.post.text, its.spans.text));
    EXPECT_EQ(marked(its.post.title, found->title), marked(its.post.title, its.spans.title));
  }
  EXPECT_GE(count, 300);
}

HeardPost said(std::string_view text) {
  HeardPost post;
  post.text = text;
  return post;
}

RC_GTEST_PROP(Evaluate, SpansAreInOrderApartAndOnCharacters, ()) {
  const QueryTree query = *gen::query();
  const std::string text = *gen::post_text();
  const auto found = evaluate(query, said(text));
  if (!found) return;
  std::uint32_t end = 0;
  for (const Span& each : found->text) {
    RC_ASSERT(each.begin >= end);
    RC_ASSERT(each.end > each.begin);
    RC_ASSERT(each.end <= text.size());
    RC_ASSERT(each.end == text.size() ||
              (static_cast<unsigned char>(text[each.end]) & 0xC0U) != 0x80U);
    RC_ASSERT((static_cast<unsigned char>(text[each.begin]) & 0xC0U) != 0x80U);
    end = each.end;
  }
}

RC_GTEST_PROP(Evaluate, NegationIsTheOpposite, ()) {
  QueryTree query;
  query.kind = QueryKind::kNot;
  query.of.push_back(*gen::query());
  const std::string text = *gen::post_text();
  RC_ASSERT(evaluate(query, said(text)).has_value() !=
            evaluate(query.of.front(), said(text)).has_value());
}

RC_GTEST_PROP(Evaluate, NearInEitherOrderIsNearInOneOrTheOther, ()) {
  const auto words = [](std::string text) {
    QueryTree out;
    out.text = std::move(text);
    return out;
  };
  const auto some = [] {
    return *rc::gen::elementOf(std::vector<std::string>{"acme", "tea", "cafe", "te*", "京", "🎉"});
  };
  QueryTree near;
  near.kind = QueryKind::kNear;
  near.of = {words(some()), words(some())};
  near.steps = {{*rc::gen::inRange(0U, 5U), false}};
  QueryTree forward = near;
  forward.steps[0].ordered = true;
  QueryTree back = forward;
  std::swap(back.of[0], back.of[1]);
  const std::string text = *gen::post_text();
  RC_ASSERT(evaluate(near, said(text)).has_value() ==
            (evaluate(forward, said(text)) || evaluate(back, said(text))));
  // Two parts that stand together are two parts that are near.
  QueryTree together = near;
  together.kind = QueryKind::kTogether;
  together.within = near.steps[0].words;
  together.steps.clear();
  RC_ASSERT(evaluate(near, said(text)) == evaluate(together, said(text)));
}

TEST(Evaluate, LooksAtTheBeginningOfAVeryLongText) {
  std::string text(kMostHeardBytes - 5, ' ');
  const QueryTree query = parse_query("acme").query.value();
  EXPECT_TRUE(evaluate(query, said(text + "acme")));
  EXPECT_FALSE(evaluate(query, said(text + "      acme")));
}

TEST(Evaluate, TakesAnyBytes) {
  const QueryTree query = parse_query("acme").query.value();
  EXPECT_TRUE(evaluate(query, said("\xff\xfe acme \xc3")));
  EXPECT_TRUE(evaluate(query, said(std::string_view("\0acme\0", 6))));
}

}  // namespace
}  // namespace rapport
