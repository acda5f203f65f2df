#include "desk/coaching/coaching.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<RuleView>> Coaching::change_rules(const Member& by,
                                                     const std::vector<RuleView>& changes) {
  if (!by.may(Permission::kManageWorkspace)) {
    return forbidden("Which rules the coach follows is for owners and admins to say.");
  }
  for (const RuleView& each : changes) {
    if (each.setting == RuleSetting::kNice && !coach::can_praise(each.rule)) {
      return invalid("The rule " + std::string(to_word(each.rule)) + " never praises.", "rules");
    }
  }
  auto changed = store_.write([&](Unit& unit) -> Result<Done> {
    auto kept = unit.voices().rules(by.workspace);
    RAPPORT_TRY(kept);
    std::string told;
    for (const RuleView& each : changes) {
      const std::string rule(to_word(each.rule));
      RuleSetting before = RuleSetting::kUsual;
      for (const RuleChoice& choice : *kept) {
        if (choice.rule == rule) before = choice.setting;
      }
      if (before == each.setting) continue;
      RAPPORT_TRY(unit.voices().save(RuleChoice{by.workspace, rule, each.setting}));
      if (!told.empty()) told += "; ";
      told +=
          rule + ": " + std::string(to_word(before)) + " → " + std::string(to_word(each.setting));
    }
    if (told.empty()) return Done{};
    return unit.members().audit(
        {by.workspace, by.id, "coach.rules", to_string(by.workspace), told, clock_.now()});
  });
  RAPPORT_TRY(changed);
  brands_.forget(by.workspace);
  return rules(by);
}

}  // namespace rapport
