// What is read off the index for a post.

#include "knowledge/search/signals.h"

#include <algorithm>

#include "knowledge/search/built_index.h"

namespace rapport {
namespace {

double& signal_of(SignalValues& values, SearchSignal signal) {
  return values[static_cast<std::size_t>(signal)];
}

// Each term counts once, however often the post has it.
std::vector<std::uint64_t> distinct(std::vector<std::uint64_t> keys) {
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

class OneLanguage {
 public:
  OneLanguage(std::vector<std::size_t> articles, std::size_t all, std::vector<SignalValues>& out)
      : articles_(std::move(articles)), scores_(all), out_(out) {}

  void read(const Postings& field, const std::vector<std::uint64_t>& keys, SearchSignal signal) {
    std::ranges::fill(scores_, 0);
    for (const std::uint64_t key : keys) field.score(key, 1, scores_);
    for (const std::size_t article : articles_) signal_of(out_[article], signal) = scores_[article];
  }
  const std::vector<std::size_t>& articles() const { return articles_; }

 private:
  std::vector<std::size_t> articles_;
  std::vector<double> scores_;
  std::vector<SignalValues>& out_;
};

}  // namespace

void ArticleIndex::Built::read_names(const SearchTerms& post, std::size_t in,
                                     std::vector<SignalValues>& out) const {
  std::unordered_map<std::uint64_t, const IndexedName*> asked;
  double sum = 0;
  for (const SearchTerm& word : post.words) {
    const auto name = names[in].find(word.key);
    if (name == names[in].end() || !asked.emplace(word.key, &name->second).second) continue;
    sum += name->second.weight;
  }
  // One name that is had is not all; two are nearly.
  const double whole = sum + 0.5;
  for (const auto& [word, name] : asked) {
    for (const std::uint32_t article : name->in_titles) {
      signal_of(out[article], SearchSignal::kNamesInTitle) += name->weight / whole;
    }
    for (const std::uint32_t article : name->in_articles) {
      signal_of(out[article], SearchSignal::kNames) += name->weight / whole;
    }
  }
}

void ArticleIndex::Built::read_signals(const SearchTerms& post, std::size_t in,
                                       std::vector<SignalValues>& out) const {
  std::vector<std::uint64_t> telling;
  std::vector<std::uint64_t> small;
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i < post.words.size(); ++i) {
    const SearchTerm& word = post.words[i];
    (word.small ? small : telling).push_back(word.key);
    if (i > 0) pairs.push_back(pair_key(post.words[i - 1].key, word.key));
  }
  telling = distinct(std::move(telling));
  small = distinct(std::move(small));
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (language[i] == in) own.push_back(i);
  }
  OneLanguage reading(std::move(own), out.size(), out);
  reading.read(titles, telling, SearchSignal::kTitleWords);
  reading.read(titles, small, SearchSignal::kTitleSmallWords);
  reading.read(bodies, telling, SearchSignal::kBodyWords);
  reading.read(bodies, small, SearchSignal::kBodySmallWords);
  const std::vector<std::uint64_t> pieces = distinct(post.pieces);
  reading.read(title_pieces, pieces, SearchSignal::kTitlePieces);
  reading.read(body_pieces, pieces, SearchSignal::kBodyPieces);
  reading.read(body_pairs, distinct(std::move(pairs)), SearchSignal::kBodyPairs);

  std::vector<double> of_units(unit_of.size());
  for (const std::uint64_t key : telling) units.score(key, 1, of_units);
  for (std::size_t i = 0; i < of_units.size(); ++i) {
    if (of_units[i] == 0 || language[unit_of[i]] != in) continue;
    double& best = signal_of(out[unit_of[i]], SearchSignal::kBestPassage);
    best = std::max(best, of_units[i]);
  }
  read_names(post, in, out);
  read_related(post, in, out);
  for (const std::size_t article : reading.articles()) {
    SignalValues& values = out[article];
    // That an article is short says nothing for it by itself.
    if (std::ranges::all_of(values, [](double value) { return value == 0; })) continue;
    signal_of(values, SearchSignal::kShortTitle) = short_title[article];
    signal_of(values, SearchSignal::kShortBody) = short_body[article];
  }
}

}  // namespace rapport
