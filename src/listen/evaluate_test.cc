#include "listen/evaluate.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "listen/parse.h"
#include "listen/spoken.h"
#include "listen/testing/find_cases.h"
#include "listen/testing/random_query.h"

namespace rapport {
namespace {

TEST(Evaluate, FindsWhatTheCasesSay) {
  const std::vector<FindCase> cases = find_cases();
  EXPECT_GE(cases.size(), 300U);
  for (const FindCase& its : cases) {
    SCOPED_TRACE(its.where);
    const HeardPost& post = its.kept.post;
    const ParsedQuery parsed = parse_query(its.query);
    if (!parsed.query) {
      ADD_FAILURE() << "no query: " << parsed.diagnostics.at(0).reason;
      continue;
    }
    const auto found = evaluate(*parsed.query, post);
    EXPECT_EQ(found.has_value(), its.found);
    if (!found) continue;
    EXPECT_EQ(marked(post.text, found->text), marked(post.text, its.spans.text));
    EXPECT_EQ(marked(post.title, found->title), marked(post.title, its.spans.title));
  }
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
