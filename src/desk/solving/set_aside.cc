#include "base/unicode.h"
#include "desk/announce.h"
#include "desk/solving/solving.h"
#include "desk/solving/views.h"

namespace rapport {
namespace {

constexpr std::size_t kWhyMost = 500;

}  // namespace

Result<RemedyPersonView> Solving::set_aside(const Member& by, RemedyId id, PersonId person,
                                            const std::string& why) {
  if (trim(why).empty()) return invalid("Say why they need not be told: it is kept.", "reason");
  if (why.size() > kWhyMost) return invalid("That is too long: 500 bytes at most.", "reason");
  return put(by, id, person, std::string(trim(why)), by.id);
}

Result<RemedyPersonView> Solving::bring_back(const Member& by, RemedyId id, PersonId person) {
  return put(by, id, person, {}, {});
}

Result<RemedyPersonView> Solving::put(const Member& by, RemedyId id, PersonId person,
                                      const std::string& why, std::optional<MemberId> aside_by) {
  RAPPORT_TRY(check_may_solve(by));
  return store_.write([&](Unit& unit) -> Result<RemedyPersonView> {
    auto remedy = unit.remedies().find(by.workspace, id);
    RAPPORT_TRY(remedy);
    auto standing = unit.remedies().person(*remedy, person);
    RAPPORT_TRY(standing);
    if (!*standing) return not_found("This person is not in the list.");
    if ((*standing)->aside != why) {
      RAPPORT_TRY(unit.remedies().set_aside(*remedy, person, why, aside_by));
      RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, clock_.now()));
      (*standing)->aside = why;
      (*standing)->aside_by = aside_by;
    }
    auto views = remedy_people(unit, by.workspace, {std::move(**standing)});
    RAPPORT_TRY(views);
    return std::move(views->front());
  });
}

}  // namespace rapport
