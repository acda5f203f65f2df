// How often it is right that a question is answered by an article: the FAQ retrieval set, each
// question asked twice, once of all articles and once of all but its own.
//
// With its own article there it has an answer; without it, it has none. (It may have: the set knows
// no more than one right article of a question. So precision is at least what stands here.) The set
// has no split; articles are halved by a hash of their titles, a threshold is chosen on one half by
// F0.5, and judged on the other: a question that is wrongly thought to be answered is never seen.
//
// And once more with an index that knows half of the questions as asked before of their articles
// (desk/knowledge/shelf.h), for the other half of them: whether that misleads.
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

// `others` knows nothing that was asked of the question's own article.
Shares shares_of(const Faqs& faqs, const AnswerCheck& check, const Asked& asked,
                 const ArticleIndex& index, const ArticleIndex& others) {
  Shares shares;
  shares.dev = fingerprint(faqs.articles[asked.article].title) % 2 == 0;
  shares.with = check.best(index, asked.text, "en").share;
  for (const Suggestion& each : others.suggest(asked.text, 2)) {
    if (each.article == asked.article) continue;
    shares.without = check.share(each.article, asked.text, "en");
    break;
  }
  return shares;
}

std::vector<Shares> shares_of(const Faqs& faqs) {
  const ArticleIndex index(faqs.articles);
  const AnswerCheck check(faqs.articles);
  std::vector<Shares> out;
  for (const Asked& asked : faqs.asked) {
    out.push_back(shares_of(faqs, check, asked, index, index));
  }
  return out;
}

// Of every second question of each article, with those before them known as asked, and without.
struct AskedBefore {
  std::vector<Shares> known;
  std::vector<Shares> unknown;
};

AskedBefore with_asked_before(const Faqs& faqs) {
  constexpr std::size_t kMostAsked = 8;  // as the desk has it
  std::vector<std::vector<std::string>> known(faqs.articles.size());
  std::vector<std::vector<const Asked*>> left(faqs.articles.size());
  std::vector<std::size_t> count(faqs.articles.size());
  for (const Asked& each : faqs.asked) {
    auto& texts = known[each.article];
    if (count[each.article]++ % 2 == 0 && texts.size() < kMostAsked) {
      texts.push_back(each.text);
    } else {
      left[each.article].push_back(&each);
    }
  }
  const AnswerCheck check(faqs.articles);
  const ArticleIndex plain(faqs.articles);
  const ArticleIndex index(faqs.articles, known);
  AskedBefore out;
  for (std::size_t i = 0; i < faqs.articles.size(); ++i) {
    auto of_others = known;
    of_others[i].clear();
    const ArticleIndex others(faqs.articles, of_others);
    for (const Asked* each : left[i]) {
      out.unknown.push_back(shares_of(faqs, check, *each, plain, plain));
      out.known.push_back(shares_of(faqs, check, *each, index, others));
    }
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

void tell(const char* what, const std::vector<Shares>& shares, bool dev) {
  const Right right = right_at(shares, kAnsweredShare, dev);
  std::fprintf(stderr, "  %s, %s: precision %.1f, recall %.1f, F0.5 %.1f, wrong %.1f\n", what,
               dev ? "first half" : "other half", right.precision, right.recall, right.f_half,
               right.wrong);
}

void tell_of_asked_before(const Faqs& faqs, bool test) {
  const AskedBefore both = with_asked_before(faqs);
  int turned = 0;
  for (std::size_t i = 0; i < both.known.size(); ++i) {
    const auto differ = [](double a, double b) {
      return (a >= kAnsweredShare) != (b >= kAnsweredShare);
    };
    turned += differ(both.known[i].with, both.unknown[i].with) ? 1 : 0;
    turned += differ(both.known[i].without, both.unknown[i].without) ? 1 : 0;
  }
  std::fprintf(stderr, "half of them asked before turns %d of %zu verdicts\n", turned,
               2 * both.known.size());
  for (const bool dev : {true, false}) {
    if (!dev && !test) continue;
    tell("unknown", both.unknown, dev);
    tell("known", both.known, dev);
  }
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
  tell_of_asked_before(faqs, settings.test);
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
