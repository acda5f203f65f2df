#include <algorithm>

#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

constexpr float kSure = 0.85F;
constexpr std::ptrdiff_t kFewest = 4;
// Beside an address or a link, whose parts look like words of some language.
constexpr std::ptrdiff_t kFewestWithAddress = 10;

bool is_known(const Side& side) {
  const auto words = std::count_if(side.words.begin(), side.words.end(), [](const Word& word) {
    return word.kind == TokenKind::kWord || word.kind == TokenKind::kDense;
  });
  const bool address = std::any_of(side.words.begin(), side.words.end(), [](const Word& word) {
    return word.kind == TokenKind::kEmail || word.kind == TokenKind::kLink;
  });
  return words >= (address ? kFewestWithAddress : kFewest) && side.reading.language != "und" &&
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
