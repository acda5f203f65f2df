#include "desk/listening/said_words.h"

#include <algorithm>
#include <cmath>

#include "text/topics/terms.h"

namespace rapport {

namespace {

// Each word once, without those that say nothing by themselves; views of `tokens`.
void said_once(std::string_view text, Tokens& tokens, std::vector<std::string_view>& out) {
  cut_tokens(text, tokens);
  out.clear();
  for (const TextToken& token : tokens.list) {
    const std::string_view word = topic_word(tokens, token);
    if (!word.empty()) out.push_back(word);
  }
  std::ranges::sort(out);
  const auto twins = std::ranges::unique(out);
  out.erase(twins.begin(), twins.end());
}

}  // namespace

void SaidWordCounts::add(std::string_view text) {
  said_once(text, tokens_, seen_);
  for (const std::string_view each : seen_) ++words_[std::string(each)];
  ++posts_;
}

void SaidWordIndex::add(std::string_view text) {
  said_once(text, tokens_, seen_);
  for (const std::string_view each : seen_) {
    auto known = numbers_.find(each);
    if (known == numbers_.end()) {
      known = numbers_.emplace(each, static_cast<std::uint32_t>(names_.size())).first;
      names_.push_back(&known->first);
      totals_.push_back(0);
    }
    ++totals_[known->second];
    words_.push_back(known->second);
  }
  ends_.push_back(words_.size());
}

double telling_weight(std::int64_t here, std::int64_t posts_here, std::int64_t there,
                      std::int64_t posts_there, double times) {
  const double share = static_cast<double>(here) / static_cast<double>(posts_here);
  // Half a post more on both sides, so that what was never said there has a share, too.
  const double share_there =
      (static_cast<double>(there) + 0.5) / (static_cast<double>(posts_there) + 1.0);
  const double ratio = share / share_there;
  return ratio < times ? 0 : static_cast<double>(here) * std::log(ratio);
}

std::int64_t SaidWordCounts::of(const std::string& word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

std::vector<WordShare> telling_words(const SaidWordCounts& here, const SaidWordCounts& there,
                                     std::int64_t least, double times, std::size_t most) {
  struct Weighed {
    WordShare word;
    double weight = 0;
  };
  std::vector<Weighed> found;
  for (const auto& [word, count] : here.all()) {
    if (count < least) continue;
    const std::int64_t other = there.of(word);
    const double weight = telling_weight(count, here.posts(), other, there.posts(), times);
    if (weight > 0) found.push_back({{word, count, other}, weight});
  }
  std::ranges::sort(found, [](const Weighed& a, const Weighed& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.word.word < b.word.word;
  });
  if (found.size() > most) found.resize(most);
  std::vector<WordShare> out;
  for (Weighed& each : found) out.push_back(std::move(each.word));
  return out;
}

}  // namespace rapport
