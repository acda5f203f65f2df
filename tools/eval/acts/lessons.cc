#include "acts/lessons.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_set>

#include "source_dir.h"

namespace rapport::methods {
namespace {

// Our own posts with what they want and why they complain, several a post.
std::vector<Row> own_rows(std::size_t column) {
  std::ifstream in(RAPPORT_SOURCE_DIR "/tools/train/rows/posts.tsv");
  std::vector<Row> out;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      cells.push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
    if (cells.size() < 11 || cells[0] == "id") continue;
    out.push_back({cells[column] == "-" ? "" : cells[column], cells.back(), ""});
  }
  return out;
}

}  // namespace

std::pair<std::vector<Row>, std::vector<Row>> banking_cut(const std::vector<Row>& rows) {
  const std::vector<int> fold = make_folds(rows.size(), 9, 1);
  std::vector<Row> inner;
  std::vector<Row> held_in;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    (fold[i] == 0 ? held_in : inner).push_back(rows[i]);
  }
  return {inner, held_in};
}

Split banking_split() {
  Split split = load_split("intent/banking77");
  split.train = without(std::move(split.train), test_fingerprints(), "intent/banking77");
  return split;
}

Split scope_split() {
  Split split = load_split("intent/clinc150");
  for (const auto& [rows, path] : {std::pair{&split.train, "intent/clinc150/oos_train.tsv"},
                                   {&split.dev, "intent/clinc150/oos_dev.tsv"},
                                   {&split.test, "intent/clinc150/oos_test.tsv"}}) {
    *rows = joined(*rows, load_rows(path));
  }
  split.train = without(std::move(split.train), held_out_fingerprints(), "intent/clinc150");
  return split;
}

SharedNets learn_nets(const Settings& settings, const std::vector<Row>& acts,
                      const std::vector<Row>& complaints) {
  std::unordered_set<std::uint64_t> held_out = held_out_fingerprints();
  const Split bank = banking_split();
  const auto [inner, held_in] = banking_cut(bank.train);
  const Split reasons = load_split("reason/airline_9");
  const Split more_reasons = load_split("reason/airline_10");
  for (const auto* rows : {&acts, &complaints, &held_in, &reasons.train, &more_reasons.train}) {
    for (const Row& row : *rows) held_out.insert(fingerprint(row.text));
  }
  std::vector<SharedNets::Set> sets;
  const auto apart = [&](const char* name, const Labels& labels) {
    sets.push_back({name, {}, labels, false, 0});
  };
  apart("act", Labels::of(acts));
  apart("complaint", Labels::of(complaints));
  apart("reason/airline_9", Labels::of(reasons.train));
  apart("reason/airline_10", Labels::of(more_reasons.train));
  const auto teach = [&](const char* name, std::vector<Row> rows, const Labels& labels,
                         bool multilabel, double share) {
    sets.push_back({name, without(std::move(rows), held_out, name), labels, multilabel, share});
  };
  teach("intent/banking77", inner, Labels::of(bank.train), false, 1);
  const Split intents = scope_split();
  teach("intent/clinc150", intents.train, Labels::of(intents.train), false, 1);
  struct Teacher {
    const char* folder;
    bool multilabel;
    double share;
  };
  for (const auto& [folder, multilabel, share] :
       {Teacher{"sentiment/tweeteval_sentiment", false, 0.5},
        {"sentiment/airline", false, 1},
        {"toxic/tweeteval_offensive", false, 0.5},
        {"emotion/tweeteval_emotion", false, 1},
        {"emotion/goemotions", true, 0.5},
        {"promo/clickbait", false, 0.3}}) {
    const std::vector<Row> rows = load_rows(std::string(folder) + "/train.tsv");
    teach(folder, rows, split_labels(rows), multilabel, share);
  }
  struct Own {
    const char* name;
    std::size_t column;
  };
  for (const auto& [name, column] : {Own{"our posts' intents", 4}, {"our posts' reasons", 5}}) {
    const std::vector<Row> rows = own_rows(column);
    teach(name, rows, split_labels(rows), true, 1);
  }
  std::vector<std::string> unlabelled;
  for (const char* path : {"care/exchanges.tsv", "care/customer_tweets.tsv"}) {
    unlabelled = joined(std::move(unlabelled), texts_of(without(load_texts(path), held_out, path)));
  }
  return SharedNets(std::move(sets), unlabelled, settings.nets);
}

}  // namespace rapport::methods
