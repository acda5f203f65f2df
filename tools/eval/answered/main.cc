// How often it is right that a question is answered by an article: the FAQ retrieval set, each
// question asked twice, once of all articles and once of all but its own.
//
// With its own article there it has an answer; without it, it has none. (It may have: the set knows
// no more than one right article of a question. So precision is at least what stands here.) The set
// has no split; articles are halved by a hash of their titles, a threshold is chosen on one half by
// F0.5, and judged on the other: a question that is wrongly thought to be answered is never seen.
//
//   eval_answered [OUT.json] [--dev]    --dev: the half it is chosen on alone

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "faqs/faqs.h"
#include "knowledge/gaps/answered.h"
#include "knowledge/search/article_index.h"
#include "methods/arguments.h"
#include "methods/report.h"
#include "methods/rows.h"

namespace rapport::methods {
namespace {

struct Shares {
  double with = 0;     // of the best article, its own among them
  double without = 0;  // the same without its own
  bool dev = false;
};

std::vector<Shares> shares_of(const Faqs& faqs) {
  const ArticleIndex index(faqs.articles);
  const AnswerCheck check(faqs.articles);
  std::vector<Shares> out;
  for (const Asked& asked : faqs.asked) {
    Shares shares;
    shares.dev = fingerprint(faqs.articles[asked.article].title) % 2 == 0;
    shares.with = check.best(index, asked.text, "en").share;
    for (const Suggestion& each : index.suggest(asked.text, 2)) {
      if (each.article == asked.article) continue;
      shares.without = check.share(each.article, asked.text, "en");
      break;
    }
    out.push_back(shares);
  }
  return out;
}

// In percent.
struct Right {
  double precision = 0;
  double recall = 0;
  double f_half = 0;  // F0.5: precision counts twice as much
  double wrong = 0;   // of those without an answer, how many are thought to have one
};

Right right_at(const std::vector<Shares>& shares, double threshold, bool dev) {
  double hits = 0;
  double wrong = 0;
  double missed = 0;
  for (const Shares& each : shares) {
    if (each.dev != dev) continue;
    (each.with >= threshold ? hits : missed) += 1;
    if (each.without >= threshold) wrong += 1;
  }
  Right out;
  if (hits == 0) return out;
  out.precision = 100 * hits / (hits + wrong);
  out.recall = 100 * hits / (hits + missed);
  out.f_half = 1.25 * out.precision * out.recall / (0.25 * out.precision + out.recall);
  out.wrong = 100 * wrong / (hits + missed);
  return out;
}

int run(const CommonSettings& settings) {
  if (data_is_missing()) return 0;
  const Faqs faqs = load_faqs();
  const std::vector<Shares> shares = shares_of(faqs);
  double best = 0;
  double threshold = 0;
  for (int step = 4; step <= 40; ++step) {
    const double at = step / 40.0;
    const Right dev = right_at(shares, at, true);
    std::fprintf(stderr, "  %.3f: precision %.1f, recall %.1f, F0.5 %.1f\n", at, dev.precision,
                 dev.recall, dev.f_half);
    if (dev.f_half <= best) continue;
    best = dev.f_half;
    threshold = at;
  }
  std::fprintf(stderr, "chosen on the first half: %.3f; shipped: %.3f\n", threshold,
               kAnsweredShare);
  if (!settings.test) return 0;
  const auto figure = [&](const char* metric, double dev, double test) {
    Figure out = figure_of(
        {"faq/stackfaq, answered", metric, 0, "–", "–"},
        {"", "how well question and what the best article is asked by fit", 0, 0}, {}, {dev, test});
    out.column = "shipped";
    return out;
  };
  const Right dev = right_at(shares, kAnsweredShare, true);
  const Right test = right_at(shares, kAnsweredShare, false);
  std::fprintf(stderr, "without an answer, and thought to have one: %.1f, other half %.1f\n",
               dev.wrong, test.wrong);
  report({figure("precision", dev.precision, test.precision),
          figure("recall", dev.recall, test.recall), figure("F0.5", dev.f_half, test.f_half)},
         settings.out);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** arguments) {
  rapport::methods::CommonSettings settings;
  rapport::methods::read_arguments(count, arguments, settings);
  return rapport::methods::run(settings);
}
