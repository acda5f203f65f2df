// GoEmotions: a threshold a label, from dev.

#include <cstdio>
#include <utility>

#include "methods/metrics.h"
#include "posts/judge.h"

namespace rapport::methods {
namespace {

// The threshold of each label with the best F1 on the given rows, smoothed over neighbours.
std::vector<double> thresholds(const Scores& scores, const std::vector<char>& member,
                               std::size_t classes, const std::vector<std::size_t>& rows) {
  std::vector<double> out(classes, 0);
  for (std::size_t k = 0; k < classes; ++k) {
    std::vector<double> f1;
    std::vector<double> at;
    for (double threshold = -4.5; threshold <= 1.5; threshold += 0.1) {
      double right = 0;
      double sum = 0;
      for (const std::size_t i : rows) {
        const bool said = static_cast<double>(scores[i * classes + k]) > threshold;
        const bool is = member[i * classes + k] != 0;
        right += said && is ? 1 : 0;
        sum += (said ? 1 : 0) + (is ? 1 : 0);
      }
      f1.push_back(sum > 0 ? 2 * right / sum : 0);
      at.push_back(threshold);
    }
    double best = -1;
    for (std::size_t i = 2; i + 2 < f1.size(); ++i) {
      const double smooth = f1[i] * 2 + f1[i - 1] + f1[i + 1] + 0.5 * (f1[i - 2] + f1[i + 2]);
      if (smooth > best) {
        best = smooth;
        out[k] = at[i];
      }
    }
  }
  return out;
}

double many_f1(const Scores& scores, const std::vector<char>& member, std::size_t classes,
               const std::vector<std::size_t>& rows, const std::vector<double>& threshold) {
  std::vector<std::vector<char>> gold;
  std::vector<std::vector<char>> said;
  for (const std::size_t i : rows) {
    gold.emplace_back(member.begin() + static_cast<std::ptrdiff_t>(i * classes),
                      member.begin() + static_cast<std::ptrdiff_t>((i + 1) * classes));
    std::vector<char>& row = said.emplace_back(classes, 0);
    for (std::size_t k = 0; k < classes; ++k) {
      row[k] = static_cast<double>(scores[i * classes + k]) > threshold[k] ? 1 : 0;
    }
  }
  return 100 * multilabel_macro_f1(gold, said);
}

// Thresholds from one half of dev judged on the other, both ways, several times.
double halves_f1(const Scores& scores, const std::vector<char>& member, std::size_t classes) {
  double sum = 0;
  constexpr int kTimes = 4;
  for (std::uint64_t seed = 0; seed < kTimes; ++seed) {
    const std::vector<int> fold = make_folds(scores.size() / classes, 2, seed + 7);
    for (int half = 0; half < 2; ++half) {
      std::vector<std::size_t> in;
      std::vector<std::size_t> out;
      for (std::size_t i = 0; i < fold.size(); ++i) (fold[i] == half ? in : out).push_back(i);
      sum += many_f1(scores, member, classes, out, thresholds(scores, member, classes, in));
    }
  }
  return sum / (2 * kTimes);
}

struct ManyChoice {
  double share = 0;
  double dev = -1;
  double test = 0;
};

ManyChoice judge_many(const Emotions& emotions, const Scores& net_dev, const Scores& net_test,
                      const Settings& settings) {
  const auto classes = static_cast<std::size_t>(emotions.labels.size());
  const auto member = members(emotions.split.dev, emotions.labels);
  ManyChoice out;
  for (const double share : {0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0}) {
    const double f1 = halves_f1(mixed_scores(emotions.linear_dev, net_dev, share), member, classes);
    std::fprintf(stderr, "  emotion/goemotions: share of the net %.2f: %.2f\n", share, f1);
    if (f1 > out.dev) {
      out.dev = f1;
      out.share = share;
    }
  }
  if (!settings.test) return out;
  const auto everything = [](std::size_t size) {
    std::vector<std::size_t> rows(size);
    for (std::size_t i = 0; i < size; ++i) rows[i] = i;
    return rows;
  };
  const Scores dev = mixed_scores(emotions.linear_dev, net_dev, out.share);
  const auto threshold = thresholds(dev, member, classes, everything(emotions.split.dev.size()));
  out.test = many_f1(mixed_scores(emotions.linear_test, net_test, out.share),
                     members(emotions.split.test, emotions.labels), classes,
                     everything(emotions.split.test.size()), threshold);
  return out;
}

}  // namespace

void judge_emotions(const Emotions& emotions, const Settings& settings,
                    std::vector<Figure>& figures) {
  const ManyChoice own = judge_many(emotions, emotions.own_dev, emotions.own_test, settings);
  const ManyChoice both = judge_many(emotions, emotions.net_dev, emotions.net_test, settings);
  figures.push_back(figure_of({"emotion/goemotions", "macro-F1", 49, "BERT 46", "~50"},
                              way_of(kMethod, emotions.features, emotions.labels.size(), settings),
                              {own.dev, own.test}, {both.dev, both.test}));
}

}  // namespace rapport::methods
