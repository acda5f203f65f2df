#include "desk/coaching/coached_brands.h"

#include <optional>
#include <utility>

#include "store/store.h"

namespace rapport {
namespace {

// How many of our replies the coach compares a draft with.
constexpr int kMostReplies = 200;

// Who wrote no reply for so long is read anew when they do.
constexpr std::chrono::minutes kKeptFor{30};

// A rule that the coach does not know any more is left alone.
coach::RuleSettings settings_of(const std::vector<RuleChoice>& choices) {
  coach::RuleSettings settings;
  for (const RuleChoice& each : choices) {
    if (const auto rule = coach::rule_of(each.rule)) settings[*rule] = each.setting;
  }
  return settings;
}

}  // namespace

Result<CoachedBrands::Brand> CoachedBrands::of(WorkspaceId workspace) {
  return kept_or_read(workspace, kLookedAfter);
}

Result<CoachedBrands::Brand> CoachedBrands::now(WorkspaceId workspace) {
  return kept_or_read(workspace, std::chrono::seconds{0});
}

Result<CoachedBrands::Brand> CoachedBrands::kept_or_read(WorkspaceId workspace,
                                                         std::chrono::seconds looked_after) {
  std::uint64_t changes = 0;
  Brand before;
  const Time looked_at = clock_.now();
  {
    std::lock_guard lock(mutex_);
    Kept& kept = kept_[workspace];
    kept.asked_at = looked_at;
    // A clock that was set back says nothing of how long ago that was.
    const auto age = looked_at - kept.looked_at;
    if (kept.brand && age >= age.zero() && age < looked_after) return kept.brand;
    before = kept.brand;
    changes = kept.changes;
  }
  if (before) {
    auto same = stands(workspace, before);
    RAPPORT_TRY(same);
    if (*same) {
      std::lock_guard lock(mutex_);
      kept_[workspace].looked_at = looked_at;
      return before;
    }
  }
  auto brand = read(workspace, before);
  RAPPORT_TRY(brand);
  auto shared = std::make_shared<const CoachedBrand>(std::move(*brand));
  std::lock_guard lock(mutex_);
  Kept& kept = kept_[workspace];
  // What was told meanwhile may not be in it: then it serves this once.
  if (kept.changes == changes) {
    kept.brand = shared;
    kept.looked_at = looked_at;
  }
  return Brand(std::move(shared));
}

void CoachedBrands::forget(WorkspaceId workspace) {
  std::lock_guard lock(mutex_);
  Kept& kept = kept_[workspace];
  kept.brand = nullptr;
  ++kept.changes;
}

void CoachedBrands::hear(const std::vector<Event>& events) {
  std::lock_guard lock(mutex_);
  for (const Event& event : events) {
    if (event.kind != EventKind::kConversation) continue;
    if (event.reason != "post" && event.reason != "edit" && event.reason != "delete") continue;
    const auto kept = kept_.find(event.workspace);
    if (kept == kept_.end()) continue;
    kept->second.behind = true;
    if (!kept->second.brand) ++kept->second.changes;  // it is being read just now
  }
}

Result<Done> CoachedBrands::refresh() {
  struct Behind {
    WorkspaceId workspace;
    Brand brand;
    std::uint64_t changes;
  };
  std::vector<Behind> behind;
  {
    std::lock_guard lock(mutex_);
    const Time oldest = clock_.now() - kKeptFor;
    std::erase_if(kept_, [&](const auto& each) { return each.second.asked_at < oldest; });
    for (auto& [workspace, kept] : kept_) {
      if (!kept.behind || !kept.brand) continue;
      kept.behind = false;
      behind.push_back({workspace, kept.brand, kept.changes});
    }
  }
  std::optional<Error> failed;
  for (const Behind& each : behind) {
    auto brand = read(each.workspace, each.brand);
    std::lock_guard lock(mutex_);
    const auto kept = kept_.find(each.workspace);
    if (!brand) {
      // The others are read all the same, and this one next time.
      if (kept != kept_.end()) kept->second.behind = true;
      failed = std::move(brand.error());
      continue;
    }
    if (kept == kept_.end() || kept->second.changes != each.changes) continue;
    kept->second.brand = std::make_shared<const CoachedBrand>(std::move(*brand));
  }
  if (failed) return fail(std::move(*failed));
  return Done{};
}

Result<bool> CoachedBrands::stands(WorkspaceId workspace, const Brand& brand) {
  return store_.read([&](Unit& unit) -> Result<bool> {
    auto voice = unit.voices().voice(workspace);
    RAPPORT_TRY(voice);
    auto rules = unit.voices().rules(workspace);
    RAPPORT_TRY(rules);
    return voice->changed_at == brand->voice.changed_at &&
           settings_of(*rules).of_rule == brand->rules.of_rule;
  });
}

Result<CoachedBrand> CoachedBrands::read(WorkspaceId workspace, const Brand& before) {
  std::vector<GivenAnswer> answers;
  auto brand = store_.read([&](Unit& unit) -> Result<CoachedBrand> {
    auto voice = unit.voices().voice(workspace);
    RAPPORT_TRY(voice);
    auto rules = unit.voices().rules(workspace);
    RAPPORT_TRY(rules);
    auto given = unit.posts().given_answers(workspace, kMostReplies);
    RAPPORT_TRY(given);
    answers = std::move(*given);
    return CoachedBrand{std::move(*voice), settings_of(*rules), nullptr};
  });
  RAPPORT_TRY(brand);
  brand->sent = before && before->sent->is_of(answers)
                    ? before->sent
                    : std::make_shared<const SentReplies>(std::move(answers));
  return brand;
}

}  // namespace rapport
