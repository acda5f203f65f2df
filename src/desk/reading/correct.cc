#include <algorithm>
#include <utility>

#include "desk/reading/corrected_post.h"
#include "desk/reading/readings.h"
#include "store/store.h"

namespace rapport {
namespace {

struct WantedPart {
  ReadingPart part;
  std::vector<std::string> words;
};

Result<std::vector<WantedPart>> wanted_parts(const ReadingCorrection& correction,
                                             const Taxonomy& taxonomy) {
  std::vector<WantedPart> out;
  if (correction.sentiment) {
    out.push_back({ReadingPart::kSentiment, {std::string(to_word(*correction.sentiment))}});
  }
  if (correction.intents) {
    out.push_back({ReadingPart::kIntent, {}});
    for (const Intent each : *correction.intents) out.back().words.emplace_back(to_word(each));
  }
  if (correction.reasons) {
    out.push_back({ReadingPart::kReason, {}});
    for (const std::string& key : *correction.reasons) {
      if (taxonomy.find(key) == nullptr) return invalid("There is no such reason.", "reasons");
      out.back().words.push_back(taxonomy.resolve(key));
    }
  }
  return out;
}

// Whatever their order.
bool same(std::vector<std::string> a, std::vector<std::string> b) {
  for (auto* words : {&a, &b}) {
    std::ranges::sort(*words);
    const auto twins = std::ranges::unique(*words);
    words->erase(twins.begin(), twins.end());
  }
  return a == b;
}

}  // namespace

Result<ShownReading> Readings::correct(const Member& by, PostId id,
                                       const ReadingCorrection& correction) {
  if (!by.may_answer()) return forbidden("Your role can see readings, but not correct them.");
  RAPPORT_TRY(check_reads());
  const Time now = clock_.now();
  auto shown = store_.write([&](Unit& unit) -> Result<ShownReading> {
    auto at = CorrectedPost::find(unit, *reader_, by.workspace, id);
    RAPPORT_TRY(at);
    auto wanted = wanted_parts(correction, at->taxonomy);
    RAPPORT_TRY(wanted);
    bool changed = false;
    for (WantedPart& each : *wanted) {
      const auto before = at->words(each.part);
      if (same(before, each.words)) continue;
      RAPPORT_TRY(unit.members().audit({by.workspace, by.id, "reading.correct", to_string(id),
                                        at->told(each.part, before, each.words), now}));
      Correction made{by.workspace, id,    each.part, words_of(at->engine, each.part),
                      each.words,   by.id, now,       std::nullopt};
      RAPPORT_TRY(unit.teaching().save(made));
      changed = true;
    }
    if (!changed) return at->shown();
    auto corrections = unit.teaching().corrections(by.workspace, {id});
    RAPPORT_TRY(corrections);
    at->corrections = std::move(*corrections);
    RAPPORT_TRY(keep_corrected(unit, *reader_, at->post, now));
    return at->shown();
  });
  if (shown) note_taught(by.workspace);
  return shown;
}

}  // namespace rapport
