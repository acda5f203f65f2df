#include <algorithm>
#include <map>

#include "desk/reading/post_reader.h"
#include "desk/reading/readings.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {
namespace {

void newest_first(std::vector<PostExample>& examples) {
  std::ranges::sort(examples, [](const PostExample& a, const PostExample& b) {
    return a.created_at != b.created_at ? a.created_at > b.created_at : a.post > b.post;
  });
  const auto twins = std::ranges::unique(examples, {}, &PostExample::post);
  examples.erase(twins.begin(), twins.end());
  if (examples.size() > Readings::kMostExamples) examples.resize(Readings::kMostExamples);
}

}  // namespace

Result<ReadingProgress> Readings::progress(Unit& unit, WorkspaceId workspace) const {
  if (reader_ == nullptr) return ReadingProgress{};
  auto walk = unit.readings().walk(workspace);
  RAPPORT_TRY(walk);
  const bool is_done = *walk && (*walk)->stamp == reader_->stamp(workspace) && !(*walk)->below;
  return ReadingProgress{true, !is_done};
}

Result<ReasonSummary> Readings::summary(const Member& by, int days) {
  if (days < 1 || days > 366) return invalid("Ask for 1 to 366 days.", "days");
  const std::chrono::days span{days};
  const Time now = clock_.now() + std::chrono::seconds{1};  // with what is said at this moment
  return store_.read([&](Unit& unit) -> Result<ReasonSummary> {
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    std::map<std::string, ReasonTotal> totals;  // by the key they are told as
    for (const ReasonView& each : taxonomy->all()) {
      ReasonTotal& total = totals[taxonomy->resolve(each.key)];
      auto& teaching = unit.teaching();
      // Posts that were read before a merge still stand under the merged key.
      auto posts = teaching.count(by.workspace, each.key, now - span, now);
      RAPPORT_TRY(posts);
      auto before = teaching.count(by.workspace, each.key, now - 2 * span, now - span);
      RAPPORT_TRY(before);
      total.posts += *posts;
      total.before += *before;
      if (*posts == 0) continue;
      auto examples =
          teaching.examples(by.workspace, each.key, now - span, now, int{kMostExamples});
      RAPPORT_TRY(examples);
      for (PostWords& post : *examples) {
        total.examples.push_back(
            {post.post, post.conversation, std::move(post.text), post.created_at});
      }
    }
    auto read = progress(unit, by.workspace);
    RAPPORT_TRY(read);
    ReasonSummary summary{days, *read, {}};
    for (auto& [key, total] : totals) {
      const ReasonView* reason = taxonomy->find(key);
      if (reason == nullptr || (total.posts == 0 && total.before == 0)) continue;
      total.reason = *reason;
      newest_first(total.examples);
      summary.totals.push_back(std::move(total));
    }
    std::ranges::stable_sort(summary.totals, [](const ReasonTotal& a, const ReasonTotal& b) {
      return a.posts != b.posts ? a.posts > b.posts : a.before > b.before;
    });
    return summary;
  });
}

}  // namespace rapport
