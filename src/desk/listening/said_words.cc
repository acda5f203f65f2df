#include "desk/listening/said_words.h"

#include <algorithm>
#include <cmath>

#include "text/topics/terms.h"

namespace rapport {

void SaidWordCounts::add(std::string_view text) {
  cut_tokens(text, tokens_);
  seen_.clear();
  for (const TextToken& token : tokens_.list) {
    const std::string_view word = topic_word(tokens_, token);
    if (!word.empty()) seen_.push_back(word);
  }
  std::ranges::sort(seen_);
  const auto twins = std::ranges::unique(seen_);
  seen_.erase(twins.begin(), twins.end());
  for (const std::string_view each : seen_) ++words_[std::string(each)];
  ++posts_;
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
    const double share = static_cast<double>(count) / static_cast<double>(here.posts());
    // Half a post more on both sides, so that what was never said there has a share, too.
    const double share_there =
        (static_cast<double>(other) + 0.5) / (static_cast<double>(there.posts()) + 1.0);
    const double ratio = share / share_there;
    if (ratio < times) continue;
    found.push_back({{word, count, other}, static_cast<double>(count) * std::log(ratio)});
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
