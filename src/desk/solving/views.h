// Lists and people as members see them.

#pragma once

#include "desk/reading/taxonomy.h"
#include "desk/solving/solving.h"
#include "store/store.h"

namespace rapport {

Result<RemedyView> remedy_view(Unit& unit, const Taxonomy& taxonomy, Remedy remedy);
Result<std::vector<RemedyPersonView>> remedy_people(Unit& unit, WorkspaceId workspace,
                                                    std::vector<RemedyStanding> standings);
Result<Done> check_may_solve(const Member& by);

}  // namespace rapport
