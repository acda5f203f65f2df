#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

constexpr float kSure = 0.75F;
constexpr std::size_t kFewest = 4;

bool is_known(const Side& side) {
  return side.words.size() >= kFewest && side.reading.language != "und" &&
         side.reading.language_p >= kSure;
}

}  // namespace

void review_language(const View& view, Findings& out) {
  if (!is_known(view.draft) || !is_known(view.post)) return;
  if (view.draft.reading.language == view.post.reading.language) return;
  Finding finding;
  finding.rule = Rule::kLanguage;
  finding.severity = Severity::kFix;
  finding.draft_spans = {whole(view.draft)};
  finding.why = "They wrote in another language.";
  finding.next = "Answer in theirs, or say in it why you can't.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
