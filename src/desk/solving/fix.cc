#include "base/unicode.h"
#include "desk/announce.h"
#include "desk/must_be_here.h"
#include "desk/solving/solving.h"
#include "desk/solving/views.h"

namespace rapport {
namespace {

constexpr std::size_t kWordsMost = 2000;

Result<Done> check_request(const RemedyRequest& request) {
  if (trim(request.done).empty()) return invalid("Say what was done.", "done");
  if (request.done.size() > kWordsMost) {
    return invalid("That is too long: 2,000 bytes at most.", "done");
  }
  if (request.days < 1 || request.days > 366) return invalid("Ask for 1 to 366 days.", "days");
  return Done{};
}

// Posts that were read before a merge still stand under the merged key.
std::vector<std::string> told_as(const Taxonomy& taxonomy, const std::string& reason) {
  std::vector<std::string> keys;
  for (const ReasonView& each : taxonomy.all()) {
    if (taxonomy.resolve(each.key) == reason) keys.push_back(each.key);
  }
  return keys;
}

}  // namespace

Result<RemedyView> Solving::fix(const Member& by, const std::string& reason,
                                const RemedyRequest& request) {
  RAPPORT_TRY(check_may_solve(by));
  RAPPORT_TRY(check_request(request));
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<RemedyView> {
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    if (taxonomy->find(reason) == nullptr) return not_found("There is no such reason.");

    if (request.article) {
      RAPPORT_TRY(must_be_here(unit.knowledge().find(by.workspace, *request.article),
                               "There is no such article here.", "article_id"));
    }
    Remedy remedy;
    remedy.workspace = by.workspace;
    remedy.id = ids_.make<RemedyId>();
    remedy.reason = taxonomy->resolve(reason);
    remedy.done = std::string(trim(request.done));
    remedy.article = request.article;
    remedy.since = now - std::chrono::days{request.days};
    remedy.by = by.id;
    remedy.at = now;
    auto raised = unit.remedies().raised(by.workspace, told_as(*taxonomy, remedy.reason),
                                         remedy.since, now, int{kMostPosts});
    RAPPORT_TRY(raised);
    remedy.whole = raised->whole && raised->people.size() <= kMostPeople;
    if (raised->people.size() > kMostPeople) raised->people.resize(kMostPeople);

    RAPPORT_TRY(unit.remedies().add(remedy));
    for (RemedyPerson& each : raised->people) {
      each.workspace = by.workspace;
      each.remedy = remedy.id;
      RAPPORT_TRY(unit.remedies().add_person(each));
    }
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    return remedy_view(unit, *taxonomy, std::move(remedy));
  });
}

}  // namespace rapport
