#include "posts/task.h"

#include <cmath>
#include <utility>

namespace rapport::methods {

Task load_task(const Benchmark& benchmark) {
  Task task;
  task.benchmark = &benchmark;
  task.split = load_split(benchmark.folder);
  task.split.train =
      without(std::move(task.split.train), held_out_fingerprints(), benchmark.folder);
  task.labels = Labels::of(task.split.train);
  task.gold = task.labels.gold(task.split.train);
  task.gold_dev = task.labels.gold(task.split.dev);
  task.gold_test = task.labels.gold(task.split.test);
  std::vector<double> counts(static_cast<std::size_t>(task.classes()), 0);
  for (const int one : task.gold) ++counts[static_cast<std::size_t>(one)];
  for (const double one : counts) {
    task.log_prior.push_back(std::log(one / static_cast<double>(task.gold.size())));
  }
  return task;
}

Emotions load_emotions() {
  Emotions emotions;
  emotions.split = load_split("emotion/goemotions");
  emotions.labels = split_labels(emotions.split.train);
  emotions.split.train =
      without(std::move(emotions.split.train), held_out_fingerprints(), "emotion/goemotions");
  return emotions;
}

}  // namespace rapport::methods
