#include <algorithm>

#include "desk/solving/solving.h"
#include "desk/solving/views.h"

namespace rapport {

Result<RemedyPage> Solving::list(const Member& by, std::optional<RemedyId> before, int most) {
  most = std::clamp(most, 1, 50);
  return store_.read([&](Unit& unit) -> Result<RemedyPage> {
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    auto remedies = unit.remedies().list(by.workspace, before, most + 1);
    RAPPORT_TRY(remedies);
    RemedyPage page;
    if (static_cast<int>(remedies->size()) > most) {
      remedies->pop_back();
      page.next = remedies->back().id;
    }
    for (Remedy& each : *remedies) {
      auto view = remedy_view(unit, *taxonomy, std::move(each));
      RAPPORT_TRY(view);
      page.remedies.push_back(std::move(*view));
    }
    return page;
  });
}

Result<RemedyView> Solving::show(const Member& by, RemedyId id) {
  return store_.read([&](Unit& unit) -> Result<RemedyView> {
    auto remedy = unit.remedies().find(by.workspace, id);
    RAPPORT_TRY(remedy);
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    return remedy_view(unit, *taxonomy, std::move(*remedy));
  });
}

}  // namespace rapport
