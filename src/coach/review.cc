#include "coach/review.h"

namespace rapport::coach {
namespace {

constexpr std::array<std::string_view, kRules> kRuleWords = {
    "unanswered", "points",        "empathy",  "defensive", "deflect", "tone",    "private",
    "promise",    "contradiction", "language", "limits",    "name",    "generic", "thin",
    "hype",       "stuffy",        "resource", "open",      "invites"};
constexpr std::array<std::string_view, 3> kSeverityWords = {"fix", "consider", "nice"};
constexpr std::array<std::string_view, 3> kPointWords = {"question", "request", "problem"};

template <class Word, std::size_t size>
std::optional<Word> found(const std::array<std::string_view, size>& words, std::string_view word) {
  for (std::size_t i = 0; i < size; ++i) {
    if (words[i] == word) return static_cast<Word>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_word(Rule rule) { return kRuleWords[static_cast<std::size_t>(rule)]; }
std::optional<Rule> rule_of(std::string_view word) { return found<Rule>(kRuleWords, word); }
std::string_view to_word(Severity severity) {
  return kSeverityWords[static_cast<std::size_t>(severity)];
}
std::optional<Severity> severity_of(std::string_view word) {
  return found<Severity>(kSeverityWords, word);
}

Severity usual_severity(Rule rule) {
  switch (rule) {
    case Rule::kPoints:
    case Rule::kInvites:
      return Severity::kNice;
    // What these call a fix was right less than nine times in ten (docs/coach.md): too seldom to
    // keep anybody from sending.
    case Rule::kUnanswered:
    case Rule::kEmpathy:
    case Rule::kDefensive:
    case Rule::kTone:
    case Rule::kPromise:
    case Rule::kContradiction:
    case Rule::kHype:
    // These never are.
    case Rule::kThin:
    case Rule::kStuffy:
    case Rule::kResource:
    case Rule::kOpen:
      return Severity::kConsider;
    default:
      return Severity::kFix;
  }
}

bool can_praise(Rule rule) {
  return rule == Rule::kPoints || rule == Rule::kInvites || rule == Rule::kEmpathy ||
         rule == Rule::kName || rule == Rule::kTone;
}

const Finding* Review::to_mend() const {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kFix) return &finding;
  }
  return nullptr;
}

std::string_view to_word(PointKind kind) { return kPointWords[static_cast<std::size_t>(kind)]; }

}  // namespace rapport::coach
