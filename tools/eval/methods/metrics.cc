#include "methods/metrics.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace rapport::methods {
namespace {

struct Counts {
  double right = 0;
  double gold = 0;
  double said = 0;

  double f1() const { return gold + said > 0 ? 2 * right / (gold + said) : 0; }
  double recall() const { return gold > 0 ? right / gold : 0; }
};

Counts count(int which, const std::vector<int>& gold, const std::vector<int>& predicted) {
  Counts out;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    out.gold += gold[i] == which ? 1 : 0;
    out.said += predicted[i] == which ? 1 : 0;
    out.right += gold[i] == which && predicted[i] == which ? 1 : 0;
  }
  return out;
}

}  // namespace

double accuracy(const std::vector<int>& gold, const std::vector<int>& predicted) {
  double right = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) right += gold[i] == predicted[i] ? 1 : 0;
  return gold.empty() ? 0 : right / static_cast<double>(gold.size());
}

double f1_of(int which, const std::vector<int>& gold, const std::vector<int>& predicted) {
  return count(which, gold, predicted).f1();
}

double recall_of(int which, const std::vector<int>& gold, const std::vector<int>& predicted) {
  return count(which, gold, predicted).recall();
}

double macro_f1(int classes, const std::vector<int>& gold, const std::vector<int>& predicted) {
  double sum = 0;
  for (int c = 0; c < classes; ++c) sum += f1_of(c, gold, predicted);
  return sum / classes;
}

double macro_recall(int classes, const std::vector<int>& gold, const std::vector<int>& predicted) {
  double sum = 0;
  for (int c = 0; c < classes; ++c) sum += recall_of(c, gold, predicted);
  return sum / classes;
}

double auc(const std::vector<int>& gold, const std::vector<double>& scores) {
  std::vector<std::size_t> order(gold.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
  double ranks = 0;
  double positives = 0;
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && scores[order[end]] == scores[order[i]]) ++end;
    const double rank = static_cast<double>(i + 1 + end) / 2;
    for (; i < end; ++i) {
      if (gold[order[i]] == 1) {
        ranks += rank;
        ++positives;
      }
    }
  }
  const double negatives = static_cast<double>(gold.size()) - positives;
  if (positives == 0 || negatives == 0) return 0;
  return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
}

double multilabel_macro_f1(const std::vector<std::vector<char>>& gold,
                           const std::vector<std::vector<char>>& predicted) {
  if (gold.empty()) return 0;
  const std::size_t labels = gold[0].size();
  double sum = 0;
  for (std::size_t label = 0; label < labels; ++label) {
    Counts counts;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      counts.gold += gold[i][label];
      counts.said += predicted[i][label];
      counts.right += gold[i][label] & predicted[i][label];
    }
    sum += counts.f1();
  }
  return sum / static_cast<double>(labels);
}

}  // namespace rapport::methods
