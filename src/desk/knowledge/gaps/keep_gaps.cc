#include "desk/knowledge/gaps/keep_gaps.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rapport {
namespace {

struct Before {
  Gap gap;
  std::vector<PostId> posts;
  bool found = false;  // again
};

std::vector<Before> put_together(std::vector<Gap> gaps, const std::vector<PostOfGap>& kept) {
  std::map<GapId, std::size_t> places;
  std::vector<Before> out;
  for (Gap& each : gaps) {
    places[each.id] = out.size();
    out.push_back({std::move(each), {}});
  }
  for (const PostOfGap& each : kept) {
    const auto place = places.find(each.gap);
    if (place != places.end()) out[place->second].posts.push_back(each.post);
  }
  return out;
}

// Of each learned gap its place among those before; `out.size()` of those: it is new.
std::vector<std::size_t> match(const std::vector<Before>& before,
                               const std::vector<KeptGap>& learned) {
  std::map<PostId, std::size_t> of_post;
  for (std::size_t old = 0; old < before.size(); ++old) {
    for (const PostId post : before[old].posts) of_post[post] = old;
  }
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> pairs;  // shared, old, learned
  for (std::size_t now = 0; now < learned.size(); ++now) {
    std::map<std::size_t, std::size_t> shared;
    for (const PostId post : learned[now].posts) {
      const auto old = of_post.find(post);
      if (old != of_post.end()) ++shared[old->second];
    }
    for (const auto& [old, posts] : shared) {
      const std::size_t smaller = std::min(before[old].posts.size(), learned[now].posts.size());
      if (2 * posts >= smaller) pairs.emplace_back(posts, old, now);
    }
  }
  std::ranges::sort(pairs, [](const auto& a, const auto& b) {
    return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) > std::get<0>(b) : a < b;
  });
  std::vector<std::size_t> out(learned.size(), before.size());
  std::set<std::size_t> taken;
  for (const auto& [posts, old, now] : pairs) {
    if (out[now] != before.size() || !taken.insert(old).second) continue;
    out[now] = old;
  }
  return out;
}

// The article that answers most of its posts, if articles answer more than half.
std::optional<ArticleId> answer_of(const Before& before,
                                   const std::map<PostId, ArticleId>& answered) {
  std::map<ArticleId, std::size_t> times;
  std::size_t posts = 0;
  for (const PostId post : before.posts) {
    const auto found = answered.find(post);
    if (found == answered.end()) continue;
    ++times[found->second];
    ++posts;
  }
  if (2 * posts <= before.posts.size()) return std::nullopt;
  return std::ranges::max_element(times, {}, [](const auto& each) { return each.second; })->first;
}

GapState state_now(const Before& old, const GapsAgain& again, std::optional<ArticleId>& article) {
  const bool published = article && again.published.contains(*article);
  if (old.gap.state == GapState::kDismissed) return GapState::kDismissed;
  if (published) return GapState::kWritten;
  if (const auto answer = answer_of(old, again.answered)) {
    article = answer;
    return GapState::kWritten;
  }
  return GapState::kOpen;
}

// Of what was learned: it takes over from the one before that it is.
struct LearnedGap {
  KeptGap gap;
  const Before* old = nullptr;  // none: it is new
};

std::vector<LearnedGap> find_again(std::vector<Before>& before, GapsAgain& again) {
  const std::vector<std::size_t> matched = match(before, again.learned);
  std::vector<LearnedGap> out;
  for (std::size_t now = 0; now < again.learned.size(); ++now) {
    LearnedGap& found = out.emplace_back(LearnedGap{std::move(again.learned[now])});
    if (matched[now] == before.size()) continue;
    Before& old = before[matched[now]];
    old.found = true;
    found.old = &old;
    Gap& gap = found.gap.gap;
    gap.id = old.gap.id;
    gap.article = old.gap.article;
    gap.state = state_now(old, again, gap.article);
  }
  return out;
}

// Those that were not found again and stay all the same, with the posts that they had.
std::vector<KeptGap> left_over(std::vector<Before>& before, const GapsAgain& again) {
  std::vector<KeptGap> out;
  for (Before& old : before) {
    if (old.found || old.gap.last_at < again.from) continue;
    old.gap.state = state_now(old, again, old.gap.article);
    if (old.gap.state == GapState::kOpen && !old.gap.article) continue;
    out.push_back({std::move(old.gap), std::move(old.posts)});
  }
  return out;
}

bool is_bare(const Gap& gap, GapState state) { return gap.state == state && !gap.article; }

// Nobody loses an article that was begun or stands, and what was dismissed and is asked on does not
// come back; of the others there is an end.
void cut(std::vector<LearnedGap>& found, std::vector<KeptGap>& left) {
  std::size_t open = 0;
  std::erase_if(found, [&](const LearnedGap& each) {
    return is_bare(each.gap.gap, GapState::kOpen) && ++open > kMostOpenGaps;
  });
  std::vector<Time> dismissed;
  for (const KeptGap& each : left) {
    if (is_bare(each.gap, GapState::kDismissed)) dismissed.push_back(each.gap.last_at);
  }
  if (dismissed.size() <= kMostDismissedGaps) return;
  std::ranges::sort(dismissed, std::ranges::greater{});
  std::erase_if(left, [since = dismissed[kMostDismissedGaps - 1]](const KeptGap& each) {
    return is_bare(each.gap, GapState::kDismissed) && each.gap.last_at < since;
  });
}

// What it was when it was written, with those who ask on.
void stay_written(LearnedGap& found, std::set<PostId>& taken) {
  Gap kept = found.old->gap;
  kept.state = found.gap.gap.state;
  kept.article = found.gap.gap.article;
  kept.last_at = std::max(kept.last_at, found.gap.gap.last_at);
  found.gap.gap = std::move(kept);
  for (const PostId post : found.old->posts) {
    if (taken.insert(post).second) found.gap.posts.push_back(post);
  }
}

}  // namespace

std::vector<KeptGap> keep_gaps(GapsAgain again) {
  std::vector<Before> before = put_together(std::move(again.before), again.kept);
  std::vector<LearnedGap> found = find_again(before, again);
  std::vector<KeptGap> left = left_over(before, again);
  cut(found, left);
  std::set<PostId> taken;
  for (const LearnedGap& each : found) taken.insert(each.gap.posts.begin(), each.gap.posts.end());
  std::vector<KeptGap> out;
  for (LearnedGap& each : found) {
    if (each.old != nullptr && each.gap.gap.state == GapState::kWritten) stay_written(each, taken);
    out.push_back(std::move(each.gap));
  }
  for (KeptGap& each : left) {
    std::erase_if(each.posts, [&](PostId post) { return taken.contains(post); });
    if (!each.posts.empty()) out.push_back(std::move(each));
  }
  return out;
}

}  // namespace rapport
