#include "coach/rules/rules.h"
#include "coach/words.h"
#include "text/near_duplicates/near_duplicates.h"

namespace rapport::coach {

void review_generic(const View& view, Findings& out) {
  Finding finding;
  finding.rule = Rule::kGeneric;
  if (!view.exchange->sent.empty()) {
    FingerprintMaker maker;
    const Fingerprint draft = maker.make(view.draft.text);
    for (const SentReply& sent : view.exchange->sent) {
      if (!draft.comparable() || !are_near_duplicates(draft, maker.make(sent.reply))) continue;
      finding.severity = Severity::kFix;
      finding.draft_spans = {whole(view.draft)};
      finding.why = "Somebody else got nearly the same: \"" + std::string(sent.reply) + "\"";
      finding.next = "Say what is true of this person alone.";
      out.push_back(std::move(finding));
      return;
    }
  }
  finding.severity = Severity::kConsider;
  finding.draft_spans = stock_phrases().spans(view.draft);
  if (finding.draft_spans.empty()) return;
  finding.why = "Everybody writes this under every post.";
  finding.next = "Leave it out, or say it about what they told you.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
