// What is wrong or doubtful about a query: where, why, and how to mend it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace rapport {

enum class Severity { kWarning, kError };

enum class DiagnosticCode {
  // Errors.
  kEmpty,            // nothing to search for
  kTooLong,          // more than kMostQueryCharacters
  kTooManyTerms,     // more than kMostQueryTerms
  kTooDeep,          // brackets within brackets beyond kMostQueryDepth
  kBrokenText,       // not UTF-8
  kUnclosedQuote,    //
  kUnclosedBrace,    //
  kUnclosedComment,  //
  kUnclosedBracket,  //
  kStrayBracket,     // closes what was never opened
  kMissingOperand,   // an operator with nothing beside it
  kNothingInside,    // (), "", {}
  kNothingToSearch,  // signs alone
  kUnknownField,     //
  kMissingValue,     // a field with nothing behind its colon
  kBadValue,         // a value that the field doesn't take
  kWildcard,         // where none can stand
  kDistance,         // NEAR or ~ without a number, or with one too large
  kTilde,            // ~n behind something that has no parts
  kInsideNear,       // what cannot be near anything: AND, NOT, most fields
  kTooManyTogether,  // more parts in ~n than can be searched
  kPureNegative,     // would find everything but
  // Warnings.
  kMixed,          // AND and OR without brackets; an error where the reader is strict
  kSmallOperator,  // "and", "or", "not", "near/3" searched as words
  kDroppedSign,    // a sign that is not searched
  kQuestionMark,   // "?" at a word's end in a phrase stands for a letter
  kNothingNear,    // (a OR b)~n: nothing that has to be near anything
  kBroad,          // finds a whole network, language …
};

std::string_view to_word(DiagnosticCode code);

// Replacing these bytes of the query by `with` mends it.
struct QueryFix {
  Span span;
  std::string with;

  bool operator==(const QueryFix&) const = default;
};

struct Diagnostic {
  Severity severity = Severity::kError;
  DiagnosticCode code = DiagnosticCode::kEmpty;
  Span span;           // bytes of the query; empty where something is missing
  std::string reason;  // a sentence or two for people
  std::optional<QueryFix> fix;
};

// The query with one thing mended.
std::string mended(std::string_view query, const QueryFix& fix);

}  // namespace rapport
