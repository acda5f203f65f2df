// How well articles are found: the FAQ retrieval set, beside plain BM25 in the same run.
//
// Each question has one right article, so mean average precision is the mean reciprocal rank; equal
// scores count against us. The set has no split. "method" learns the weights of the signals on four
// fifths of the articles' questions and is judged on the fifth, five times; "shipped" are the
// weights that users get, learned on all of them, and so it has seen what it is judged on. The
// questions are never indexed, and nothing is learnt from them but the weights.
//
//   eval_faqs [OUT.json] [--dev]    --dev: only the first fold's four fifths

#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "faqs/faqs.h"
#include "faqs/learn.h"
#include "faqs/plain.h"
#include "knowledge/search/article_index.h"
#include "methods/arguments.h"
#include "methods/report.h"
#include "methods/rows.h"

namespace rapport::methods {
namespace {

constexpr int kFolds = 5;

using Scoring = std::function<std::vector<double>(std::string_view)>;

// Of each question, from 1; of equals ours is the last.
std::vector<int> ranks_of(const Faqs& faqs, const Scoring& scores_of) {
  std::vector<int> out;
  for (const Asked& asked : faqs.asked) {
    const std::vector<double> scores = scores_of(asked.text);
    int rank = 1;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (i != asked.article && scores[i] >= scores[asked.article]) ++rank;
    }
    out.push_back(rank);
  }
  return out;
}

struct Measured {
  double map = 0;
  double recall3 = 0;
};

// Over the questions that `counts` says, in percent.
Measured measure(const std::vector<int>& ranks, const std::function<bool(std::size_t)>& counts) {
  Measured out;
  double questions = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (!counts(i)) continue;
    ++questions;
    out.map += 1.0 / ranks[i];
    out.recall3 += ranks[i] <= 3 ? 1 : 0;
  }
  out.map *= 100 / questions;
  out.recall3 *= 100 / questions;
  return out;
}

std::vector<Judged> judged_of(const Faqs& faqs) {
  const ArticleIndex index(faqs.articles);
  std::vector<Judged> out;
  for (const Asked& asked : faqs.asked) out.push_back({index.signals(asked.text), asked.article});
  return out;
}

void tell(const char* what, const SearchWeights& weights) {
  std::fprintf(stderr, "  %s:", what);
  for (const double each : weights.of) std::fprintf(stderr, " %.3f", each);
  std::fprintf(stderr, "\n");
}

struct Chosen {
  double dev = 0;          // MAP of the weights on what they were learned from, mean of the folds
  std::vector<int> ranks;  // each question's, with weights learned without its article's questions
};

Chosen choose_by_folds(const Faqs& faqs) {
  const std::vector<int> fold_of = make_folds(faqs.articles.size(), kFolds, 1);
  const auto fold = [&](std::size_t question) { return fold_of[faqs.asked[question].article]; };
  const std::vector<Judged> judged = judged_of(faqs);
  Chosen out;
  out.ranks.resize(faqs.asked.size());
  std::vector<std::size_t> every;
  for (std::size_t i = 0; i < judged.size(); ++i) every.push_back(i);
  for (int held_out = 0; held_out < kFolds; ++held_out) {
    std::vector<std::size_t> learned;
    for (const std::size_t i : every) {
      if (fold(i) != held_out) learned.push_back(i);
    }
    const SearchWeights weights = learn_weights(judged, learned);
    tell(("fold " + std::to_string(held_out)).c_str(), weights);
    const ArticleIndex index(faqs.articles, weights);
    const std::vector<int> ranks =
        ranks_of(faqs, [&](std::string_view post) { return index.scores(post); });
    out.dev +=
        measure(ranks, [&](std::size_t question) { return fold(question) != held_out; }).map /
        kFolds;
    for (const std::size_t i : every) {
      if (fold(i) == held_out) out.ranks[i] = ranks[i];
    }
  }
  tell("of all questions, as SearchWeights ships them", learn_weights(judged, every));
  return out;
}

int run(const CommonSettings& settings) {
  if (data_is_missing()) return 0;
  const Faqs faqs = load_faqs();
  std::fprintf(stderr, "%zu articles, %zu questions\n", faqs.articles.size(), faqs.asked.size());
  const Chosen chosen = choose_by_folds(faqs);
  if (!settings.test) return 0;
  const auto every = [](std::size_t) { return true; };

  const PlainBm25 plain(faqs.articles);
  const Measured bm25 =
      measure(ranks_of(faqs, [&](std::string_view post) { return plain.scores(post); }), every);
  const ArticleIndex index(faqs.articles);
  const std::clock_t began = std::clock();  // of the processor, as others use the machine
  for (const Asked& asked : faqs.asked) index.suggest(asked.text, 3);
  const double took = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  const Measured shipped =
      measure(ranks_of(faqs, [&](std::string_view post) { return index.scores(post); }), every);
  const Measured method = measure(chosen.ranks, every);
  std::fprintf(stderr, "suggest: %.0f posts a second of one core, among %zu articles\n",
               static_cast<double>(faqs.asked.size()) / took, faqs.articles.size());

  const Way way = {"", "signals over stems and pieces of words, weights learned", 0, 0};
  const auto figure = [&](const char* metric, double goal, const char* baselines, const char* best,
                          const char* column, double value, double dev) {
    Figure out = figure_of({"faq/stackfaq", metric, goal, baselines, best}, way, {}, {dev, value});
    out.column = column;
    return out;
  };
  char plain_map[64];
  char plain_recall[64];
  std::snprintf(plain_map, sizeof plain_map, "Elasticsearch 66.5; BM25 here %.1f", bm25.map);
  std::snprintf(plain_recall, sizeof plain_recall, "BM25 here %.1f", bm25.recall3);
  report({figure("MAP (MRR)", 90, plain_map, "97.8 trained on questions", "method", method.map,
                 chosen.dev),
          figure("recall@3", 0, plain_recall, "–", "method", method.recall3, 0),
          figure("MAP (MRR)", 90, "", "", "shipped", shipped.map, 0),
          figure("recall@3", 0, "", "", "shipped", shipped.recall3, 0)},
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
