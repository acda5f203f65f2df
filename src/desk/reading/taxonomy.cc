#include "desk/reading/taxonomy.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "model/post_reading.h"
#include "store/store.h"

namespace rapport {

// FNV-1a.
std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

Taxonomy::Taxonomy(const std::vector<WorkspaceReason>& changed) {
  for (std::size_t i = 0; i < kReasons; ++i) {
    const std::string key(to_word(static_cast<Reason>(i)));
    reasons_.push_back({key, reason_name(key), true, ""});
  }
  for (const WorkspaceReason& each : changed) {
    const auto builtin = std::ranges::find(reasons_, each.key, &ReasonView::key);
    if (builtin == reasons_.end()) {
      reasons_.push_back({each.key, each.name, false, each.merged_into});
      continue;
    }
    if (!each.name.empty()) builtin->name = each.name;
    builtin->merged_into = each.merged_into;
  }
  std::stable_sort(reasons_.begin() + kReasons, reasons_.end(),
                   [](const ReasonView& a, const ReasonView& b) {
                     return fold_case(a.name) < fold_case(b.name);
                   });
}

Result<Taxonomy> Taxonomy::of(Unit& unit, WorkspaceId workspace) {
  auto changed = unit.teaching().reasons(workspace);
  if (!changed) return fail(std::move(changed.error()));
  Taxonomy taxonomy(*changed);
  auto topics = unit.topics().all(workspace);
  RAPPORT_TRY(topics);
  for (Topic& each : *topics) taxonomy.topics_[each.id] = std::move(each.name);
  return taxonomy;
}

const ReasonView* Taxonomy::find(std::string_view key) const {
  const auto found = std::ranges::find(reasons_, key, &ReasonView::key);
  return found == reasons_.end() ? nullptr : &*found;
}

std::string Taxonomy::resolve(std::string_view key) const {
  // A merge never makes a ring, and ends here if a broken row says otherwise.
  for (std::size_t step = 0; step <= reasons_.size(); ++step) {
    const ReasonView* reason = find(key);
    if (reason == nullptr || reason->merged_into.empty()) break;
    key = reason->merged_into;
  }
  return std::string(key);
}

std::string Taxonomy::name(std::string_view key) const {
  const ReasonView* reason = find(resolve(key));
  return reason == nullptr ? std::string(key) : reason->name;
}

bool Taxonomy::is_free(std::string_view name, std::string_view but_for_key) const {
  const std::string folded = fold_case(name);
  return std::ranges::none_of(reasons_, [&](const ReasonView& each) {
    return each.key != but_for_key && each.merged_into.empty() && fold_case(each.name) == folded;
  });
}

std::string Taxonomy::topic(std::int64_t id) const {
  const auto found = topics_.find(id);
  return found == topics_.end() ? std::string() : found->second;
}

std::size_t Taxonomy::added() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      reasons_, [](const ReasonView& each) { return !each.builtin && each.merged_into.empty(); }));
}

ReasonTaxonomy Taxonomy::for_engine() const {
  ReasonTaxonomy out;
  for (std::string& key : out.builtin) key = resolve(key);
  for (const ReasonView& each : reasons_) {
    if (!each.builtin && each.merged_into.empty()) out.own.push_back(each.key);
  }
  std::ranges::sort(out.own);
  return out;
}

std::uint64_t Taxonomy::hash() const {
  std::uint64_t hash = 0;
  for (const ReasonView& each : reasons_) {
    if (each.merged_into.empty()) continue;
    hash += stable_hash(each.key + " " + each.merged_into);  // in no order: names move them about
  }
  return hash;
}

ShownReading shown_reading(Reading reading, const std::vector<Correction>& corrections,
                           const Taxonomy& taxonomy) {
  ShownReading shown;
  for (Correction each : corrections) {
    if (!each.stands()) continue;
    if (each.part == ReadingPart::kReason) {
      for (std::string& key : each.now) key = taxonomy.resolve(key);
    }
    correct(reading, each.part, each.now);
    shown.corrected.push_back(each.part);
  }
  std::ranges::sort(shown.corrected);
  for (const auto& found : reading.reasons) {
    shown.reason_names.push_back(taxonomy.name(found.label));
  }
  // One that was merged or forgotten a moment ago has no name.
  std::erase_if(reading.topics,
                [&](const auto& found) { return taxonomy.topic(found.label).empty(); });
  for (const auto& found : reading.topics) {
    shown.topic_names.push_back(taxonomy.topic(found.label));
  }
  shown.reading = std::move(reading);
  return shown;
}

}  // namespace rapport
