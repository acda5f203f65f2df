#include "listen/matcher.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "listen/parse.h"
#include "listen/prepared_query.h"
#include "listen/print.h"
#include "listen/spoken.h"
#include "listen/testing/find_cases.h"
#include "listen/testing/random_query.h"

namespace rapport {
namespace {

QueryTree query_of(std::string_view text) { return parse_query(text).query.value(); }

HeardPost said(std::string_view text) {
  HeardPost post;
  post.text = text;
  return post;
}

std::vector<std::uint64_t> keys_of(const Matcher& matcher, const HeardPost& post,
                                   std::optional<std::uint64_t> owner = {}) {
  MatchScratch scratch;
  std::vector<std::uint64_t> keys;
  matcher.match_keys(post, scratch, keys, owner);
  return keys;
}

TEST(Matcher, FindsWhatTheCasesSay) {
  const std::vector<FindCase> cases = find_cases();
  Matcher all;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    all.add(i, i % 7, query_of(cases[i].query));
  }
  MatchScratch scratch;
  std::vector<Match> out;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    SCOPED_TRACE(cases[i].where);
    const HeardPost& post = cases[i].kept.post;
    out.clear();
    all.match(post, scratch, out);
    EXPECT_EQ(std::any_of(out.begin(), out.end(), [i](const Match& each) { return each.key == i; }),
              cases[i].found);
    // The reference is slow: it looks with all queries at a few posts.
    if (i % 25 == 0) {
      std::vector<Match> wanted;
      for (std::size_t j = 0; j < cases.size(); ++j) {
        if (auto spans = evaluate(query_of(cases[j].query), post)) {
          wanted.push_back({j, j % 7, std::move(*spans)});
        }
      }
      EXPECT_EQ(out, wanted);
    }
    const auto found = PreparedQuery(query_of(cases[i].query)).match(post, scratch);
    EXPECT_EQ(found.has_value(), cases[i].found);
    if (!found) continue;
    EXPECT_EQ(marked(post.text, found->text), marked(post.text, cases[i].spans.text));
    EXPECT_EQ(marked(post.title, found->title), marked(post.title, cases[i].spans.title));
  }
}

TEST(PreparedQuery, SaysByTheWordsAloneWhatIsWorthALook) {
  MatchScratch scratch;
  const auto could = [&](std::string_view query, std::string_view text) {
    return PreparedQuery(query_of(query)).could_find(said(text), scratch);
  };
  EXPECT_TRUE(could("coffee lang:en", "late coffee"));
  EXPECT_FALSE(could("coffee lang:en", "late tea"));
  EXPECT_TRUE(could("coffee -lang:en", "late coffee"));
  EXPECT_FALSE(could("coffee -late -lang:en", "late coffee"));
  EXPECT_TRUE(could("coffee OR author:ana", "late tea"));
  EXPECT_TRUE(could("has:media AND -coffee", "late tea"));
  EXPECT_FALSE(could("(coffee NEAR/1 late) sentiment:negative", "coffee is never too late"));
}

RC_GTEST_PROP(Matcher, AgreesWithTheReference, ()) {
  Matcher matcher;
  std::map<std::uint64_t, std::pair<std::uint64_t, QueryTree>> monitors;
  MatchScratch scratch;
  const int count = *rc::gen::inRange(1, 40);
  for (int i = 0; i < count; ++i) {
    const auto key = *rc::gen::inRange<std::uint64_t>(0, 25);
    if (*rc::gen::inRange(0, 4) == 0) {
      matcher.remove(key);
      monitors.erase(key);
      continue;
    }
    const auto owner = *rc::gen::inRange<std::uint64_t>(0, 3);
    QueryTree query = *gen::query();
    matcher.add(key, owner, query);
    monitors.insert_or_assign(key, std::pair(owner, std::move(query)));
  }
  RC_ASSERT(matcher.size() == monitors.size());
  PreparedQueries prepared_all;
  for (const auto& [key, monitor] : monitors) prepared_all.add(PreparedQuery(monitor.second));
  for (int i = 0; i < 8; ++i) {
    const KeptPost its = gen::post();
    RC_LOG() << "text: " << its.post.text << "\ntitle: " << its.post.title << "\n";
    std::vector<Match> out;
    matcher.match(its.post, scratch, out);
    std::vector<Match> wanted;
    std::vector<std::uint64_t> keys;
    HeardPost words;
    words.title = its.post.title;
    words.text = its.post.text;
    std::vector<std::size_t> could;
    prepared_all.could_find(words, scratch, could);
    std::vector<std::size_t> does;
    prepared_all.find(its.post, scratch, nullptr, does);
    std::size_t place = 0;
    for (const auto& [key, monitor] : monitors) {
      const bool may = std::ranges::binary_search(could, place);
      const bool does_find = std::ranges::binary_search(does, place++);
      auto spans = evaluate(monitor.second, its.post);
      const PreparedQuery prepared(monitor.second);
      const auto found = prepared.match(its.post, scratch);
      if (found != spans) RC_LOG() << "query: " << print_query(monitor.second) << "\n";
      RC_ASSERT(found == spans);
      RC_ASSERT(prepared.finds(its.post, scratch) == spans.has_value());
      RC_ASSERT(does_find == spans.has_value());
      RC_ASSERT(prepared.could_find(words, scratch) == may);
      RC_ASSERT(may || !spans);
      // Words alone are known.
      if (prepared.needs() == QueryNeeds()) RC_ASSERT(may == spans.has_value());
      if (!spans) continue;
      wanted.push_back({key, monitor.first, std::move(*spans)});
      keys.push_back(key);
    }
    if (out != wanted) {
      for (const auto& [key, monitor] : monitors) {
        RC_LOG() << key << ": " << print_query(monitor.second) << "\n";
      }
    }
    RC_ASSERT(out == wanted);
    RC_ASSERT(keys_of(matcher, its.post) == keys);
    std::vector<Match> of_one;
    matcher.match(its.post, scratch, of_one, 1);
    std::erase_if(wanted, [](const Match& each) { return each.owner != 1; });
    RC_ASSERT(of_one == wanted);
  }
}

// All that makes cutting hard, glued together: signs that join or part, links and ports, characters
// that fold to several, marks on anything.
std::string odd_text() {
  static const std::vector<std::string> pieces{"acme",
                                               "Acme",
                                               "1",
                                               "80",
                                               "é",
                                               "e",
                                               "\u0301",
                                               "\u00AD",
                                               "\u200D",
                                               "\u200C",
                                               "\uFE0F",
                                               "\u20E3",
                                               "1\uFE0F\u20E3",
                                               "🏽",
                                               "❤\u0345",
                                               "ℹ",
                                               "ｶﾞ",
                                               "ゟ",
                                               "東",
                                               "京",
                                               "น้ำ",
                                               "한",
                                               "①",
                                               "㎏",
                                               "ﷺ",
                                               "™",
                                               "ß",
                                               "Æ",
                                               "‘",
                                               "'s",
                                               "'",
                                               "_",
                                               "·",
                                               "#",
                                               "＃",
                                               "@",
                                               "＠",
                                               "$",
                                               "&",
                                               "+",
                                               "++",
                                               ".",
                                               ":",
                                               "://",
                                               "https",
                                               "acme.com",
                                               "/",
                                               "?x",
                                               "*",
                                               "-",
                                               ",",
                                               " ",
                                               " ",
                                               " ",
                                               "🎉",
                                               "👍🏽",
                                               "🇵🇹",
                                               "👨‍👩‍👧",
                                               "l'",
                                               "...",
                                               "\xff",
                                               "\xe2\x80",
                                               "नमस्ते",
                                               "https://a.com:80",
                                               "@ana@acme.com",
                                               "#acme",
                                               "$ABC",
                                               "٣",
                                               "Ⅷ",
                                               "𝐀",
                                               "[::1]",
                                               "(",
                                               ")",
                                               "…",
                                               "’"};
  std::string text;
  const int count = *rc::gen::inRange(1, 16);
  for (int i = 0; i < count; ++i) text += *rc::gen::elementOf(pieces);
  return text;
}

// Whatever part of a text is asked for, the pieces must not rule out what the reference finds.
RC_GTEST_PROP(Matcher, FindsWhatTheReferenceFindsInOddTexts, ()) {
  const std::string text = odd_text();
  MatchScratch scratch;
  for (int i = 0; i < 12; ++i) {
    QueryTree query;
    const std::string other = *rc::gen::inRange(0, 6) == 0 ? odd_text() : text;
    const auto from = *rc::gen::inRange<std::size_t>(0, other.size());
    query.text = other.substr(from, *rc::gen::inRange<std::size_t>(1, 14));
    if (*rc::gen::inRange(0, 4) == 0) query.text.insert(query.text.size() / 2, "*");
    query.style = *rc::gen::elementOf(
        std::vector{WordStyle::kBare, WordStyle::kBare, WordStyle::kQuoted, WordStyle::kExact});
    if (*rc::gen::inRange(0, 5) == 0) {
      query.kind = QueryKind::kField;
      query.style = WordStyle::kBare;
      query.field = *rc::gen::elementOf(std::vector{QueryField::kHashtag, QueryField::kMention,
                                                    QueryField::kLink, QueryField::kAuthor});
    }
    HeardPost post = said(text);
    post.author = text;
    post.links = {std::string_view(text).substr(text.size() / 2)};
    post.mentions = {text};
    const auto wanted = evaluate(query, post);
    Matcher matcher;
    matcher.add(1, 1, query);
    std::vector<Match> out;
    matcher.match(post, scratch, out);
    if (wanted.has_value() == out.empty() || (wanted && out[0].spans != *wanted)) {
      RC_LOG() << "query: " << query.text << "\n(kind " << static_cast<int>(query.kind)
               << ", field " << static_cast<int>(query.field) << ")\n";
      RC_LOG() << "text:  " << text << "\n";
    }
    RC_ASSERT(out.size() == (wanted ? 1U : 0U));
    if (wanted) RC_ASSERT(out[0].spans == *wanted);
    RC_ASSERT(PreparedQuery(query).match(post, scratch) == wanted);
  }
}

// Knows what random posts may hold, and counts how often it is asked.
class CountingEnricher : public Enricher {
 public:
  const HeardPost& enriched(std::uint64_t owner, const HeardPost& post) override {
    EXPECT_FALSE(known_.contains(owner)) << "asked twice";
    HeardPost& its = known_[owner];
    its = post;
    its.sentiment = owner == 1 ? Sentiment::kNegative : Sentiment::kPositive;
    its.topics = {"Tea time"};
    its.person = {"77"};
    if (its.langs.empty()) its.langs = {owner == 2 ? "pt" : "en"};
    return its;
  }

  const HeardPost& seen_by(std::uint64_t owner, const HeardPost& post) const {
    const auto at = known_.find(owner);
    return at == known_.end() ? post : at->second;
  }
  std::size_t asked() const { return known_.size(); }

 private:
  std::map<std::uint64_t, HeardPost> known_;
};

RC_GTEST_PROP(Matcher, AgreesWithTheReferenceOfWhatIsEnriched, ()) {
  Matcher matcher;
  std::vector<std::pair<std::uint64_t, QueryTree>> monitors;
  const auto count = *rc::gen::inRange<std::size_t>(1, 12);
  for (std::size_t i = 0; i < count; ++i) {
    monitors.emplace_back(i % 3, *gen::query());
    matcher.add(i, i % 3, monitors.back().second);
  }
  MatchScratch scratch;
  const KeptPost its = gen::post();
  CountingEnricher enricher;
  std::vector<Match> out;
  matcher.match(its.post, scratch, out, {}, &enricher);
  CountingEnricher all;
  for (std::uint64_t owner = 0; owner < 3; ++owner) all.enriched(owner, its.post);
  std::vector<Match> wanted;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [owner, query] = monitors[i];
    if (auto spans = evaluate(query, all.seen_by(owner, its.post))) {
      wanted.push_back({i, owner, std::move(*spans)});
    }
  }
  RC_ASSERT(out == wanted);
}

TEST(Matcher, AsksTheEnricherOnlyOfWhatCouldBeFound) {
  Matcher matcher;
  matcher.add(1, 1, query_of("acme sentiment:negative"));
  matcher.add(2, 2, query_of("acme topic:\"tea time\""));
  matcher.add(3, 2, query_of("acme person:77"));
  matcher.add(4, 3, query_of("acme"));
  matcher.add(5, 4, query_of("acme tea sentiment:positive"));
  MatchScratch scratch;
  {
    CountingEnricher enricher;
    std::vector<Match> out;
    matcher.match(said("I like acme"), scratch, out, {}, &enricher);
    EXPECT_EQ(out.size(), 4U);
    EXPECT_EQ(enricher.asked(), 2U);
  }
  {
    CountingEnricher enricher;
    std::vector<Match> out;
    matcher.match(said("I like tea"), scratch, out, {}, &enricher);
    EXPECT_TRUE(out.empty());
    EXPECT_EQ(enricher.asked(), 0U);
  }
}

TEST(Matcher, GoesByTheLanguageThatWasReadWhereNoneIsSaid) {
  Matcher matcher;
  matcher.add(1, 2, query_of("acme lang:pt"));
  matcher.add(2, 2, query_of("acme -lang:pt"));
  MatchScratch scratch;
  const auto found = [&](const HeardPost& post) {
    CountingEnricher enricher;  // reads Portuguese
    std::vector<std::uint64_t> out;
    matcher.match_keys(post, scratch, out, {}, &enricher);
    EXPECT_EQ(enricher.asked(), post.langs.empty() ? 1U : 0U);
    return out;
  };
  HeardPost post = said("acme de novo");
  EXPECT_EQ(found(post), std::vector<std::uint64_t>{1});
  post.langs = {"en"};
  EXPECT_EQ(found(post), std::vector<std::uint64_t>{2});
}

// Each of these has more ways than could be listed.
TEST(Matcher, IsNotHeldUpByAPostThatRepeatsItself) {
  std::string text;
  while (text.size() + 16 < kMostHeardBytes) text += "acme green tea ";
  HeardPost post;
  post.text = text;
  MatchScratch scratch;
  for (const char* query :
       {"acme NEAR/50 tea", "(acme OR green) NEAR/20 (green OR tea) NEAR/20 (tea OR acme)",
        "\"acme green tea\"~10", "acme", "\"tea acme\"", "\"acme green tea acme green\"~1000",
        "(acme NEAR/1000 tea) NEAR/1000 (green NEAR/1000 acme)",
        "(\"acme green tea\"~1000) NEAR/5 acme"}) {
    const auto found = PreparedQuery(query_of(query)).match(post, scratch);
    ASSERT_TRUE(found) << query;
    EXPECT_GE(found->text.size(), 100U) << query;
  }
  EXPECT_FALSE(PreparedQuery(query_of("acme NEAR/0f acme")).match(post, scratch));
}

TEST(Matcher, SaysWhatIsAsked) {
  Matcher matcher;
  matcher.add(1, 1, query_of("acme lang:en"));
  EXPECT_TRUE(matcher.needs().asks(QueryField::kLang));
  EXPECT_FALSE(matcher.needs().asks(QueryField::kFollowers));
  EXPECT_FALSE(matcher.needs().enrichment());
  matcher.add(2, 1, query_of("acme -intent:spam"));
  EXPECT_TRUE(matcher.needs().reading());
  EXPECT_TRUE(matcher.needs().asks(QueryField::kLang));
  EXPECT_FALSE(QueryNeeds::of(query_of("acme has:media")).enrichment());
  EXPECT_TRUE(QueryNeeds::of(query_of("acme has:question")).reading());
  EXPECT_FALSE(QueryNeeds::of(query_of("acme level:regular")).reading());
  EXPECT_TRUE(QueryNeeds::of(query_of("acme level:regular")).enrichment());
  EXPECT_TRUE(QueryNeeds::of(query_of("title:acme")).asks(QueryField::kTitle));
}

TEST(Matcher, TakesTheNewQueryOfAMonitor) {
  Matcher matcher;
  matcher.add(7, 1, query_of("acme"));
  matcher.add(7, 2, query_of("tea"));
  EXPECT_EQ(matcher.size(), 1U);
  EXPECT_TRUE(keys_of(matcher, said("acme")).empty());
  EXPECT_EQ(keys_of(matcher, said("tea")).size(), 1U);
  EXPECT_TRUE(keys_of(matcher, said("tea"), 1).empty());
  matcher.remove(7);
  matcher.remove(8);
  EXPECT_EQ(matcher.size(), 0U);
  EXPECT_TRUE(keys_of(matcher, said("tea")).empty());
}

// Threads match while monitors come and go: those that stay are always found, and what comes is
// found at once.
TEST(Matcher, MatchesWhileMonitorsComeAndGo) {
  Matcher matcher;
  for (std::uint64_t i = 0; i < 50; ++i) matcher.add(i, 1, query_of("acme"));
  std::atomic<bool> stop = false;
  std::atomic<int> bad = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&] {
      MatchScratch scratch;
      std::vector<Match> out;
      while (!stop) {
        out.clear();
        matcher.match(said("acme coffee and tea"), scratch, out);
        std::size_t staying = 0;
        std::size_t swapped = 0;
        for (std::size_t i = 0; i < out.size(); ++i) {
          if (i > 0 && out[i - 1].key >= out[i].key) ++bad;
          if (out[i].key < 50) ++staying;
          if (out[i].key == 1000) ++swapped;
        }
        // The monitor that is replaced all the time is there from its beginning on, once.
        if (staying != 50 || swapped > 1) ++bad;
      }
    });
  }
  for (std::uint64_t round = 0; round < 300; ++round) {
    matcher.add(1000, 1, query_of(round % 2 == 0 ? "coffee" : "tea OR coffee"));
    matcher.add(100 + round % 20, 1, query_of("coffee NEAR/3 tea"));
    const auto keys = keys_of(matcher, said("acme coffee and tea"));
    if (std::find(keys.begin(), keys.end(), 100 + round % 20) == keys.end()) ++bad;
    matcher.remove(100 + (round + 10) % 20);
    const auto left = keys_of(matcher, said("acme coffee and tea"));
    if (std::find(left.begin(), left.end(), 100 + (round + 10) % 20) != left.end()) ++bad;
  }
  stop = true;
  threads.clear();
  EXPECT_EQ(bad, 0);
}

}  // namespace
}  // namespace rapport
