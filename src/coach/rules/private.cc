#include <algorithm>

#include "coach/rules/private_signs.h"
#include "coach/rules/rules.h"

namespace rapport::coach {

bool they_wrote(const View& view, std::string_view words) {
  if (view.post.text.find(words) != std::string_view::npos) return true;
  if (view.exchange == nullptr) return false;
  const std::vector<Said>& thread = view.exchange->thread;
  return std::any_of(thread.begin(), thread.end(), [words](const Said& said) {
    return !said.ours && said.text.find(words) != std::string_view::npos;
  });
}

void review_private(const View& view, Findings& out) {
  // All of it has a figure in it, or is an address of mail; most drafts have neither.
  if (view.draft.text.find_first_of("0123456789@") == std::string_view::npos) return;
  Finding finding;
  finding.rule = Rule::kPrivate;
  finding.severity = Severity::kFix;
  for (const auto find :
       {find_addresses, find_numbers, find_codes, find_streets, find_births, find_rooms}) {
    find(view, finding.draft_spans);
  }
  if (finding.draft_spans.empty()) return;
  std::sort(finding.draft_spans.begin(), finding.draft_spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::uint32_t behind = 0;
  std::erase_if(finding.draft_spans, [&behind](const Span& span) {
    if (span.begin < behind) return true;
    behind = span.end;
    return false;
  });
  finding.why = "Anyone can read this, and it is theirs.";
  finding.next = "Leave it out, or send it where only they read it.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
