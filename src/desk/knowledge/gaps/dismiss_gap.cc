#include "desk/knowledge/checked.h"
#include "desk/knowledge/gaps/gap_desk.h"
#include "store/gaps.h"
#include "store/store.h"

namespace rapport {

Result<GapView> GapDesk::dismiss(const Member& by, GapId id) {
  return put(by, id, GapState::kDismissed);
}

Result<GapView> GapDesk::reopen(const Member& by, GapId id) { return put(by, id, GapState::kOpen); }

Result<GapView> GapDesk::put(const Member& by, GapId id, GapState state) {
  RAPPORT_TRY(may_write_articles(by));
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<GapView> {
    const auto gaps = gaps_in(unit);
    auto gap = gaps->find(by.workspace, id);
    RAPPORT_TRY(gap);
    if (gap->state == GapState::kWritten) return conflict("An article answers this by now.");
    if (gap->state != state) {
      gap->state = state;
      RAPPORT_TRY(gaps->save(*gap));
      const char* const verb = state == GapState::kDismissed ? "gap.dismiss" : "gap.reopen";
      RAPPORT_TRY(unit.members().audit({by.workspace, by.id, verb, to_string(id), gap->name, now}));
      RAPPORT_TRY(announce_article(unit, by.workspace, std::nullopt, now));
    }
    auto examples = gaps->posts(by.workspace, id, kExamples);
    RAPPORT_TRY(examples);
    return GapView{std::move(*gap), std::move(*examples)};
  });
}

}  // namespace rapport
