// What is read off the index by other words than the post's: those that stand for them.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "knowledge/related/related_words.h"
#include "knowledge/search/built_index.h"

namespace rapport {
namespace {

// "git hub" for "GitHub"; a little less sure than the word itself.
constexpr float kJoined = 0.9F;

// A word of the post, and what else may stand where it is looked for.
struct Wanted {
  std::uint64_t key = 0;
  std::vector<RelatedWord> stand_ins;
};

// How well an article has one word of the post, from 0 to 1, and what BM25 says of a stand-in.
struct Had {
  float by_title = 0;
  float by_any = 0;
  float title_stand_in = 0;
  float body_stand_in = 0;
  bool in_title = false;
  bool in_body = false;
  bool touched = false;
};

std::vector<Wanted> wanted_of(const SearchTerms& post, const RelatedWords* table) {
  std::vector<Wanted> out;
  for (const SearchTerm& word : post.words) {
    if (!word.small) out.push_back({word.key, {}});
  }
  // Sorted, so that sums are the same whatever the order of words.
  std::ranges::sort(out, {}, &Wanted::key);
  const auto again = std::ranges::unique(out, {}, &Wanted::key);
  out.erase(again.begin(), again.end());
  for (Wanted& each : out) {
    if (table == nullptr) break;
    const auto related = table->of(each.key);
    each.stand_ins.assign(related.begin(), related.end());
  }
  for (std::size_t i = 0; i < post.joined.size(); ++i) {
    for (const std::size_t at : {i, i + 1}) {
      const auto found = std::ranges::lower_bound(out, post.words[at].key, {}, &Wanted::key);
      if (found == out.end() || found->key != post.words[at].key) continue;
      found->stand_ins.push_back({post.joined[i], kJoined});
    }
  }
  return out;
}

}  // namespace

double ArticleIndex::Built::rarity_anywhere(std::uint64_t word) const {
  const double title = titles.rarity(word);
  const double body = bodies.rarity(word);
  if (title > 0 && body > 0) return std::min(title, body);
  return title + body > 0 ? title + body : titles.rarity_of_unknown();
}

void ArticleIndex::Built::read_related(const SearchTerms& post, std::size_t in,
                                       std::vector<SignalValues>& out) const {
  const RelatedWords* table = related_words(languages[in]);
  const std::vector<Wanted> wanted = wanted_of(post, table);
  double mass = 0;
  double mass_in_life = 0;
  const auto in_life = [&](std::uint64_t word) {
    return table != nullptr ? table->rarity(word) : rarity_anywhere(word);
  };
  for (const Wanted& word : wanted) {
    mass += rarity_anywhere(word.key);
    mass_in_life += in_life(word.key);
  }
  std::vector<Had> had(out.size());
  std::vector<std::uint32_t> touched;
  const auto touch = [&](std::uint32_t article) -> Had& {
    if (!std::exchange(had[article].touched, true)) touched.push_back(article);
    return had[article];
  };
  for (const Wanted& word : wanted) {
    for (const auto& posting : titles.of(word.key)) {
      Had& here = touch(posting.article);
      here.in_title = true;
      here.by_title = here.by_any = 1;
    }
    for (const auto& posting : bodies.of(word.key)) {
      Had& here = touch(posting.article);
      here.in_body = true;
      here.by_any = 1;
    }
    for (const RelatedWord& other : word.stand_ins) {
      const float weight = other.weight;
      for (const auto& posting : titles.of(other.key)) {
        Had& here = touch(posting.article);
        here.by_title = std::max(here.by_title, weight);
        here.by_any = std::max(here.by_any, weight);
        here.title_stand_in = std::max(here.title_stand_in, weight * posting.weight);
      }
      for (const auto& posting : bodies.of(other.key)) {
        Had& here = touch(posting.article);
        here.by_any = std::max(here.by_any, weight);
        here.body_stand_in = std::max(here.body_stand_in, weight * posting.weight);
      }
    }
    const double share = mass > 0 ? rarity_anywhere(word.key) / mass : 0;
    const double share_in_life = mass_in_life > 0 ? in_life(word.key) / mass_in_life : 0;
    for (const std::uint32_t article : touched) {
      const Had here = std::exchange(had[article], Had{});
      if (language[article] != in) continue;
      const auto add = [&](SearchSignal signal, double value) {
        out[article][static_cast<std::size_t>(signal)] += value;
      };
      if (!here.in_title)
        add(SearchSignal::kRelatedTitle, static_cast<double>(here.title_stand_in));
      if (!here.in_body) add(SearchSignal::kRelatedBody, static_cast<double>(here.body_stand_in));
      add(SearchSignal::kTitleCover, share * static_cast<double>(here.by_title));
      add(SearchSignal::kCover, share_in_life * static_cast<double>(here.by_any));
    }
    touched.clear();
  }
}

}  // namespace rapport
