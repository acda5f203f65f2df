#include "desk/listening/explain.h"

#include <algorithm>
#include <set>

namespace rapport {
namespace {

constexpr std::int64_t kLeastPosts = 3;
constexpr double kTimes = 2.0;

}  // namespace

SpikeExplainer::SpikeExplainer(const std::vector<MentionFacts>& facts) : facts_(facts) {
  for (const MentionFacts& each : facts) words_.add(each.text);
}

void SpikeExplainer::explain(Spike& spike) const {
  std::vector<std::size_t> inside;
  std::vector<std::int64_t> here(words_.size());
  std::set<AccountId> authors;
  for (std::size_t post = 0; post < facts_.size(); ++post) {
    const MentionFacts& each = facts_[post];
    if (each.said_at < spike.from || each.said_at >= spike.to) continue;
    inside.push_back(post);
    authors.insert(each.author);
    for (const std::uint32_t word : words_.words_of(post)) ++here[word];
  }
  spike.authors = static_cast<std::int64_t>(authors.size());

  struct Telling {
    std::uint32_t word;
    double weight;
  };
  std::vector<Telling> telling;
  const auto posts_here = static_cast<std::int64_t>(inside.size());
  const auto posts_there = static_cast<std::int64_t>(facts_.size()) - posts_here;
  for (std::uint32_t word = 0; word < here.size(); ++word) {
    if (here[word] < kLeastPosts) continue;
    const double weight = telling_weight(here[word], posts_here,
                                         words_.posts_with(word) - here[word], posts_there, kTimes);
    if (weight > 0) telling.push_back({word, weight});
  }
  std::ranges::sort(telling, [&](const Telling& a, const Telling& b) {
    return a.weight != b.weight ? a.weight > b.weight : words_.name(a.word) < words_.name(b.word);
  });
  if (telling.size() > kSpikeWords) telling.resize(kSpikeWords);
  for (const Telling& each : telling) {
    spike.terms.push_back({words_.name(each.word), here[each.word]});
  }

  struct Saying {
    std::size_t words;
    std::size_t post;
  };
  std::vector<Saying> best;
  for (const std::size_t post : inside) {
    const auto its = words_.words_of(post);
    std::size_t said = 0;
    for (const Telling& each : telling) said += std::ranges::count(its, each.word) > 0 ? 1 : 0;
    best.push_back({said, post});
  }
  std::ranges::stable_sort(best,
                           [](const Saying& a, const Saying& b) { return a.words > b.words; });
  for (std::size_t at = 0; at < best.size() && at < kSpikePosts; ++at) {
    spike.posts.push_back(facts_[best[at].post].post);
  }
}

}  // namespace rapport
