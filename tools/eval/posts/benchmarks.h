// Which sets there are, what each is measured by, and what is to beat.

#pragma once

#include <utility>
#include <vector>

namespace rapport::methods {

enum class Metric { kMacroF1, kMacroRecall, kAccuracy, kF1OfSecond };

struct Benchmark {
  const char* folder;
  std::vector<std::pair<Metric, double>> metrics;  // the first is tuned for; with what to beat
  const char* baselines;
  const char* best;
};

const char* name_of(Metric metric);

// In percent.
double measure(Metric metric, int classes, const std::vector<int>& gold,
               const std::vector<int>& said);

const std::vector<Benchmark>& benchmarks();

}  // namespace rapport::methods
