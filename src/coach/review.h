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

struct Finding {
  Rule rule = Rule::kUnanswered;
  Severity severity = Severity::kConsider;
  std::vector<Span> draft_spans;
  std::vector<Span> post_spans;
  std::string why;   // one plain sentence
  std::string next;  // what to do about it; of what is nice nothing
};

enum class PointKind : std::uint8_t { kQuestion, kRequest, kProblem };

std::string_view to_word(PointKind kind);

// Something they asked, asked for, or told of.
struct Point {
  PointKind kind = PointKind::kQuestion;
  Span post_span;
  std::vector<Span> draft_spans;  // what takes it up
  bool answered = false;
};

struct Review {
  std::vector<Point> points;      // in the order of the post
  std::vector<Finding> findings;  // what must be mended first
};

}  // namespace rapport::coach
