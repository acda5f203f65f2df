// Reasons of complaints, whether it is a complaint, tweet acts, and intents: linear models alone,
// each from its own split.
//
//   eval_acts [figures.json]
//
// A few linear models that differ in loss, cost and naive Bayes weighing are candidates, and so is
// the mean of their probabilities. Which one is taken is decided on dev, or on a ninth of what may
// be learned from where there is no dev; test is asked once, of a model fitted to both.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "methods/linear.h"
#include "methods/metrics.h"
#include "methods/report.h"
#include "methods/rows.h"
#include "methods/sparse.h"
#include "methods/text_features.h"

namespace rapport::methods {
namespace {

using Scores = std::vector<float>;

struct Candidate {
  const char* name;
  LinearOptions options;
};

LinearOptions options_of(Loss loss, double cost, double bayes) {
  LinearOptions out;
  out.loss = loss;
  out.cost = cost;
  out.bayes = bayes;
  out.rounds = 12;
  return out;
}

const std::vector<Candidate>& candidates() {
  static const std::vector<Candidate> all = {
      {"logistic, cost 2", options_of(Loss::kLogistic, 2, 0)},
      {"logistic, cost 2, half Bayes", options_of(Loss::kLogistic, 2, 0.5)},
      {"logistic, cost 10, half Bayes", options_of(Loss::kLogistic, 10, 0.5)},
      {"hinge, cost .3, half Bayes", options_of(Loss::kSquaredHinge, 0.3, 0.5)},
      {"hinge, cost 1", options_of(Loss::kSquaredHinge, 1, 0)},
  };
  return all;
}

SpaceOptions space_options() {
  SpaceOptions space;
  space.least_rows = {1, 1, 2, 2, 2, 1, 1, 1};
  return space;
}

// Probabilities of each candidate, and the mean of all as the last.
std::vector<Scores> all_scores(const std::vector<Row>& train, const std::vector<Row>& asked,
                               const Labels& labels, double& features) {
  const Prepared prepared = Prepared::fit(texts_of(train), TextOptions{}, space_options());
  const SparseRows rows = prepared.rows(texts_of(train));
  const SparseRows other = prepared.rows(texts_of(asked));
  features = static_cast<double>(other.index.size()) / static_cast<double>(other.size());
  const std::vector<int> gold = labels.gold(train);
  std::vector<Scores> out;
  Scores mean(other.size() * static_cast<std::size_t>(labels.size()), 0.0F);
  for (const Candidate& candidate : candidates()) {
    Scores scores = LinearModel::train(rows, gold, labels.size(), candidate.options).scores(other);
    // A margin of a hinge is no logarithm of odds: it is sharpened.
    softmax(scores, labels.size(), candidate.options.loss == Loss::kLogistic ? 1 : 0.4);
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += scores[i];
    out.push_back(std::move(scores));
  }
  for (float& each : mean) each /= static_cast<float>(candidates().size());
  out.push_back(std::move(mean));
  return out;
}

std::string name_of(std::size_t which) {
  return which < candidates().size() ? candidates()[which].name : "mean of five linear models";
}

// The best of the candidates by `judge`, the mean winning ties.
template <class Judge>
std::size_t best_candidate(const std::vector<Scores>& all, Judge&& judge) {
  std::size_t best = all.size() - 1;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (judge(all[i]) > judge(all[best])) best = i;
  }
  return best;
}

Figure figure(std::string benchmark, std::string metric, double value, double dev, double to_beat,
              std::string baselines, std::string best, double features, int classes,
              std::string method) {
  Figure out;
  out.benchmark = std::move(benchmark);
  out.metric = std::move(metric);
  out.value = value * 100;
  out.dev = dev * 100;
  out.to_beat = to_beat;
  out.baselines = std::move(baselines);
  out.best = std::move(best);
  out.own_only = value * 100;
  out.features = features;
  out.multiply_adds = features * classes;  // the mean of linear models costs one model each
  out.method = std::move(method);
  return out;
}

void reasons(std::vector<Figure>& figures) {
  for (const auto* name : {"reason/airline_9", "reason/airline_10"}) {
    const Split split = load_split(name);
    const Labels labels = Labels::of(split.train);
    const std::vector<int> gold_dev = labels.gold(split.dev);
    double features = 0;
    const auto on_dev = all_scores(split.train, split.dev, labels, features);
    const auto f1 = [&](const Scores& scores) {
      const std::vector<int> says = best_of(scores, labels.size());
      return accuracy(gold_dev, says) + macro_f1(labels.size(), gold_dev, says);
    };
    const std::size_t which = best_candidate(on_dev, f1);
    const auto on_test = all_scores(joined(split.train, split.dev), split.test, labels, features);
    const std::vector<int> gold = labels.gold(split.test);
    const std::vector<int> says = best_of(on_test[which], labels.size());
    const std::vector<int> says_dev = best_of(on_dev[which], labels.size());
    const bool nine = std::string(name).ends_with("_9");
    figures.push_back(figure(name, "accuracy", accuracy(gold, says), accuracy(gold_dev, says_dev),
                             nine ? 71.0 : 0, "–", "–", features, labels.size(), name_of(which)));
    figures.push_back(figure(name, "macro-F1", macro_f1(labels.size(), gold, says),
                             macro_f1(labels.size(), gold_dev, says_dev), nine ? 63.0 : 0, "–", "–",
                             features, labels.size(), name_of(which)));
    std::fprintf(stderr, "%s: %s, %s\n", name, name_of(which).c_str(), since_start().c_str());
  }
}

// Ten folds; in each the candidate is chosen on a ninth of the other nine.
struct Folded {
  std::vector<int> gold;
  std::vector<int> says;
  std::vector<double> scores;  // of class 1
  double features = 0;
};

Folded ten_folds(const std::vector<Row>& rows, const Labels& labels) {
  Folded out;
  const std::vector<int> folds = make_folds(rows.size(), 10, 1);
  for (int fold = 0; fold < 10; ++fold) {
    std::vector<Row> known, inner, held_in, asked;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (folds[i] == fold) {
        asked.push_back(rows[i]);
        continue;
      }
      known.push_back(rows[i]);
      (folds[i] == (fold + 1) % 10 ? held_in : inner).push_back(rows[i]);
    }
    const std::vector<int> gold_in = labels.gold(held_in);
    const auto tried = all_scores(inner, held_in, labels, out.features);
    const std::size_t which = best_candidate(tried, [&](const Scores& scores) {
      return accuracy(gold_in, best_of(scores, labels.size()));
    });
    const auto all = all_scores(known, asked, labels, out.features);
    const std::vector<int> gold = labels.gold(asked);
    const std::vector<int> says = best_of(all[which], labels.size());
    out.gold.insert(out.gold.end(), gold.begin(), gold.end());
    out.says.insert(out.says.end(), says.begin(), says.end());
    for (std::size_t i = 0; i < asked.size(); ++i) {
      out.scores.push_back(
          static_cast<double>(all[which][i * static_cast<std::size_t>(labels.size()) + 1]));
    }
  }
  return out;
}

void acts(std::vector<Figure>& figures) {
  std::vector<Row> rows;
  std::unordered_set<std::uint64_t> seen;
  for (Row& row : load_rows("act/all.tsv")) {
    if (seen.insert(fingerprint(row.text)).second) rows.push_back(std::move(row));
  }
  const Labels labels = Labels::of(rows);
  const Folded folded = ten_folds(rows, labels);
  std::fprintf(stderr, "act: %zu rows without duplicates, %s\n", rows.size(),
               since_start().c_str());
  figures.push_back(figure("act", "10-fold accuracy", accuracy(folded.gold, folded.says), 0, 75.5,
                           "75.97", "77.5", folded.features, labels.size(),
                           "linear, chosen inside each fold"));
}

void complaints(std::vector<Figure>& figures) {
  const std::vector<Row> rows = load_rows("complaint/all.tsv");
  const Labels labels({"0", "1"});
  const Folded folded = ten_folds(rows, labels);
  const auto add = [&](const char* metric, double value, double to_beat, const char* baseline,
                       const char* best) {
    figures.push_back(figure("complaint", metric, value, 0, to_beat, baseline, best,
                             folded.features, 2, "linear, chosen inside each fold"));
  };
  add("10-fold accuracy", accuracy(folded.gold, folded.says), 86.0, "80.5", "–");
  add("10-fold macro-F1", macro_f1(2, folded.gold, folded.says), 84.5, "78.0", "~ 87");
  add("10-fold AUC", auc(folded.gold, folded.scores), 92.5, "87.3", "–");
  // One domain is asked of a model that knows the others; the mean of all candidates.
  std::set<std::string> domains;
  for (const Row& row : rows) domains.insert(row.extra);
  double worst_f1 = 1;
  double worst_auc = 1;
  for (const std::string& domain : domains) {
    std::vector<Row> known, asked;
    for (const Row& row : rows) (row.extra == domain ? asked : known).push_back(row);
    double features = 0;
    const Scores scores = all_scores(known, asked, labels, features).back();
    const std::vector<int> gold = labels.gold(asked);
    std::vector<double> one;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      one.push_back(static_cast<double>(scores[i * 2 + 1]));
    }
    if (std::ranges::count(gold, 1) == 0) {  // random tweets: there is nothing to tell apart
      std::fprintf(stderr, "complaint without %s: accuracy %.3f (no complaints in it)\n",
                   domain.c_str(), accuracy(gold, best_of(scores, 2)));
      continue;
    }
    const double f1 = macro_f1(2, gold, best_of(scores, 2));
    const double area = auc(gold, one);
    worst_f1 = std::min(worst_f1, f1);
    worst_auc = std::min(worst_auc, area);
    std::fprintf(stderr, "complaint without %s: macro-F1 %.3f, AUC %.3f\n", domain.c_str(), f1,
                 area);
  }
  add("worst domain left out, macro-F1", worst_f1, 70.0, "–", "–");
  add("worst domain left out, AUC", worst_auc, 0, "–", "–");
}

void banking(std::vector<Figure>& figures) {
  const Split split = load_split("intent/banking77");
  const Labels labels = Labels::of(split.train);
  const std::vector<int> folds = make_folds(split.train.size(), 9, 1);
  std::vector<Row> inner, held_in;
  for (std::size_t i = 0; i < split.train.size(); ++i) {
    (folds[i] == 0 ? held_in : inner).push_back(split.train[i]);
  }
  const std::vector<int> gold_in = labels.gold(held_in);
  double features = 0;
  const auto tried = all_scores(inner, held_in, labels, features);
  const auto judge = [&](const Scores& scores) {
    return accuracy(gold_in, best_of(scores, labels.size()));
  };
  const std::size_t which = best_candidate(tried, judge);
  const auto on_test = all_scores(split.train, split.test, labels, features);
  figures.push_back(figure(
      "intent/banking77", "accuracy",
      accuracy(labels.gold(split.test), best_of(on_test[which], labels.size())),
      judge(tried[which]), 92.5, "87.2, 92.8", "93.7", features, labels.size(), name_of(which)));
  std::fprintf(stderr, "banking77: %s, %s\n", name_of(which).c_str(), since_start().c_str());
}

// What is out of scope is a class of its own, and whatever is said with too little probability.
struct Scope {
  double in_scope = 0;  // accuracy
  double out = 0;       // recall
};

Scope scope_of(const Scores& scores, const std::vector<int>& gold, int classes, int out_class,
               float least) {
  std::size_t right = 0, in = 0, found = 0, out = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const float* row = &scores[i * static_cast<std::size_t>(classes)];
    int best = -1;
    for (int c = 0; c < classes; ++c) {
      if (c != out_class && (best < 0 || row[c] > row[best])) best = c;
    }
    const bool is_out = row[best] - row[out_class] < least;
    if (gold[i] == out_class) {
      ++out;
      found += is_out;
    } else {
      ++in;
      right += !is_out && best == gold[i];
    }
  }
  return {static_cast<double>(right) / static_cast<double>(in),
          static_cast<double>(found) / static_cast<double>(out)};
}

void clinc(std::vector<Figure>& figures) {
  Split split = load_split("intent/clinc150");
  for (const auto& [rows, path] : {std::pair{&split.train, "intent/clinc150/oos_train.tsv"},
                                   {&split.dev, "intent/clinc150/oos_dev.tsv"},
                                   {&split.test, "intent/clinc150/oos_test.tsv"}}) {
    *rows = joined(*rows, load_rows(path));
  }
  const Labels labels = Labels::of(split.train);
  const int out_class = labels.index("oos");
  double features = 0;
  const std::vector<int> gold_dev = labels.gold(split.dev);
  const Scores dev = all_scores(split.train, split.dev, labels, features).back();
  // The threshold that finds most of what is out of scope while in-scope accuracy stays within half
  // a point of its best, on dev.
  double best_in = 0;
  for (float least = -0.2F; least < 0.6F; least += 0.01F) {
    best_in = std::max(best_in, scope_of(dev, gold_dev, labels.size(), out_class, least).in_scope);
  }
  float chosen = 0;
  Scope at_dev;
  for (float least = -0.2F; least < 0.6F; least += 0.01F) {
    const Scope scope = scope_of(dev, gold_dev, labels.size(), out_class, least);
    if (scope.in_scope >= best_in - 0.005 && scope.out >= at_dev.out) {
      at_dev = scope;
      chosen = least;
    }
  }
  const Scores test = all_scores(split.train, split.test, labels, features).back();
  const Scope scope = scope_of(test, labels.gold(split.test), labels.size(), out_class, chosen);
  figures.push_back(figure("intent/clinc150", "in-scope accuracy", scope.in_scope, at_dev.in_scope,
                           93.5, "93.4", "96.2", features, labels.size(), name_of(99)));
  figures.push_back(figure("intent/clinc150", "out-of-scope recall", scope.out, at_dev.out, 52.0,
                           "49.1", "52.3", features, labels.size(), name_of(99)));
  std::fprintf(stderr, "clinc150: from %.2f on, %s\n", static_cast<double>(chosen),
               since_start().c_str());
}

int run(const std::string& path) {
  if (data_is_missing()) return 0;
  std::vector<Figure> figures;
  reasons(figures);
  complaints(figures);
  banking(figures);
  clinc(figures);
  acts(figures);
  report(figures, path);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** words) {
  return rapport::methods::run(count > 1 ? words[1] : std::string());
}
