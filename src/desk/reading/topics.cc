#include <algorithm>

#include "desk/reading/readings.h"
#include "desk/reading/topic_views.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<TopicView>> Readings::topics(const Member& by) {
  auto topics = store_.read([&](Unit& unit) { return unit.topics().all(by.workspace); });
  RAPPORT_TRY(topics);
  std::vector<TopicView> views;
  for (const Topic& each : *topics) views.push_back(view_of(each));
  return views;
}

Result<TopicSummary> Readings::topic_summary(const Member& by, int days) {
  if (days < 1 || days > 366) return invalid("Ask for 1 to 366 days.", "days");
  const std::chrono::days span{days};
  const Time now = clock_.now() + std::chrono::seconds{1};  // with what is said at this moment
  return store_.read([&](Unit& unit) -> Result<TopicSummary> {
    auto topics = unit.topics().all(by.workspace);
    RAPPORT_TRY(topics);
    auto read = progress(unit, by.workspace);
    RAPPORT_TRY(read);
    TopicSummary summary{days, *read, {}};
    for (const Topic& each : *topics) {
      const TopicId id{each.id};
      auto posts = unit.topics().count(by.workspace, id, now - span, now);
      RAPPORT_TRY(posts);
      auto before = unit.topics().count(by.workspace, id, now - 2 * span, now - span);
      RAPPORT_TRY(before);
      if (*posts == 0 && *before == 0) continue;
      auto newest = unit.topics().examples(by.workspace, id, now - span, now, kMostExamples);
      RAPPORT_TRY(newest);
      TopicTotal total{view_of(each), *posts, *before, {}};
      for (PostWords& post : *newest) {
        total.examples.push_back(
            {post.post, post.conversation, std::move(post.text), post.created_at});
      }
      summary.totals.push_back(std::move(total));
    }
    std::ranges::stable_sort(summary.totals, [](const TopicTotal& a, const TopicTotal& b) {
      return a.posts != b.posts ? a.posts > b.posts : a.before > b.before;
    });
    return summary;
  });
}

}  // namespace rapport
