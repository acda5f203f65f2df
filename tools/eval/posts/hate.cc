#include "posts/hate.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "methods/metrics.h"
#include "posts/learn.h"

namespace rapport::methods {
namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return text;
}

// 0: migration, 1: women, 2: cannot tell.
int topic_of(const std::string& written) {
  static constexpr const char* kMigration[] = {
      "immigra", "migrant", "refugee", "border", "wall",  "illegal", "muslim", "deport",
      "alien",   "asylum",  "islam",   "maga",   "trump", "country", "nation", "invad"};
  static constexpr const char* kWomen[] = {
      "woman", "women",   "bitch", "hoe",   "whore",      "cunt",   "slut", "girl",
      "skank", "feminis", "rape",  "pussy", "hysterical", "female", "her ", "she "};
  const std::string text = lower(written);
  int votes = 0;
  for (const char* word : kMigration) votes += text.find(word) != std::string::npos ? 1 : 0;
  for (const char* word : kWomen) votes -= text.find(word) != std::string::npos ? 1 : 0;
  return votes > 0 ? 0 : votes < 0 ? 1 : 2;
}

}  // namespace

double choose_offence_share(Task& hate, const Task& offensive, const Settings& settings) {
  LinearOptions options;
  options.cost = 0.5;
  options.bayes = 0.5;
  options.rounds = 10;
  const auto offence = [&](const std::vector<Row>& rows) {
    return log_odds(linear_scores(offensive.split.train, offensive.labels, rows, options));
  };
  std::vector<Row> parts[3];
  for (const Row& row : joined(hate.split.train, hate.split.dev)) {
    parts[topic_of(row.text)].push_back(row);
  }
  std::vector<int> gold[2];
  std::vector<double> own[2];
  std::vector<double> general[2];
  for (std::size_t to = 0; to < 2; ++to) {
    gold[to] = hate.labels.gold(parts[to]);
    own[to] = log_odds(linear_scores(parts[1 - to], hate.labels, parts[to], options));
    general[to] = offence(parts[to]);
  }
  double best = 0;
  double best_area = -1;
  for (const double share : {0.0, 0.25, 0.5, 1.0, 2.0}) {
    double area = 0;
    for (std::size_t to = 0; to < 2; ++to) {
      std::vector<double> scores;
      for (std::size_t i = 0; i < own[to].size(); ++i) {
        scores.push_back(own[to][i] + share * general[to][i]);
      }
      area += auc(gold[to], scores) / 2;
    }
    std::fprintf(stderr, "  hate, one topic asked of the other: offence %.2f: area %.4f\n", share,
                 area);
    if (area > best_area) {
      best_area = area;
      best = share;
    }
  }
  hate.offence_dev = offence(hate.split.dev);
  if (settings.test) hate.offence_test = offence(hate.split.test);
  return best;
}

double cautious_threshold(const Scores& scores, const std::vector<int>& gold) {
  const auto f1_at = [&](double threshold) {
    return 100 * macro_f1(2, gold, best_of(scores, 2, {0, -threshold}));
  };
  double best = 0;
  for (double threshold = -3; threshold <= 3; threshold += 0.1) {
    best = std::max(best, f1_at(threshold));
  }
  const double error =
      100 * std::sqrt(best / 100 * (1 - best / 100) / static_cast<double>(gold.size()));
  double out = 0;
  for (double threshold = -3; threshold <= 3; threshold += 0.1) {
    if (f1_at(threshold) >= best - 2 * error) out = threshold;
  }
  return out;
}

}  // namespace rapport::methods
