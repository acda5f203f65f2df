#include "acts/task.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "methods/linear.h"
#include "methods/metrics.h"

namespace rapport::methods {
namespace {

constexpr const char* kBesides =
    "nets first learnt TweetEval sentiment, airline sentiment, offensive, emotion, GoEmotions, "
    "clickbait, both sets of intents and our own posts; care posts without labels; all without "
    "texts held out";
constexpr const char* kMethod = "linear model + shallow nets over words";

}  // namespace

Said ask(SharedNets& nets, const Task& task, const std::vector<Row>& train,
         const std::vector<Row>& asked) {
  Said out;
  out.linear = linear_scores(train, task.labels, asked, task.linear, &out.features);
  out.own = own_net_scores(train, task.labels, asked, 1);
  out.shared = nets.scores(task.name, train, asked, task.fine);
  return out;
}

Said by_folds(SharedNets& nets, const Task& task, const std::vector<Row>& rows, int folds,
              std::uint64_t seed) {
  Said out;
  const auto classes = static_cast<std::size_t>(task.classes());
  const std::vector<int> fold = make_folds(rows.size(), folds, seed);
  for (Scores* scores : {&out.linear, &out.own, &out.shared}) {
    scores->resize(rows.size() * classes);
  }
  for (int which = 0; which < folds; ++which) {
    std::vector<Row> known;
    std::vector<Row> asked;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (fold[i] == which) {
        asked.push_back(rows[i]);
        places.push_back(i);
      } else {
        known.push_back(rows[i]);
      }
    }
    const Said said = ask(nets, task, known, asked);
    out.features = said.features;
    for (const auto& [from, to] : {std::pair{&said.linear, &out.linear},
                                   {&said.own, &out.own},
                                   {&said.shared, &out.shared}}) {
      for (std::size_t i = 0; i < places.size(); ++i) {
        std::copy_n(from->begin() + static_cast<std::ptrdiff_t>(i * classes), classes,
                    to->begin() + static_cast<std::ptrdiff_t>(places[i] * classes));
      }
    }
  }
  return out;
}

std::vector<Row> without_first_fold(const std::vector<Row>& rows) {
  const std::vector<int> fold = make_folds(rows.size(), 10, 1);
  std::vector<Row> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (fold[i] != 0) out.push_back(rows[i]);
  }
  return out;
}

Scores alone(const Said& said, const Shares& shares) {
  return mixed_scores(said.linear, said.own, shares.nets);
}

Scores together(const Said& said, const Shares& shares) {
  return mixed_scores(said.linear, mixed_scores(said.own, said.shared, shares.shared), shares.nets);
}

double share_right(const Scores& scores, const std::vector<int>& gold, int classes) {
  return accuracy(gold, best_of(scores, classes));
}

void log_shares(const Task& task, const Said& said, const std::vector<int>& gold) {
  const auto line = [&](const char* what, double share, const Scores& scores) {
    const std::vector<int> says = best_of(scores, task.classes());
    std::fprintf(stderr, "  %s: %s %.1f: accuracy %.2f, macro-F1 %.2f\n", task.name, what, share,
                 100 * accuracy(gold, says), 100 * macro_f1(task.classes(), gold, says));
  };
  line("linear", 1, said.linear);
  line("own net", 1, said.own);
  line("shared nets", 1, said.shared);
  for (const double nets : {0.3, 0.5, 0.7}) {
    line("own", nets, alone(said, {nets, 0}));
    line("own and shared", nets, together(said, {nets, 0.6}));
    line("shared", nets, together(said, {nets, 1}));
  }
}

Figure figure(std::string benchmark, std::string metric, double to_beat, std::string baselines,
              std::string best, const Task& task, const Settings& settings, double features) {
  const int nets = settings.nets + (task.shares.shared < 1 ? 1 : 0);
  // Of the linear model what depends on one word is kept by word, too; pairs are not.
  const double operations = 2 * task.words * task.classes() +
                            nets * net_operations(task.words, NetOptions{}.filters, task.classes());
  return figure_of(
      {std::move(benchmark), std::move(metric), to_beat, std::move(baselines), std::move(best)},
      {kBesides, kMethod, features, operations});
}

}  // namespace rapport::methods
