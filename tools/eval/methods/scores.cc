#include "methods/scores.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "methods/linear.h"

namespace rapport::methods {
namespace {

template <class Visit>
void each_label(std::string_view joined, Visit&& visit) {
  while (!joined.empty()) {
    const std::size_t bar = joined.find('|');
    visit(joined.substr(0, bar));
    joined = bar == std::string_view::npos ? std::string_view() : joined.substr(bar + 1);
  }
}

}  // namespace

void log_softmax(Scores& scores, int classes, float least) {
  if (least > 0) {
    softmax(scores, classes);
    for (float& one : scores) one = std::log(std::max(one, least));
    return;
  }
  const auto width = static_cast<std::size_t>(classes);
  for (std::size_t i = 0; i < scores.size(); i += width) {
    const float most = *std::max_element(&scores[i], &scores[i] + width);
    float sum = 0;
    for (std::size_t k = 0; k < width; ++k) sum += std::exp(scores[i + k] - most);
    for (std::size_t k = 0; k < width; ++k) scores[i + k] -= most + std::log(sum);
  }
}

Scores mixed_scores(const Scores& a, const Scores& b, double share_of_b) {
  Scores out(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    out[i] = static_cast<float>((1 - share_of_b) * static_cast<double>(a[i]) +
                                share_of_b * static_cast<double>(b[i]));
  }
  return out;
}

void add_to(Scores& sum, const Scores& one, float share) {
  if (sum.empty()) sum.assign(one.size(), 0);
  for (std::size_t i = 0; i < one.size(); ++i) sum[i] += one[i] * share;
}

std::vector<double> log_odds(const Scores& scores) {
  std::vector<double> out;
  for (std::size_t i = 0; i < scores.size(); i += 2) {
    out.push_back(static_cast<double>(scores[i + 1] - scores[i]));
  }
  return out;
}

Labels split_labels(const std::vector<Row>& rows) {
  std::vector<Row> single;
  for (const Row& row : rows) {
    each_label(row.label, [&](std::string_view label) {
      single.push_back({std::string(label), "", ""});
    });
  }
  return Labels::of(single);
}

std::vector<char> members(const std::vector<Row>& rows, const Labels& labels) {
  const auto classes = static_cast<std::size_t>(labels.size());
  std::vector<char> out(rows.size() * classes, 0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    each_label(rows[i].label, [&](std::string_view name) {
      const int label = labels.index(name);
      if (label >= 0) out[i * classes + static_cast<std::size_t>(label)] = 1;
    });
  }
  return out;
}

}  // namespace rapport::methods
