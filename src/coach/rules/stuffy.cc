#include <algorithm>
#include <string>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// Office words, and what people say instead.
struct Plain {
  std::string_view stuffy;
  std::string_view plain;
};
constexpr Plain kPlain[] = {
    {"utilise", "use"},
    {"utilize", "use"},
    {"utilising", "with"},
    {"utilizing", "with"},
    {"prior to", "before"},
    {"in order to", "to"},
    {"with regard to", "about"},
    {"with regards to", "about"},
    {"with respect to", "about"},
    {"in respect of", "about"},
    {"pursuant to", "by"},
    {"in accordance with", "by"},
    {"in the event of", "if there is"},
    {"in the event that", "if"},
    {"in light of", "because of"},
    {"upon receipt", "once it is here"},
    {"at this time", "now"},
    {"at your earliest convenience", "when you can"},
    {"going forward", "from now on"},
    {"further assistance", "more help"},
    {"kindly", "please"},
    {"commencement", "beginning"},
    {"designated", "right"},
    {"aforementioned", "this"},
    {"henceforth", "from now on"},
    {"merchandise", "things"},
    {"bezüglich", "zu"},
    {"hinsichtlich", "zu"},
    {"zeitnah", "bald"},
    {"dans les meilleurs délais", "vite"},
    {"con el fin de", "para"},
    {"a la mayor brevedad", "pronto"},
    {"al fine di", "per"},
    {"in merito a", "su"},
    {"no sentido de", "para"},
};

std::string_view plain_for(std::string_view stuffy) {
  const std::string folded = fold_case(stuffy);
  for (const Plain& one : kPlain) {
    if (one.stuffy == folded) return one.plain;
  }
  return {};
}

}  // namespace

void review_stuffy(const View& view, Findings& out) {
  const Side& draft = view.draft;
  Finding finding;
  finding.rule = Rule::kStuffy;
  finding.severity = Severity::kConsider;
  finding.draft_spans = sentences_that(view, Manner::kOffice, office_phrases().spans(draft));
  // Where there is a plain word for it, the stuffy one is always told.
  for (const Span span : office_phrases().spans(draft)) {
    if (plain_for(draft.of(span)).empty()) continue;
    if (std::find(finding.draft_spans.begin(), finding.draft_spans.end(), span) ==
        finding.draft_spans.end()) {
      finding.draft_spans.push_back(span);
    }
  }
  std::sort(finding.draft_spans.begin(), finding.draft_spans.end(),
            [](Span a, Span b) { return a.begin < b.begin; });
  if (finding.draft_spans.empty()) return;
  finding.why = "Nobody speaks like this across a counter.";
  finding.next = "Say it as you would say it to them.";
  for (std::size_t i = 0; i < finding.draft_spans.size(); ++i) {
    const std::string_view said = draft.of(finding.draft_spans[i]);
    const std::string_view plain = plain_for(said);
    if (plain.empty()) continue;
    finding.next = "Instead of \"" + std::string(said) + "\": " + std::string(plain) + ".";
    if (i == 0) finding.replace = plain;
    break;
  }
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
