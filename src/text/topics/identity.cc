#include <algorithm>
#include <map>
#include <utility>

#include "text/topics/terms.h"
#include "text/topics/topics.h"

namespace rapport {
namespace {

// From here on a topic that was learned again is the same one. Two halves of the same posts,
// learned apart, share 0.3 and more of a topic's weight; different topics share less than 0.1.
constexpr double kSame = 0.2;
// So much of a topic's weight lies within one that people merged.
constexpr double kWithin = 0.35;

std::map<std::uint64_t, float> weights_of(const Topic& topic) {
  std::map<std::uint64_t, float> weights;
  for (const TopicTerm& term : topic.terms) {
    float& weight = weights[term_key(term.words)];
    weight = std::max(weight, term.weight);
  }
  return weights;
}

double shared_weight(const std::map<std::uint64_t, float>& a,
                     const std::map<std::uint64_t, float>& b) {
  double shared = 0;
  for (const auto& [key, weight] : a) {
    const auto found = b.find(key);
    if (found != b.end()) shared += std::min(weight, found->second);
  }
  return shared;
}

double whole_weight(const std::map<std::uint64_t, float>& weights) {
  double sum = 0;
  for (const auto& [key, weight] : weights) sum += weight;
  return sum;
}

}  // namespace

double overlap(const Topic& a, const Topic& b) {
  const auto of_a = weights_of(a);
  const auto of_b = weights_of(b);
  const double shared = shared_weight(of_a, of_b);
  const double all = whole_weight(of_a) + whole_weight(of_b) - shared;
  return all > 0 ? shared / all : 0;
}

Topic merge_topics(const Topic& into, const Topic& other) {
  Topic merged = into;
  merged.is_merged = true;
  merged.posts += other.posts;
  for (const TopicTerm& term : other.terms) {
    const auto same = std::find_if(merged.terms.begin(), merged.terms.end(), [&](const auto& each) {
      return term_key(each.words) == term_key(term.words);
    });
    if (same == merged.terms.end()) {
      merged.terms.push_back(term);
    } else {
      same->weight = std::max(same->weight, term.weight);
    }
  }
  std::stable_sort(merged.terms.begin(), merged.terms.end(),
                   [](const TopicTerm& a, const TopicTerm& b) { return a.weight > b.weight; });
  // The best of both, by turns.
  merged.examples.clear();
  const std::size_t most = std::max(into.examples.size(), other.examples.size());
  for (std::size_t i = 0; i < most; ++i) {
    for (const Topic* each : {&into, &other}) {
      if (i >= each->examples.size() || merged.examples.size() == most) continue;
      const std::size_t example = each->examples[i];
      if (std::find(merged.examples.begin(), merged.examples.end(), example) ==
          merged.examples.end()) {
        merged.examples.push_back(example);
      }
    }
  }
  return merged;
}

std::vector<Topic> keep_identity(const std::vector<Topic>& before, std::vector<Topic> learned) {
  // What lies within a merged topic becomes one again first.
  std::vector<bool> taken(learned.size(), false);
  std::vector<Topic> kept;
  for (const Topic& old : before) {
    if (!old.is_merged) continue;
    const auto of_old = weights_of(old);
    Topic whole;
    for (std::size_t i = 0; i < learned.size(); ++i) {
      const auto its = weights_of(learned[i]);
      if (taken[i] || shared_weight(its, of_old) < kWithin * whole_weight(its)) continue;
      taken[i] = true;
      whole = whole.terms.empty() ? learned[i] : merge_topics(whole, learned[i]);
    }
    if (whole.terms.empty()) continue;
    whole.id = old.id;
    whole.name = old.name;
    whole.is_merged = true;
    kept.push_back(std::move(whole));
  }

  struct Match {
    double overlap = 0;
    std::size_t old = 0;
    std::size_t now = 0;
  };
  std::vector<Match> matches;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].is_merged) continue;
    for (std::size_t j = 0; j < learned.size(); ++j) {
      const double its = taken[j] ? 0 : overlap(before[i], learned[j]);
      if (its >= kSame) matches.push_back({its, i, j});
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.overlap > b.overlap; });
  std::vector<bool> used(before.size(), false);
  std::vector<bool> matched(learned.size(), false);
  for (const Match& match : matches) {
    if (used[match.old] || matched[match.now]) continue;
    used[match.old] = matched[match.now] = true;
    learned[match.now].id = before[match.old].id;
    learned[match.now].name = before[match.old].name;
  }
  for (std::size_t i = 0; i < learned.size(); ++i) {
    if (!taken[i]) kept.push_back(std::move(learned[i]));
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const Topic& a, const Topic& b) { return a.posts > b.posts; });
  return kept;
}

}  // namespace rapport
