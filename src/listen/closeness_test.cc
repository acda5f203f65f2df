#include "listen/closeness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "listen/occurrences.h"

namespace rapport {
namespace {

using Lists = std::vector<std::vector<Occurrence>>;

// Places of some parts in a text of twenty words, each with a span of its own.
Lists places(std::size_t parts) {
  Lists out;
  std::uint32_t span = 0;
  for (std::size_t part = 0; part < parts; ++part) {
    std::vector<Occurrence> its;
    const auto count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
      const auto first = *rc::gen::inRange<std::uint32_t>(0, 20);
      const auto last = first + *rc::gen::inRange<std::uint32_t>(0, 3);
      its.push_back({first, last, {Span{span, span + 1}}});
      ++span;
    }
    out.push_back(in_order(its));
  }
  return out;
}

std::set<std::uint32_t> spans_of(const std::vector<Span>& spans) {
  std::set<std::uint32_t> out;
  for (const Span& each : spans) out.insert(each.begin);
  return out;
}

std::set<std::uint32_t> spans_of(const std::vector<Occurrence>& found) {
  std::set<std::uint32_t> out;
  for (const Occurrence& each : found) out.merge(spans_of(each.spans));
  return out;
}

RC_GTEST_PROP(Closeness, NearTakesPartWhereAWayLeadsThrough, ()) {
  const Lists of = places(*rc::gen::inRange<std::size_t>(2, 5));
  std::vector<NearStep> steps;
  for (std::size_t i = 1; i < of.size(); ++i) {
    steps.push_back({*rc::gen::inRange(0U, 8U), *rc::gen::arbitrary<bool>()});
  }
  const auto wanted = near_of(of, steps, kAllSteps);
  std::vector<Span> spans;
  RC_ASSERT(near_holds(of, steps, &spans) == !wanted.empty());
  RC_ASSERT(near_holds(of, steps, nullptr) == !wanted.empty());
  RC_ASSERT(spans_of(spans) == spans_of(wanted));
  RC_TAG(wanted.empty() ? "nowhere" : "somewhere");
}

RC_GTEST_PROP(Closeness, TogetherTakesPartWhereAWayLeadsThrough, ()) {
  const Lists of = places(*rc::gen::inRange<std::size_t>(1, 5));
  const auto within = *rc::gen::inRange(0U, 12U);
  const auto wanted = together_of(of, within, kAllSteps);
  std::vector<Span> spans;
  RC_ASSERT(together_holds(of, within, &spans) == !wanted.empty());
  RC_ASSERT(together_holds(of, within, nullptr) == !wanted.empty());
  RC_ASSERT(spans_of(spans) == spans_of(wanted));
  RC_TAG(wanted.empty() ? "nowhere" : "somewhere");
}

}  // namespace
}  // namespace rapport
