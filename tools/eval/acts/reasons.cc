// Reasons of complaints. What is judged is the test split; what is chosen (the nets' share, and how
// much of the priors is taken back) is chosen on what five folds of train and dev say. `dev` is
// nested: each fold is judged by what the other four chose.

#include <cmath>
#include <cstdio>
#include <functional>
#include <string_view>
#include <utility>

#include "acts/judges.h"
#include "methods/linear.h"
#include "methods/metrics.h"

namespace rapport::methods {
namespace {

constexpr int kFolds = 5;
constexpr std::uint64_t kSeed = 5;

using Mix = Scores (*)(const Said&, const Shares&);
using Metric = std::function<double(const std::vector<int>& gold, const std::vector<int>& says)>;

// How much the priors are taken back: none for accuracy, more for macro-F1.
std::vector<double> prior_shift(const std::vector<int>& gold, int classes, double strength) {
  std::vector<double> count(static_cast<std::size_t>(classes), 1);
  for (const int one : gold) ++count[static_cast<std::size_t>(one)];
  for (double& one : count) one = -strength * std::log(one / static_cast<double>(gold.size()));
  return count;
}

std::vector<int> some(const std::vector<int>& all, const std::vector<std::size_t>& rows) {
  std::vector<int> out;
  for (const std::size_t row : rows) out.push_back(all[row]);
  return out;
}

struct Choice {
  Shares shares;
  double strength = 0;
  double score = -1;
};

// What is best on `rows`.
Choice choose(const Task& task, const Said& said, const std::vector<int>& gold, Mix mix,
              const Metric& metric, const std::vector<std::size_t>& rows) {
  const std::vector<int> truth = some(gold, rows);
  Choice best;
  for (const double nets : {0.3, 0.5, 0.7}) {
    const Shares tried{nets, task.shares.shared};
    const Scores scores = mix(said, tried);
    for (double strength = 0; strength <= 1.01; strength += 0.1) {
      // The neighbours' figures count, too: a peak of one step is luck.
      double sum = 0;
      for (const double by : {-0.05, 0.0, 0.05}) {
        const auto says =
            best_of(scores, task.classes(), prior_shift(truth, task.classes(), strength + by));
        sum += metric(truth, some(says, rows)) / 3;
      }
      if (sum > best.score + 1e-9) best = {tried, strength, sum};
    }
  }
  return best;
}

double nested(const Task& task, const Said& said, const std::vector<int>& gold, Mix mix,
              const Metric& metric) {
  const std::vector<int> fold = make_folds(gold.size(), kFolds, kSeed);
  std::vector<int> out(gold.size());
  for (int which = 0; which < kFolds; ++which) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < fold.size(); ++i) {
      if (fold[i] != which) others.push_back(i);
    }
    const Choice choice = choose(task, said, gold, mix, metric, others);
    const auto says = best_of(mix(said, choice.shares), task.classes(),
                              prior_shift(some(gold, others), task.classes(), choice.strength));
    for (std::size_t i = 0; i < fold.size(); ++i) {
      if (fold[i] == which) out[i] = says[i];
    }
  }
  return metric(gold, out);
}

}  // namespace

void judge_reasons(SharedNets& nets, const Settings& settings, std::vector<Figure>& figures) {
  for (const auto* name : {"reason/airline_9", "reason/airline_10"}) {
    const Split split = load_split(name);
    const bool nine = std::string_view(name).ends_with("_9");
    const Task task{name, Labels::of(split.train), {0.4, 0.5}, {6, 0.07}, {0.5, 0.6}};
    const int classes = task.classes();
    const std::vector<Row> known =
        without(joined(split.train, split.dev), test_fingerprints(), name);
    const std::vector<int> gold = task.labels.gold(known);
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < gold.size(); ++i) all.push_back(i);
    const Said folds = by_folds(nets, task, known, kFolds, kSeed);
    log_shares(task, folds, gold);
    Said test;
    if (settings.test) test = ask(nets, task, known, split.test);
    const std::vector<int> gold_test = task.labels.gold(split.test);
    for (const bool f1 : {false, true}) {
      Figure one = figure(name, f1 ? "macro-F1" : "accuracy", nine ? (f1 ? 63.0 : 71.0) : 0, "–",
                          "–", task, settings, folds.features);
      const auto metric = [&](const std::vector<int>& truth, const std::vector<int>& says) {
        return 100 * (f1 ? macro_f1(classes, truth, says) : accuracy(truth, says));
      };
      const auto fill = [&](Mix mix, double& dev, double& value) {
        const Choice choice = choose(task, folds, gold, mix, metric, all);
        dev = nested(task, folds, gold, mix, metric);
        std::fprintf(
            stderr, "  %s %s: share of the nets %.1f, priors taken back %.1f: %.2f; nested %.2f\n",
            name, one.metric.c_str(), choice.shares.nets, choice.strength, choice.score, dev);
        if (!settings.test) return;
        value = metric(gold_test, best_of(mix(test, choice.shares), classes,
                                          prior_shift(gold, classes, choice.strength)));
      };
      fill(alone, one.own_dev, one.own_only);
      fill(together, one.dev, one.value);
      figures.push_back(one);
    }
    std::fprintf(stderr, "%s: %s\n", name, since_start().c_str());
  }
}

}  // namespace rapport::methods
