// What the coach says of a draft: their points, ticked or not, and findings. There is no score.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace rapport::coach {

// docs/coach.md says what each is for.
enum class Rule : std::uint8_t {
  kUnanswered,
  kPoints,
  kEmpathy,
  kDefensive,
  kDeflect,
  kTone,
  kPrivate,
  kPromise,
  kContradiction,
  kLanguage,
  kLimits,
  kName,
  kGeneric,
  kThin,
  kHype,
  kStuffy,
  kResource,
  kOpen,
  kInvites,
};
inline constexpr std::size_t kRules = 19;

enum class Severity : std::uint8_t { kFix, kConsider, kNice };

std::string_view to_word(Rule rule);
std::optional<Rule> rule_of(std::string_view word);
std::string_view to_word(Severity severity);
std::optional<Severity> severity_of(std::string_view word);

// The gravest that a rule says of itself, and whether it praises, too.
Severity usual_severity(Rule rule);
bool can_praise(Rule rule);

struct Finding {
  Rule rule = Rule::kUnanswered;
  Severity severity = Severity::kConsider;
  std::vector<Span> draft_spans;
  std::vector<Span> post_spans;
  std::string why;   // one plain sentence
  std::string next;  // what to do about it; of what is nice nothing
  // What to write in place of the first draft span; an empty text: leave it out.
  std::optional<std::string> replace;
  // Earlier replies it is about: places in Exchange::sent, and behind these in Exchange::replies.
  std::vector<std::size_t> earlier;
  std::optional<std::size_t> article;  // the one it is about: a place in Exchange::articles
};

enum class PointKind : std::uint8_t { kQuestion, kRequest, kProblem };

std::string_view to_word(PointKind kind);

// Something they asked, asked for, or told of.
struct Point {
  PointKind kind = PointKind::kQuestion;
  Span post_span;
  std::vector<Span> draft_spans;  // what takes it up
  bool answered = false;
  bool in_doubt = false;  // not answered for sure, nor surely left out
};

struct Review {
  std::vector<Point> points;      // in the order of the post
  std::vector<Finding> findings;  // what must be mended first

  // The first that has to be mended; null if nothing has to.
  const Finding* to_mend() const;
  bool clean() const { return to_mend() == nullptr; }
};

}  // namespace rapport::coach
