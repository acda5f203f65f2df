#include <cstdio>
#include <utility>

#include "methods/report.h"
#include "methods/word_vectors.h"
#include "posts/learn.h"

namespace rapport::methods {
namespace {

// A set as the nets see it.
struct NetSet {
  NetTask train;
  NetTask train_and_dev;
  std::vector<NetWords::Sentence> dev, test;
};

NetTask net_task(NetWords& words, const std::vector<Row>& rows, const Labels& labels,
                 bool multilabel) {
  NetTask out;
  out.outputs = labels.size();
  out.multilabel = multilabel;
  out.texts = words.read_all(texts_of(rows));
  if (multilabel) {
    out.member = members(rows, labels);
  } else {
    out.gold = labels.gold(rows);
  }
  return out;
}

NetSet net_set(NetWords& words, const Split& split, const Labels& labels, bool multilabel) {
  NetSet out;
  out.train = net_task(words, split.train, labels, multilabel);
  out.train_and_dev = net_task(words, joined(split.train, split.dev), labels, multilabel);
  out.dev = words.read_all(texts_of(split.dev));
  out.test = words.read_all(texts_of(split.test));
  return out;
}

// Goes on with a copy of `net` on one set alone, from train for dev's scores and from train and dev
// for test's, and adds the scores.
void add_fine(const Net& net, const NetSet& set, int which, std::size_t tasks, NetOptions options,
              const Settings& settings, Scores& dev, Scores& test) {
  const bool large = set.train.texts.size() > settings.large;
  options.rounds = large ? settings.fine_rounds - 1 : settings.fine_rounds;
  options.rate = settings.fine_rate;
  const auto share = static_cast<float>(settings.nets);
  const auto learn = [&](const NetTask& from) {
    Net fine = net;
    std::vector<NetTask> alone(tasks);
    alone[static_cast<std::size_t>(which)] = from;
    fine.train(alone, options);
    return fine;
  };
  const auto score = [&](Net& fine, const std::vector<NetWords::Sentence>& texts, Scores& to) {
    Scores scores = fine.scores(texts, which);
    if (!set.train.multilabel) log_softmax(scores, set.train.outputs, kLeast);
    for (float& one : scores) one /= share;
    add_to(to, scores);
  };
  Net fine = learn(set.train);
  score(fine, set.dev, dev);
  if (!settings.test) return;
  fine = learn(set.train_and_dev);
  score(fine, set.test, test);
}

}  // namespace

void run_own_nets(const Split& split, const Labels& labels, bool multilabel,
                  const Settings& settings, Scores& dev, Scores& test) {
  NetWords words;
  words.fit(texts_of(split.train), 2, 4);
  const NetSet set = net_set(words, split, labels, multilabel);
  for (int n = 0; n < settings.own_nets; ++n) {
    NetOptions options = settings.net;
    options.seed = static_cast<std::uint64_t>(n) + 101;
    options.rounds = settings.net.rounds + (split.train.size() < 5000 ? 4 : 0);
    Net net(words, {set.train.outputs}, options);
    net.train({set.train}, options);
    const auto score = [&](const std::vector<NetWords::Sentence>& texts, Scores& to) {
      Scores scores = net.scores(texts, 0);
      if (!multilabel) log_softmax(scores, set.train.outputs, kLeast);
      for (float& one : scores) one /= static_cast<float>(settings.own_nets);
      add_to(to, scores);
    };
    score(set.dev, dev);
    if (settings.test) score(set.test, test);
  }
}

void run_nets(std::vector<Task>& tasks, Emotions& emotions, const Settings& settings) {
  NetWords words;
  std::vector<std::string> all;
  const auto gather = [&](const std::vector<Row>& rows) {
    for (const Row& row : rows) all.push_back(row.text);
  };
  for (const Task& task : tasks) gather(task.split.train);
  gather(emotions.split.train);
  // Sets that only teach.
  struct Teacher {
    const char* path;
    double share;
    std::vector<Row> rows;
  };
  std::vector<Teacher> teachers = {{"act/all.tsv", 1, {}},
                                   {"complaint/all.tsv", 1, {}},
                                   {"multilingual_sentiment/english/train.tsv", 1, {}},
                                   {"reason/airline_10/train.tsv", 0.5, {}},
                                   {"promo/clickbait/train.tsv", 0.3, {}}};
  for (Teacher& teacher : teachers) {
    teacher.rows = without(load_rows(teacher.path), held_out_fingerprints(), teacher.path);
    gather(teacher.rows);
  }
  for (const char* path : {"care/exchanges.tsv", "care/customer_tweets.tsv"}) {
    gather(without(load_texts(path), held_out_fingerprints(), path));
  }
  words.fit(all, 2, 4);
  const std::vector<float> vectors = learn_vectors(words, words.read_all(all), {});
  std::fprintf(stderr, "nets: vectors learnt, %s\n", since_start().c_str());

  std::vector<NetSet> sets;
  std::vector<NetTask> lessons;
  for (const Task& task : tasks) sets.push_back(net_set(words, task.split, task.labels, false));
  sets.push_back(net_set(words, emotions.split, emotions.labels, true));
  for (const NetSet& set : sets) lessons.push_back(set.train);
  for (const Teacher& teacher : teachers) {
    lessons.push_back(net_task(words, teacher.rows, Labels::of(teacher.rows), false));
    lessons.back().share = teacher.share;
  }
  std::vector<int> outputs;
  for (const NetTask& task : lessons) outputs.push_back(task.outputs);
  std::fprintf(stderr, "nets: %zu rows, %s\n", words.rows(), since_start().c_str());

  for (int n = 0; n < settings.nets; ++n) {
    NetOptions options = settings.net;
    options.seed = static_cast<std::uint64_t>(n) + 1;
    Net net(words, outputs, options);
    net.start_from(vectors);
    net.train(lessons, options);
    for (std::size_t i = 0; i < sets.size(); ++i) {
      Scores& dev = i < tasks.size() ? tasks[i].net_dev : emotions.net_dev;
      Scores& test = i < tasks.size() ? tasks[i].net_test : emotions.net_test;
      add_fine(net, sets[i], static_cast<int>(i), lessons.size(), options, settings, dev, test);
    }
    std::fprintf(stderr, "  net %d of %d learnt, %s\n", n + 1, settings.nets,
                 since_start().c_str());
  }
}

}  // namespace rapport::methods
