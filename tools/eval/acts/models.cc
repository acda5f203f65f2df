#include "acts/models.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "methods/linear.h"
#include "methods/report.h"
#include "methods/text_features.h"
#include "methods/word_vectors.h"

namespace rapport::methods {
namespace {

NetOptions net_options(std::uint64_t seed) {
  NetOptions out;
  out.rate = 0.05;
  out.drop_pooled = 0.5;
  out.seed = seed;
  return out;
}

}  // namespace

Scores linear_scores(const std::vector<Row>& train, const Labels& labels,
                     const std::vector<Row>& asked, const LinearHow& how, double* features) {
  TextOptions text;
  text.within_words = true;
  text.longest = 5;
  text.skips = false;
  SpaceOptions space;
  space.least_rows = {1, 1, 2, 2, 2, 1, 1, 1};
  space.weight[kTriples] = 0;
  const Prepared prepared = Prepared::fit(texts_of(train), text, space);
  const SparseRows rows = prepared.rows(texts_of(train));
  const SparseRows other = prepared.rows(texts_of(asked));
  if (features != nullptr) {
    *features = static_cast<double>(rows.index.size()) / static_cast<double>(rows.size());
  }
  const std::vector<int> gold = labels.gold(train);
  std::vector<double> class_weight(static_cast<std::size_t>(labels.size()), 0);
  for (const int one : gold) ++class_weight[static_cast<std::size_t>(one)];
  for (double& one : class_weight) {
    const double even = static_cast<double>(train.size()) / static_cast<double>(labels.size());
    one = std::pow(even / std::max(one, 1.0), how.balance);
  }
  Scores out(asked.size() * static_cast<std::size_t>(labels.size()), 0);
  for (const Loss loss : {Loss::kLogistic, Loss::kSquaredHinge}) {
    const bool logistic = loss == Loss::kLogistic;
    LinearOptions options;
    options.loss = loss;
    options.cost = (logistic ? 5 : 0.5) * how.cost;
    options.class_weight = class_weight;
    options.bayes = 0.5;
    options.rounds = 10;
    const LinearModel model = LinearModel::train(rows, gold, labels.size(), options);
    // A margin of a hinge is smaller than a logarithm of odds.
    add_to(out, model.scores(other), logistic ? 0.5F : 1.5F);
  }
  log_softmax(out, labels.size());
  return out;
}

SharedNets::SharedNets(std::vector<Set> sets, const std::vector<std::string>& unlabelled, int nets)
    : sets_(std::move(sets)), words_(std::make_unique<NetWords>()) {
  std::vector<std::string> all = unlabelled;
  for (const Set& set : sets_) {
    if (set.share > 0) all = joined(std::move(all), texts_of(set.rows));
  }
  words_->fit(all, 2, 4);
  const std::vector<float> vectors = learn_vectors(*words_, words_->read_all(all), {});
  std::fprintf(stderr, "nets: %zu texts, %zu rows, %s\n", all.size(), words_->rows(),
               since_start().c_str());
  std::vector<NetTask> lessons;
  std::vector<int> outputs;
  for (const Set& set : sets_) {
    NetTask& task = lessons.emplace_back();
    task.outputs = set.labels.size();
    task.multilabel = set.multilabel;
    task.share = set.share;
    outputs.push_back(task.outputs);
    if (set.share <= 0) continue;
    task.texts = words_->read_all(texts_of(set.rows));
    if (set.multilabel) {
      task.member = members(set.rows, set.labels);
    } else {
      task.gold = set.labels.gold(set.rows);
    }
  }
  for (int n = 0; n < nets; ++n) {
    NetOptions how = net_options(static_cast<std::uint64_t>(n) + 1);
    how.rounds = 4;
    nets_.push_back(std::make_unique<Net>(*words_, outputs, how));
    nets_.back()->start_from(vectors);
    nets_.back()->train(lessons, how);
    std::fprintf(stderr, "  net %d of %d learnt, %s\n", n + 1, nets, since_start().c_str());
  }
}

SharedNets::~SharedNets() = default;

Scores SharedNets::scores(const std::string& name, const std::vector<Row>& train,
                          const std::vector<Row>& asked, const FineOptions& options) {
  const auto set = std::ranges::find(sets_, name, &Set::name);
  const auto which = static_cast<std::size_t>(set - sets_.begin());
  std::vector<NetTask> alone(sets_.size());
  NetTask& task = alone[which];
  task.outputs = set->labels.size();
  task.texts = words_->read_all(texts_of(train));
  task.gold = set->labels.gold(train);
  const auto questions = words_->read_all(texts_of(asked));
  Scores out;
  for (std::size_t n = 0; n < nets_.size(); ++n) {
    Net fine = *nets_[n];
    NetOptions how = net_options(n + 1);
    how.rounds = options.rounds;
    how.rate = options.rate;
    fine.train(alone, how);
    Scores one = fine.scores(questions, static_cast<int>(which));
    log_softmax(one, task.outputs);
    add_to(out, one, 1.0F / static_cast<float>(nets_.size()));
  }
  return out;
}

double SharedNets::speed(const std::string& name, const std::vector<Row>& asked) {
  const auto set = std::ranges::find(sets_, name, &Set::name);
  const int which = static_cast<int>(set - sets_.begin());
  const auto texts = words_->read_all(texts_of(asked));
  std::vector<float> logits(static_cast<std::size_t>(set->labels.size()));
  double best = 0;
  // The first time fills what is kept by word.
  for (int time = 0; time < 4; ++time) {
    const std::clock_t start = std::clock();
    for (const auto& text : texts) {
      for (const auto& net : nets_) net->read(text, which, logits.data());
    }
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(texts.size()) / seconds);
  }
  return best;
}

Scores own_net_scores(const std::vector<Row>& train, const Labels& labels,
                      const std::vector<Row>& asked, int nets) {
  NetWords words;
  words.fit(texts_of(train), 2, 4);
  NetTask task;
  task.outputs = labels.size();
  task.texts = words.read_all(texts_of(train));
  task.gold = labels.gold(train);
  const auto questions = words.read_all(texts_of(asked));
  Scores out;
  for (int n = 0; n < nets; ++n) {
    NetOptions how = net_options(static_cast<std::uint64_t>(n) + 101);
    how.rounds = train.size() < 5000 ? 8 : 6;
    Net net(words, {task.outputs}, how);
    net.train({task}, how);
    Scores one = net.scores(questions, 0);
    log_softmax(one, task.outputs);
    add_to(out, one, 1.0F / static_cast<float>(nets));
  }
  return out;
}

}  // namespace rapport::methods
