#include <cstdio>
#include <utility>

#include "methods/metrics.h"
#include "methods/report.h"
#include "methods/text_features.h"
#include "posts/learn.h"

namespace rapport::methods {
namespace {

double log_loss(const Scores& scores, int classes, const std::vector<int>& gold) {
  double sum = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    sum -= static_cast<double>(
        scores[i * static_cast<std::size_t>(classes) + static_cast<std::size_t>(gold[i])]);
  }
  return sum / static_cast<double>(gold.size());
}

TextOptions text_options() {
  TextOptions text;
  text.within_words = true;
  text.longest = 5;
  text.skips = false;
  return text;
}

SpaceOptions space_options() {
  SpaceOptions space;
  space.weight[kTriples] = 0;
  return space;
}

}  // namespace

Scores linear_scores(const std::vector<Row>& rows, const Labels& labels,
                     const std::vector<Row>& asked, const LinearOptions& options) {
  const Prepared prepared = Prepared::fit(texts_of(rows), text_options(), space_options());
  const LinearModel model =
      LinearModel::train(prepared.rows(texts_of(rows)), labels.gold(rows), labels.size(), options);
  Scores out = model.scores(prepared.rows(texts_of(asked)));
  log_softmax(out, labels.size(), kLeast);
  return out;
}

void run_linear(Task& task, const Settings& settings) {
  const Prepared prepared =
      Prepared::fit(texts_of(task.split.train), text_options(), space_options());
  const SparseRows train = prepared.rows(texts_of(task.split.train));
  const SparseRows dev = prepared.rows(texts_of(task.split.dev));
  task.features = static_cast<double>(train.index.size()) / static_cast<double>(train.size());
  double best = 1e9;
  LinearOptions chosen;
  for (const double bayes : {0.0, 0.5, 1.0}) {
    for (const double cost : {0.2, 0.5, 1.2, 3.0, 8.0}) {
      LinearOptions options;
      options.cost = cost;
      options.bayes = bayes;
      options.rounds = 10;
      if (bayes == 0 && task.split.train.size() > settings.large) continue;  // never the best
      const LinearModel model = LinearModel::train(train, task.gold, task.classes(), options);
      Scores scores = model.scores(dev);
      log_softmax(scores, task.classes(), kLeast);
      const double loss = log_loss(scores, task.classes(), task.gold_dev);
      if (loss < best) {
        best = loss;
        chosen = options;
        task.linear_dev = scores;
      } else if (cost > 1) {
        break;  // it only gets worse from here
      }
    }
  }
  std::fprintf(stderr, "%s: linear, bayes %.1f, cost %.1f: log loss %.4f, %s\n",
               task.benchmark->folder, chosen.bayes, chosen.cost, best, since_start().c_str());
  if (settings.test) {
    task.linear_test = linear_scores(joined(task.split.train, task.split.dev), task.labels,
                                     task.split.test, chosen);
  }
}

void run_linear_by_folds(Task& task, const Settings& settings) {
  constexpr int kFolds = 5;
  const std::vector<Row> rows = joined(task.split.train, task.split.dev);
  const std::vector<int> fold = make_folds(rows.size(), kFolds, 3);
  const std::vector<double> shifts = {-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8};
  std::vector<LinearOptions> candidates;
  for (const Loss loss : {Loss::kLogistic, Loss::kSquaredHinge}) {
    for (const double bayes : {0.0, 0.5}) {
      for (const double cost : {3.0, 10.0}) {
        LinearOptions options;
        options.loss = loss;
        options.bayes = bayes;
        options.cost = cost;
        options.rounds = 15;
        candidates.push_back(options);
      }
    }
  }
  std::vector<std::vector<double>> right(candidates.size(), std::vector<double>(shifts.size(), 0));
  for (int f = 0; f < kFolds; ++f) {
    std::vector<Row> in;
    std::vector<Row> out;
    for (std::size_t i = 0; i < rows.size(); ++i) (fold[i] == f ? out : in).push_back(rows[i]);
    const Prepared prepared = Prepared::fit(texts_of(in), text_options(), space_options());
    const SparseRows train = prepared.rows(texts_of(in));
    const SparseRows asked = prepared.rows(texts_of(out));
    const std::vector<int> gold = task.labels.gold(out);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const Scores scores =
          LinearModel::train(train, task.labels.gold(in), 2, candidates[c]).scores(asked);
      for (std::size_t k = 0; k < shifts.size(); ++k) {
        right[c][k] += accuracy(gold, best_of(scores, 2, {0, shifts[k]})) / kFolds;
      }
    }
  }
  std::size_t chosen = 0;
  std::size_t shift = 0;
  double best = -1;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    for (std::size_t k = 1; k + 1 < shifts.size(); ++k) {
      const double score = (right[c][k - 1] + 2 * right[c][k] + right[c][k + 1]) / 4;
      if (score > best + 1e-9) {
        best = score;
        chosen = c;
        shift = k;
      }
    }
  }
  std::fprintf(stderr, "%s: linear, %s, bayes %.1f, cost %.1f, shift %.1f: %.2f by folds, %s\n",
               task.benchmark->folder,
               candidates[chosen].loss == Loss::kLogistic ? "logistic" : "squared hinge",
               candidates[chosen].bayes, candidates[chosen].cost, shifts[shift], 100 * best,
               since_start().c_str());
  const auto scores_of = [&](const std::vector<Row>& from, const std::vector<Row>& asked) {
    const Prepared prepared = Prepared::fit(texts_of(from), text_options(), space_options());
    const SparseRows train = prepared.rows(texts_of(from));
    task.features = static_cast<double>(train.index.size()) / static_cast<double>(train.size());
    Scores out = LinearModel::train(train, task.labels.gold(from), 2, candidates[chosen])
                     .scores(prepared.rows(texts_of(asked)));
    for (std::size_t i = 1; i < out.size(); i += 2) out[i] += static_cast<float>(shifts[shift]);
    log_softmax(out, 2, kLeast);
    return out;
  };
  task.settled = true;
  task.linear_dev = scores_of(task.split.train, task.split.dev);
  if (settings.test) task.linear_test = scores_of(rows, task.split.test);
}

void run_emotions_linear(Emotions& emotions) {
  const Prepared prepared =
      Prepared::fit(texts_of(emotions.split.train), text_options(), space_options());
  const SparseRows train = prepared.rows(texts_of(emotions.split.train));
  emotions.features = static_cast<double>(train.index.size()) / static_cast<double>(train.size());
  const auto member = members(emotions.split.train, emotions.labels);
  LinearOptions options;
  options.cost = 1;
  options.bayes = 0.5;
  options.rounds = 8;
  const LinearModel model =
      LinearModel::train_multilabel(train, member, emotions.labels.size(), options);
  emotions.linear_dev = model.scores(prepared.rows(texts_of(emotions.split.dev)));
  emotions.linear_test = model.scores(prepared.rows(texts_of(emotions.split.test)));
}

}  // namespace rapport::methods
