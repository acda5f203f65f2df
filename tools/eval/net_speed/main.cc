// How many posts a second the net reads on one core, from the text to the scores, with what a word
// gives kept by word; and that this gives the scores the learning program works with.
//
//   eval_net_speed

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "methods/net.h"
#include "methods/report.h"
#include "methods/rows.h"

namespace rapport::methods {
namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

int run() {
  if (data_is_missing()) return 0;
  const std::vector<Row> rows = load_rows("toxic/tweeteval_offensive/train.tsv");
  const Labels labels = Labels::of(rows);
  NetWords words;
  words.fit(texts_of(rows), 2, 4);
  NetTask task;
  task.outputs = labels.size();
  task.texts = words.read_all(texts_of(rows));
  task.gold = labels.gold(rows);
  NetOptions options;
  options.rounds = 1;
  Net net(words, {task.outputs}, options);
  net.train({task}, options);

  const std::vector<Row> asked = load_rows("toxic/tweeteval_offensive/dev.tsv");
  std::size_t bytes = 0;
  for (const Row& row : asked) bytes += row.text.size();
  const std::vector<float> exact = net.scores(words.read_all(texts_of(asked)), 0);
  float logits[2];
  double furthest = 0;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    net.read(words.read(asked[i].text), 0, logits);
    for (std::size_t k = 0; k < 2; ++k) {
      furthest = std::max(furthest, static_cast<double>(std::abs(logits[k] - exact[2 * i + k])));
    }
  }
  constexpr int kTimes = 50;
  const double begin = cpu_seconds();
  double sum = 0;
  for (int n = 0; n < kTimes; ++n) {
    for (const Row& row : asked) {
      net.read(words.read(row.text), 0, logits);
      sum += static_cast<double>(logits[0]);
    }
  }
  const double passed = cpu_seconds() - begin;
  const double posts = kTimes * static_cast<double>(asked.size());
  std::printf(
      "%.0f posts/s a core (%zu posts of %.0f bytes; scores differ by %.1e at most; sum %.1f)\n",
      posts / passed, asked.size(), static_cast<double>(bytes) / static_cast<double>(asked.size()),
      furthest, sum);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main() { return rapport::methods::run(); }
