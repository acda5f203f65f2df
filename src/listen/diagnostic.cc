#include "listen/diagnostic.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<DiagnosticCode, 28> kCodes{{
    {DiagnosticCode::kEmpty, "empty"},
    {DiagnosticCode::kTooLong, "too_long"},
    {DiagnosticCode::kTooManyTerms, "too_many_terms"},
    {DiagnosticCode::kTooDeep, "too_deep"},
    {DiagnosticCode::kBrokenText, "broken_text"},
    {DiagnosticCode::kUnclosedQuote, "unclosed_quote"},
    {DiagnosticCode::kUnclosedBrace, "unclosed_brace"},
    {DiagnosticCode::kUnclosedComment, "unclosed_comment"},
    {DiagnosticCode::kUnclosedBracket, "unclosed_bracket"},
    {DiagnosticCode::kStrayBracket, "stray_bracket"},
    {DiagnosticCode::kMissingOperand, "missing_operand"},
    {DiagnosticCode::kNothingInside, "nothing_inside"},
    {DiagnosticCode::kNothingToSearch, "nothing_to_search"},
    {DiagnosticCode::kUnknownField, "unknown_field"},
    {DiagnosticCode::kMissingValue, "missing_value"},
    {DiagnosticCode::kBadValue, "bad_value"},
    {DiagnosticCode::kWildcard, "wildcard"},
    {DiagnosticCode::kDistance, "distance"},
    {DiagnosticCode::kTilde, "tilde"},
    {DiagnosticCode::kInsideNear, "inside_near"},
    {DiagnosticCode::kTooManyTogether, "too_many_together"},
    {DiagnosticCode::kPureNegative, "pure_negative"},
    {DiagnosticCode::kMixed, "mixed"},
    {DiagnosticCode::kSmallOperator, "small_operator"},
    {DiagnosticCode::kDroppedSign, "dropped_sign"},
    {DiagnosticCode::kQuestionMark, "question_mark"},
    {DiagnosticCode::kNothingNear, "nothing_near"},
    {DiagnosticCode::kBroad, "broad"},
}};

}  // namespace

std::string_view to_word(DiagnosticCode code) { return kCodes.word(code); }

std::string mended(std::string_view query, const QueryFix& fix) {
  std::string out(query.substr(0, fix.span.begin));
  out += fix.with;
  out += query.substr(fix.span.end);
  return out;
}

}  // namespace rapport
