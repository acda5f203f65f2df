// What people want of a bank (77 intents), and of an assistant (150, or none of them).

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "acts/judges.h"
#include "acts/lessons.h"
#include "methods/linear.h"
#include "methods/metrics.h"

namespace rapport::methods {
namespace {

// In scope is what has a best class likely enough: out of scope is a class of its own, and what is
// said with too little probability.
struct Scope {
  double in_scope = 0;  // accuracy
  double out = 0;       // recall
};

Scope scope_of(const Scores& scores, const std::vector<int>& gold, int classes, int out_class,
               double least) {
  std::size_t right = 0, in = 0, found = 0, out = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const float* row = &scores[i * static_cast<std::size_t>(classes)];
    int best = -1;
    for (int c = 0; c < classes; ++c) {
      if (c != out_class && (best < 0 || row[c] > row[best])) best = c;
    }
    const double sure =
        std::exp(static_cast<double>(row[best])) - std::exp(static_cast<double>(row[out_class]));
    const bool is_out = sure < least;
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

// The highest threshold that costs at most half a point of in-scope accuracy.
double scope_threshold(const Scores& scores, const std::vector<int>& gold, int classes,
                       int out_class, const char* name) {
  double best_in = 0;
  for (double least = -0.3; least < 0.9; least += 0.01) {
    best_in = std::max(best_in, scope_of(scores, gold, classes, out_class, least).in_scope);
  }
  double chosen = 0;
  int step = 0;
  for (double least = -0.3; least < 0.9; least += 0.01, ++step) {
    const Scope scope = scope_of(scores, gold, classes, out_class, least);
    if (scope.in_scope >= best_in - 0.005) chosen = least;
    if (step % 5 == 0 && scope.in_scope > best_in - 0.03) {
      std::fprintf(stderr, "  clinc150 %s: from %.2f: in scope %.2f, out of scope %.1f\n", name,
                   least, 100 * scope.in_scope, 100 * scope.out);
    }
  }
  return chosen;
}

}  // namespace

void judge_banking(SharedNets& nets, const Settings& settings, std::vector<Figure>& figures) {
  const Split split = banking_split();
  const Task task{"intent/banking77", Labels::of(split.train), {3, 0}, {8, 0.2}, {0.7, 1}, 13};
  const int classes = task.classes();
  const auto [inner, held_in] = banking_cut(split.train);
  const std::vector<int> gold = task.labels.gold(held_in);
  const Said dev = ask(nets, task, inner, held_in);
  log_shares(task, dev, gold);
  Figure one = figure("intent/banking77", "accuracy", 92.5, "87.2, 92.8", "93.7", task, settings,
                      dev.features);
  one.dev = 100 * share_right(together(dev, task.shares), gold, classes);
  one.own_dev = 100 * share_right(alone(dev, task.shares), gold, classes);
  if (settings.test) {
    const Said test = ask(nets, task, split.train, split.test);
    const std::vector<int> gold_test = task.labels.gold(split.test);
    one.value = 100 * share_right(together(test, task.shares), gold_test, classes);
    one.own_only = 100 * share_right(alone(test, task.shares), gold_test, classes);
  }
  figures.push_back(one);
  std::fprintf(stderr, "banking77: the nets alone read %.0f a second, %s\n",
               nets.speed(task.name, held_in), since_start().c_str());
}

void judge_scope(SharedNets& nets, const Settings& settings, std::vector<Figure>& figures) {
  const Split split = scope_split();
  const Task task{"intent/clinc150", Labels::of(split.train), {3, 0}, {8, 0.2}, {0.7, 1}, 10};
  const int classes = task.classes();
  const int out_class = task.labels.index("oos");
  const std::vector<int> gold = task.labels.gold(split.dev);
  const Said dev = ask(nets, task, split.train, split.dev);
  log_shares(task, dev, gold);
  // What is chosen is a threshold, so dev can't be learned from.
  Said test;
  if (settings.test) test = ask(nets, task, split.train, split.test);
  const std::vector<int> gold_test = task.labels.gold(split.test);
  Figure in = figure("intent/clinc150", "in-scope accuracy", 93.5, "93.4", "96.2", task, settings,
                     dev.features);
  Figure out = figure("intent/clinc150", "out-of-scope recall", 52.0, "49.1", "52.3", task,
                      settings, dev.features);
  const auto fill = [&](auto&& mix, const char* name, double Figure::*dev_value,
                        double Figure::*value) {
    const Scores scores = mix(dev, task.shares);
    const double least = scope_threshold(scores, gold, classes, out_class, name);
    const Scope scope = scope_of(scores, gold, classes, out_class, least);
    in.*dev_value = 100 * scope.in_scope;
    out.*dev_value = 100 * scope.out;
    if (!settings.test) return;
    const Scope final = scope_of(mix(test, task.shares), gold_test, classes, out_class, least);
    in.*value = 100 * final.in_scope;
    out.*value = 100 * final.out;
  };
  fill(alone, "own", &Figure::own_dev, &Figure::own_only);
  fill(together, "with others", &Figure::dev, &Figure::value);
  figures.push_back(in);
  figures.push_back(out);
  std::fprintf(stderr, "clinc150: the nets alone read %.0f a second, %s\n",
               nets.speed(task.name, split.dev), since_start().c_str());
}

}  // namespace rapport::methods
