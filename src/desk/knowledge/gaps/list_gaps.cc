#include <map>
#include <utility>

#include "desk/knowledge/gaps/gap_desk.h"
#include "store/gaps.h"
#include "store/store.h"

namespace rapport {

Result<GapList> GapDesk::list(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<GapList> {
    const auto store = gaps_in(unit);
    auto gaps = store->all(by.workspace);
    RAPPORT_TRY(gaps);
    auto examples = store->examples(by.workspace, kExamples);
    RAPPORT_TRY(examples);
    auto lesson = store->lesson(by.workspace);
    RAPPORT_TRY(lesson);
    std::map<GapId, std::vector<GapPost>> of_gap;
    for (GapPost& each : *examples) of_gap[each.gap].push_back(std::move(each));
    GapList out;
    for (Gap& each : *gaps) {
      auto own = std::move(of_gap[each.id]);
      out.items.push_back({std::move(each), std::move(own)});
    }
    if (*lesson) out.learned_at = (*lesson)->learned_at;
    return out;
  });
}

Result<std::vector<GapPost>> GapDesk::posts(const Member& by, GapId id) {
  return store_.read([&](Unit& unit) -> Result<std::vector<GapPost>> {
    const auto gaps = gaps_in(unit);
    RAPPORT_TRY(gaps->find(by.workspace, id));
    return gaps->posts(by.workspace, id, kMostPosts);
  });
}

}  // namespace rapport
