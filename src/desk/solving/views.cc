#include "desk/solving/views.h"

#include <unordered_map>

#include "desk/inbox/rows.h"

namespace rapport {

Result<Done> check_may_solve(const Member& by) {
  if (!by.may_answer()) return forbidden("Your role can read this list, but not change it.");
  return Done{};
}

Result<RemedyView> remedy_view(Unit& unit, const Taxonomy& taxonomy, Remedy remedy) {
  RemedyView view;
  const std::string key = taxonomy.resolve(remedy.reason);
  const ReasonView* reason = taxonomy.find(key);
  view.reason = reason != nullptr ? *reason : ReasonView{key, taxonomy.name(key), false, ""};
  auto name = name_of(unit, remedy.workspace, remedy.by);
  RAPPORT_TRY(name);
  view.by_name = std::move(*name);
  if (remedy.article) {
    auto titles = article_titles(unit, remedy.workspace, {*remedy.article});
    RAPPORT_TRY(titles);
    if (!titles->empty()) view.article_title = std::move(titles->begin()->second);
  }
  auto progress = unit.remedies().progress(remedy);
  RAPPORT_TRY(progress);
  view.progress = *progress;
  view.remedy = std::move(remedy);
  return view;
}

Result<std::vector<RemedyPersonView>> remedy_people(Unit& unit, WorkspaceId workspace,
                                                    std::vector<RemedyStanding> standings) {
  std::vector<AccountId> ids;
  for (const RemedyStanding& each : standings) ids.push_back(each.account);
  auto accounts = unit.people().accounts(workspace, ids);
  RAPPORT_TRY(accounts);
  std::unordered_map<AccountId, const Account*> by_id;
  for (const Account& each : *accounts) by_id[each.id] = &each;

  std::vector<RemedyPersonView> views;
  for (RemedyStanding& each : standings) {
    RemedyPersonView view;
    if (const auto found = by_id.find(each.account); found != by_id.end()) {
      view.account = *found->second;
    }
    if (each.aside_by) {
      auto name = name_of(unit, workspace, *each.aside_by);
      RAPPORT_TRY(name);
      view.aside_by_name = std::move(*name);
    }
    view.standing = std::move(each);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace rapport
