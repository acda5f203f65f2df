#include "desk/knowledge/gaps/keep_gaps.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rapport {
namespace {

struct Before {
  Gap gap;
  std::vector<PostId> posts;
  const KeptGap* again = nullptr;  // found again
};

std::vector<Before> put_together(std::vector<Gap> gaps, const std::vector<PostOfGap>& kept) {
  std::map<GapId, std::size_t> places;
  std::vector<Before> out;
  for (Gap& each : gaps) {
    places[each.id] = out.size();
    out.push_back({std::move(each), {}, nullptr});
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

}  // namespace

std::vector<KeptGap> keep_gaps(GapsAgain again) {
  std::vector<Before> before = put_together(std::move(again.before), again.kept);
  const std::vector<std::size_t> matched = match(before, again.learned);
  std::set<PostId> taken;
  for (const KeptGap& each : again.learned) taken.insert(each.posts.begin(), each.posts.end());
  std::vector<KeptGap> out;
  for (std::size_t now = 0; now < again.learned.size(); ++now) {
    KeptGap& gap = again.learned[now];
    if (matched[now] < before.size()) {
      Before& old = before[matched[now]];
      old.again = &gap;
      gap.gap.id = old.gap.id;
      gap.gap.article = old.gap.article;
      gap.gap.state = state_now(old, again, gap.gap.article);
      if (gap.gap.state == GapState::kWritten) {
        // What it was when it was written, with those who ask on.
        Gap kept = old.gap;
        kept.state = gap.gap.state;
        kept.article = gap.gap.article;
        kept.last_at = std::max(kept.last_at, gap.gap.last_at);
        gap.gap = std::move(kept);
        for (const PostId post : old.posts) {
          if (taken.insert(post).second) gap.posts.push_back(post);
        }
      }
    }
    out.push_back(std::move(gap));
  }
  std::vector<KeptGap> closed;
  for (Before& old : before) {
    if (old.again != nullptr || old.gap.last_at < again.from) continue;
    old.gap.state = state_now(old, again, old.gap.article);
    if (old.gap.state == GapState::kOpen) continue;
    std::erase_if(old.posts, [&](PostId post) { return taken.contains(post); });
    if (!old.posts.empty()) closed.push_back({std::move(old.gap), std::move(old.posts)});
  }
  std::ranges::stable_sort(
      closed, [](const KeptGap& a, const KeptGap& b) { return a.gap.last_at > b.gap.last_at; });
  if (closed.size() > kMostClosedGaps) closed.resize(kMostClosedGaps);
  std::ranges::move(closed, std::back_inserter(out));
  return out;
}

}  // namespace rapport
