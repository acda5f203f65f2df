// What is known of the sets while the program runs.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "methods/arguments.h"
#include "methods/net.h"
#include "methods/rows.h"
#include "methods/scores.h"
#include "posts/benchmarks.h"

namespace rapport::methods {

// Less likely than this is nothing: one model alone can't rule a class out.
inline constexpr float kLeast = 1e-7F;

struct Settings : CommonSettings {
  Settings() { nets = 4; }  // their log probabilities are averaged

  int own_nets = 1;  // the same for the figure without other sets
  NetOptions net;
  int fine_rounds = 3;
  double fine_rate = 0.05;
  // Sets of more rows than this get a round less.
  std::size_t large = 15000;
};

// What is known of one benchmark while the program runs.
struct Task {
  const Benchmark* benchmark = nullptr;
  Split split;
  Labels labels;
  std::vector<int> gold, gold_dev, gold_test;
  std::vector<double> log_prior;
  Scores linear_dev, linear_test;
  Scores own_dev, own_test;  // of nets that saw this set alone
  Scores net_dev, net_test;
  double features = 0;   // a post
  bool settled = false;  // the shift was chosen otherwise than on dev
  // What offence looks like to the linear model of another set; only of tweeteval_hate.
  std::vector<double> offence_dev, offence_test;
  double offence_share = 0;

  int classes() const { return labels.size(); }
};

Task load_task(const Benchmark& benchmark);

// GoEmotions, where several labels may hold.
struct Emotions {
  Split split;
  Labels labels;
  double features = 0;
  Scores linear_dev, linear_test, own_dev, own_test, net_dev, net_test;  // logits
};

Emotions load_emotions();

}  // namespace rapport::methods
