// A listening query as a tree of plain values: what a person wrote, read once and for all.
//
// docs/query-language.md tells what each kind means; parse.h makes trees of texts, print.h texts of
// trees, evaluate.h says what they find.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "listen/fields.h"
#include "model/reading.h"

namespace rapport {

enum class QueryKind {
  kWords,     // a term or a phrase
  kField,     // something about the post beside its words
  kAnd,       // two or more
  kOr,        // two or more
  kNot,       // one
  kNear,      // two or more side by side, with a step between each and the next
  kTogether,  // all within one stretch of the text, in any order; one or more
};

// How words were written, which is also how they are printed.
enum class WordStyle {
  kBare,    // acme, #acme, coca-cola
  kQuoted,  // "acme coffee"
  kExact,   // {Acme}: capitals and small letters as written
};

// Which words of a post are meant.
enum class Section { kAnywhere, kTitle, kText };

// What a NEAR asks of the operands beside it.
struct NearStep {
  unsigned words = 0;    // at most so many words between them
  bool ordered = false;  // the left one stands first

  bool operator==(const NearStep&) const = default;
};

struct QueryTree {
  QueryKind kind = QueryKind::kWords;

  // kWords: as written, without quotes and braces. kField: the value, in small letters where the
  // field has a fixed list.
  std::string text;
  WordStyle style = WordStyle::kBare;
  Section section = Section::kAnywhere;

  // kField. A range includes both ends, and is open where one is missing; `seen` counts seconds
  // since 1970.
  QueryField field = QueryField::kNetwork;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;

  std::vector<QueryTree> of;
  std::vector<NearStep> steps;  // kNear: one fewer than `of`
  unsigned within = 0;          // kTogether: at most so many other words among them

  Span span;  // where it stands in what was parsed; no part of what it means

  // Is it the same query? Where it was written doesn't matter.
  bool operator==(const QueryTree& other) const;
};

}  // namespace rapport
