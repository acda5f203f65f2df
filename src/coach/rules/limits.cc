#include <cctype>

#include "base/unicode.h"
#include "coach/rules/rules.h"
#include "text/length/length.h"

namespace rapport::coach {

void review_limits(const View& view, Findings& out) {
  const Exchange& exchange = *view.exchange;
  if (exchange.limit > 0) {
    const std::size_t length = said_length(exchange.draft, exchange.limit_unit);
    if (length > exchange.limit) {
      Finding finding;
      finding.rule = Rule::kLimits;
      finding.severity = Severity::kFix;
      const std::string_view fits = cut_graphemes(exchange.draft, exchange.limit);
      if (fits.size() < exchange.draft.size()) {
        finding.draft_spans = {{static_cast<std::uint32_t>(fits.size()),
                                static_cast<std::uint32_t>(exchange.draft.size())}};
      }
      finding.why =
          "It is longer by " + std::to_string(length - exchange.limit) + " than the network takes.";
      finding.next = "Shorten it, or make it two posts.";
      out.push_back(std::move(finding));
    }
  }
  if (exchange.picture_without_description) {
    Finding finding;
    finding.rule = Rule::kLimits;
    finding.severity = Severity::kConsider;
    finding.why = "The picture has no description, so some will not know what is on it.";
    finding.next = "Describe it in a sentence.";
    out.push_back(std::move(finding));
  }
  if (exchange.network != "bluesky") return;
  // There "@sam" without a dot is no account, and nobody is told.
  Finding finding;
  finding.rule = Rule::kLimits;
  finding.severity = Severity::kConsider;
  for (const TextEntity& entity : view.draft.reading.entities) {
    if (entity.kind != TextEntityKind::kMention) continue;
    // What is behind the dot may be no domain that is known ("@sam.example").
    const std::string_view behind = view.draft.text.substr(entity.span.end, 2);
    const bool goes_on = behind.size() == 2 && behind[0] == '.' &&
                         std::isalnum(static_cast<unsigned char>(behind[1])) != 0;
    if (!goes_on && view.draft.of(entity.span).find('.') == std::string_view::npos) {
      finding.draft_spans.push_back(entity.span);
    }
  }
  if (finding.draft_spans.empty()) return;
  finding.why = "This is no whole handle, so nobody is told of it.";
  finding.next = "Write the handle with its domain.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
