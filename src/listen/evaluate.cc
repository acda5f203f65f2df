#include "listen/evaluate.h"

#include <algorithm>

#include "listen/field_matches.h"
#include "listen/occurrences.h"

namespace rapport {
namespace {

// In order and apart: what overlaps becomes one.
std::vector<Span> apart(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Span> out;
  for (const Span& each : spans) {
    if (!out.empty() && each.begin < out.back().end) {
      out.back().end = std::max(out.back().end, each.end);
    } else {
      out.push_back(each);
    }
  }
  return out;
}

class Evaluator {
 public:
  explicit Evaluator(const HeardPost& post) : post_(post) {
    cut_spoken(post.title, Wildcards::kPlain, title_);
    cut_spoken(post.text, Wildcards::kPlain, text_);
  }

  // Spans are added only where the answer is true.
  bool holds(const QueryTree& query, FoundSpans& found) const {
    switch (query.kind) {
      case QueryKind::kWords:
      case QueryKind::kNear:
      case QueryKind::kTogether:
        return stands(query, found);
      case QueryKind::kField:
        return field_matches(query, post_, title_, text_);
      case QueryKind::kNot: {
        FoundSpans ignored;
        return !holds(query.of.front(), ignored);
      }
      case QueryKind::kAnd: {
        FoundSpans all;
        for (const QueryTree& each : query.of) {
          if (!holds(each, all)) return false;
        }
        add(all, found);
        return true;
      }
      case QueryKind::kOr: {
        bool any = false;
        for (const QueryTree& each : query.of) any = holds(each, found) || any;
        return any;
      }
    }
    return false;
  }

 private:
  static void add(const FoundSpans& more, FoundSpans& found) {
    found.title.insert(found.title.end(), more.title.begin(), more.title.end());
    found.text.insert(found.text.end(), more.text.begin(), more.text.end());
  }

  bool stands(const QueryTree& query, FoundSpans& found) const {
    const auto in_title = occurrences(query, Section::kTitle, post_.title, title_);
    const auto in_text = occurrences(query, Section::kText, post_.text, text_);
    for (const Occurrence& each : in_title) {
      found.title.insert(found.title.end(), each.spans.begin(), each.spans.end());
    }
    for (const Occurrence& each : in_text) {
      found.text.insert(found.text.end(), each.spans.begin(), each.spans.end());
    }
    return !in_title.empty() || !in_text.empty();
  }

  const HeardPost& post_;
  Spoken title_;
  Spoken text_;
};

}  // namespace

std::optional<FoundSpans> evaluate(const QueryTree& query, const HeardPost& post) {
  FoundSpans found;
  if (!Evaluator(post).holds(query, found)) return std::nullopt;
  return FoundSpans{apart(std::move(found.title)), apart(std::move(found.text))};
}

}  // namespace rapport
