#include "coach/replies_ready.h"
#include "coach/rules/history.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

constexpr std::size_t kMostShown = 3;

// Earlier replies that are nearly this draft.
std::vector<std::size_t> copies_of(const View& view) {
  std::vector<std::size_t> out;
  const Exchange& exchange = *view.exchange;
  if (exchange.sent.empty() && exchange.replies == nullptr) return out;
  FingerprintMaker maker;
  const Fingerprint draft = maker.make(view.draft.text);
  if (!draft.comparable()) return out;
  for (std::size_t i = 0; i < exchange.sent.size() && out.size() < kMostShown; ++i) {
    if (are_near_duplicates(draft, maker.make(exchange.sent[i].reply)) &&
        says_the_same(view.draft, exchange.sent[i].reply)) {
      out.push_back(i);
    }
  }
  if (exchange.replies == nullptr) return out;
  const std::vector<Fingerprint>& ready = exchange.replies->ready().replies;
  for (std::size_t i = 0; i < ready.size() && out.size() < kMostShown; ++i) {
    if (are_near_duplicates(draft, ready[i]) &&
        says_the_same(view.draft, (*exchange.replies)[i].reply)) {
      out.push_back(exchange.sent.size() + i);
    }
  }
  return out;
}

}  // namespace

void review_generic(const View& view, Findings& out) {
  Finding finding;
  finding.rule = Rule::kGeneric;
  finding.earlier = view.told_already;
  if (!finding.earlier.empty()) {
    finding.severity = Severity::kFix;
    finding.draft_spans = {whole(view.draft)};
    finding.why = "They already got nearly these words from us.";
    finding.next = "Say what has happened since, or what you can do now.";
    out.push_back(std::move(finding));
    return;
  }
  finding.earlier = copies_of(view);
  if (!finding.earlier.empty()) {
    finding.severity = Severity::kFix;
    finding.draft_spans = {whole(view.draft)};
    finding.why = "Somebody else already got nearly these words from us.";
    finding.next = "Say what is true of this person alone.";
    out.push_back(std::move(finding));
    return;
  }
  finding.severity = Severity::kConsider;
  finding.draft_spans = sentences_that(view, Manner::kStock, stock_phrases().spans(view.draft));
  if (finding.draft_spans.empty()) return;
  finding.why = "Everybody writes this under every post.";
  finding.next = "Leave it out, or say it about what they told you.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
