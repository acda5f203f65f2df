// Sentiment in eight languages (UMSAB), one model for all of them.
//
// A linear model in which each feature stands twice, once for all languages and once for its own,
// and a small net over shared pieces of words with one last layer for all; English tweets of
// another set's train split stand beside the eight train splits. Test is looked at once, at the
// end.
//
//   eval_languages [OUT.json] [--dev] [--nets=N]

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "methods/arguments.h"
#include "methods/linear.h"
#include "methods/metrics.h"
#include "methods/net.h"
#include "methods/report.h"
#include "methods/rows.h"
#include "methods/scores.h"
#include "methods/text_features.h"
#include "text/reading/features.h"

namespace rapport::methods {
namespace {

constexpr std::array<const char*, 8> kLanguages = {"arabic", "english", "french",     "german",
                                                   "hindi",  "italian", "portuguese", "spanish"};
constexpr std::size_t kEnglish = 1;
constexpr int kClasses = 3;

struct Post {
  std::string text;
  std::size_t language = 0;
  int gold = 0;
};

using Posts = std::vector<Post>;

struct Settings : CommonSettings {
  Settings() { nets = 3; }
};

// What `train` may hold: texts of no test split when it is the last one, of no dev split either
// while settings are chosen.
void append(Posts& to, std::vector<Row> rows, std::size_t language) {
  for (Row& row : rows) to.push_back({std::move(row.text), language, std::atoi(row.label.c_str())});
}

std::vector<int> gold_of(const Posts& posts) {
  std::vector<int> out;
  for (const Post& post : posts) out.push_back(post.gold);
  return out;
}

// Mean over the languages of macro-F1; `each`, if given, gets theirs.
double mean_f1(const Posts& posts, const Scores& scores, std::vector<double>* each = nullptr) {
  const std::vector<int> said = best_of(scores, kClasses);
  double sum = 0;
  for (std::size_t language = 0; language < kLanguages.size(); ++language) {
    std::vector<int> gold;
    std::vector<int> here;
    for (std::size_t i = 0; i < posts.size(); ++i) {
      if (posts[i].language != language) continue;
      gold.push_back(posts[i].gold);
      here.push_back(said[i]);
    }
    const double f1 = 100 * macro_f1(kClasses, gold, here);
    if (each != nullptr) each->push_back(f1);
    sum += f1 / static_cast<double>(kLanguages.size());
  }
  return sum;
}

struct LinearSpace {
  TextOptions text;
  FeatureSpace space;

  explicit LinearSpace(const Posts& train) {
    text.within_words = true;
    text.skips = false;
    SpaceOptions options;
    options.weight[kTriples] = 0;
    TextFeatures features(text);
    space.fit(
        train.size(), [&](std::size_t i, RawRow& row) { make(features, train[i], row); }, options);
  }

  SparseRows rows(const Posts& posts) const {
    TextFeatures features(text);
    return space.transform(posts.size(),
                           [&](std::size_t i, RawRow& row) { make(features, posts[i], row); });
  }

  static void make(TextFeatures& features, const Post& post, RawRow& row) {
    features.make(post.text, row);
    const std::size_t size = row.size();
    for (std::size_t i = 0; i < size; ++i) {
      RawFeature own = row[i];
      own.hash = mixed(own.hash, post.language + 77);
      row.push_back(own);
    }
  }
};

Scores net_scores(const Posts& train, std::size_t others, const Posts& asked,
                  const Settings& settings) {
  NetWords words;
  std::vector<std::string> texts;
  for (const Post& post : train) texts.push_back(post.text);
  words.fit(texts, 2, 3);
  NetTask own;
  own.outputs = kClasses;
  NetTask other = own;
  other.share = 0.33;
  for (std::size_t i = 0; i < train.size(); ++i) {
    NetTask& task = i < train.size() - others ? own : other;
    task.texts.push_back(words.read(train[i].text));
    task.gold.push_back(train[i].gold);
  }
  std::vector<NetWords::Sentence> sentences;
  for (const Post& post : asked) sentences.push_back(words.read(post.text));
  Scores sum(asked.size() * kClasses, 0);
  for (int n = 0; n < settings.nets; ++n) {
    NetOptions options;
    options.rounds = 6;
    options.drop_pooled = 0.5;
    options.seed = static_cast<std::uint64_t>(n) + 1;
    Net net(words, {kClasses, kClasses}, options);
    net.train({own, other}, options);
    Scores scores = net.scores(sentences, 0);
    log_softmax(scores, kClasses, 1e-7F);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      sum[i] += scores[i] / static_cast<float>(settings.nets);
    }
    std::fprintf(stderr, "  net %d of %d learnt, %s\n", n + 1, settings.nets,
                 since_start().c_str());
  }
  return sum;
}

struct Found {
  double dev = -1;
  double test = 0;
  double features = 0;
  std::vector<double> each;  // of test, by language
};

Found judge(bool with_others, const Settings& settings) {
  Posts train;
  Posts dev;
  Posts test;
  for (std::size_t language = 0; language < kLanguages.size(); ++language) {
    const std::string name = std::string("multilingual_sentiment/") + kLanguages[language];
    Split split = load_split(name);
    append(train, without(std::move(split.train), held_out_fingerprints(), name), language);
    append(dev, std::move(split.dev), language);
    append(test, std::move(split.test), language);
  }
  Posts others;
  if (with_others) {
    const std::string name = "sentiment/tweeteval_sentiment/train.tsv";
    append(others, without(load_rows(name), held_out_fingerprints(), name), kEnglish);
  }
  const Posts all = joined(train, others);
  std::vector<float> weights(train.size(), 1);
  weights.resize(all.size(), 0.3F);

  Found found;
  LinearOptions chosen;
  Scores linear_dev;
  {
    const LinearSpace space(all);
    const SparseRows rows = space.rows(all);
    const SparseRows dev_rows = space.rows(dev);
    found.features = static_cast<double>(rows.index.size()) / static_cast<double>(rows.size());
    for (const double bayes : {0.0, 0.5}) {
      for (const double cost : {1.5, 4.0}) {
        LinearOptions options;
        options.cost = cost;
        options.bayes = bayes;
        options.rounds = 12;
        Scores scores =
            LinearModel::train(rows, gold_of(all), kClasses, options, weights).scores(dev_rows);
        log_softmax(scores, kClasses, 1e-7F);
        const double f1 = mean_f1(dev, scores);
        std::fprintf(stderr, "  linear, bayes %.1f, cost %.1f: %.2f, %s\n", bayes, cost, f1,
                     since_start().c_str());
        if (f1 > found.dev) {
          found.dev = f1;
          chosen = options;
          linear_dev = std::move(scores);
        }
      }
    }
  }
  double share = 0;
  const Scores net_dev = net_scores(all, others.size(), dev, settings);
  for (const double one : {0.3, 0.5, 0.7, 1.0}) {
    const double f1 = mean_f1(dev, mixed_scores(linear_dev, net_dev, one));
    std::fprintf(stderr, "  share of the net %.1f: %.2f\n", one, f1);
    if (f1 > found.dev) {
      found.dev = f1;
      share = one;
    }
  }
  if (!settings.test) return found;

  // Dev may be learnt from, too, once it has decided.
  const Posts last = joined(joined(train, dev), others);
  std::vector<float> last_weights(train.size() + dev.size(), 1);
  last_weights.resize(last.size(), 0.3F);
  const LinearSpace space(last);
  Scores scores =
      LinearModel::train(space.rows(last), gold_of(last), kClasses, chosen, last_weights)
          .scores(space.rows(test));
  log_softmax(scores, kClasses, 1e-7F);
  if (share > 0)
    scores = mixed_scores(scores, net_scores(last, others.size(), test, settings), share);
  found.test = mean_f1(test, scores, &found.each);
  return found;
}

int run(const Settings& settings) {
  if (data_is_missing()) return 0;
  const Found own = judge(false, settings);
  const Found both = judge(true, settings);
  const Way way = {
      "TweetEval sentiment's train split, without any text that is held out in any set",
      "logistic regression over words, pairs and pieces, shared and by language + shallow net over "
      "words and pieces of all languages",
      both.features,
      mixed_operations(both.features, settings.nets, NetOptions{}.filters, kClasses)};
  std::vector<Figure> figures = {
      figure_of({"multilingual_sentiment", "mean macro-F1", 58, "fastText 51.0", "64.8, 69.4"}, way,
                {own.dev, own.test}, {both.dev, both.test})};
  for (std::size_t i = 0; i < both.each.size(); ++i) {
    figures.push_back(
        figure_of({std::string("multilingual_sentiment/") + kLanguages[i], "macro-F1"},
                  {way.besides, way.method}, {0, own.each[i]}, {0, both.each[i]}));
  }
  report(figures, settings.out);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** arguments) {
  rapport::methods::Settings settings;
  rapport::methods::read_arguments(count, arguments, settings);
  return rapport::methods::run(settings);
}
