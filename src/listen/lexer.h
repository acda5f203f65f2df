// A query cut into lexemes: brackets, operators, words, phrases, fields and their values.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "listen/diagnostic.h"
#include "listen/query.h"

namespace rapport {

enum class LexemeKind {
  kWord,    // bare; `text` as written
  kQuoted,  // `text` between the quotes
  kExact,   // `text` between the braces
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,
  kNear,   // `step`
  kMinus,  // "-" directly before an operand
  kField,  // `field` and its colon; what follows is its value
  kRange,  // a value: "[a TO b]", ">5", "<=5"; `text` as written
  kEnd,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::kEnd;
  Span span;
  std::string text;
  NearStep step;
  QueryField field = QueryField::kNetwork;
  // "~n" behind quotes or a closing bracket.
  std::optional<unsigned> within;
};

inline constexpr unsigned kMostWordsApart = 1000;

// Appends what is wrong to `diagnostics` and goes on behind it. The last lexeme is kEnd. `query`
// must be UTF-8.
std::vector<Lexeme> lex_query(std::string_view query, std::vector<Diagnostic>& diagnostics);

}  // namespace rapport
