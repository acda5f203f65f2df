#include <algorithm>

#include "desk/solving/solving.h"
#include "desk/solving/views.h"

namespace rapport {

Result<RemedyPeoplePage> Solving::people(const Member& by, RemedyId id,
                                         std::optional<RemedyPlace> after, int most) {
  most = std::clamp(most, 1, 100);
  return store_.read([&](Unit& unit) -> Result<RemedyPeoplePage> {
    auto remedy = unit.remedies().find(by.workspace, id);
    RAPPORT_TRY(remedy);
    auto standings = unit.remedies().people(*remedy, after, most + 1);
    RAPPORT_TRY(standings);
    RemedyPeoplePage page;
    if (static_cast<int>(standings->size()) > most) {
      standings->pop_back();
      page.next = RemedyPlace{standings->back().said_at, standings->back().post};
    }
    auto people = remedy_people(unit, by.workspace, std::move(*standings));
    RAPPORT_TRY(people);
    page.people = std::move(*people);
    return page;
  });
}

}  // namespace rapport
