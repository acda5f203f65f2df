#include "listen/parse.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "listen/check.h"
#include "listen/lexer.h"
#include "listen/pattern.h"
#include "listen/values.h"
#include "text/characters/characters.h"

namespace rapport {
namespace {

constexpr std::size_t kMostDiagnostics = 50;

bool begins_operand(LexemeKind kind) {
  switch (kind) {
    case LexemeKind::kWord:
    case LexemeKind::kQuoted:
    case LexemeKind::kExact:
    case LexemeKind::kOpen:
    case LexemeKind::kMinus:
    case LexemeKind::kField:
    case LexemeKind::kRange:
    case LexemeKind::kNot:
      return true;
    default:
      return false;
  }
}

bool ends_operand(LexemeKind kind) {
  return kind == LexemeKind::kWord || kind == LexemeKind::kQuoted || kind == LexemeKind::kExact ||
         kind == LexemeKind::kClose || kind == LexemeKind::kRange;
}

// A node over the operands given, those of the same kind taken in.
QueryTree joined(QueryKind kind, std::vector<QueryTree> of) {
  QueryTree out;
  out.kind = kind;
  out.span = {of.front().span.begin, of.back().span.end};
  for (QueryTree& each : of) {
    if (each.kind == kind) {
      for (QueryTree& inner : each.of) out.of.push_back(std::move(inner));
    } else {
      out.of.push_back(std::move(each));
    }
  }
  return out;
}

class Parser {
 public:
  Parser(std::string_view text, Mixing mixing, std::vector<Diagnostic>& diagnostics)
      : text_(text), mixing_(mixing), diagnostics_(diagnostics) {}

  std::optional<QueryTree> run() {
    lexemes_ = lex_query(text_, diagnostics_);
    if (now().kind == LexemeKind::kEnd) {
      if (diagnostics_.empty()) {
        error(DiagnosticCode::kEmpty, {0, static_cast<std::uint32_t>(text_.size())},
              "There is nothing to search for yet.");
      }
      return std::nullopt;
    }
    auto query = either();
    while (now().kind != LexemeKind::kEnd && !given_up_) {
      if (now().kind == LexemeKind::kClose) {
        error(DiagnosticCode::kStrayBracket, now().span, "Nothing was opened for this bracket.",
              QueryFix{now().span, ""});
        next();
      }
      if (now().kind != LexemeKind::kEnd) either();
    }
    return query;
  }

 private:
  const Lexeme& now() const { return lexemes_[at_]; }
  void next() {
    if (at_ + 1 < lexemes_.size()) ++at_;
  }
  std::string_view written(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  void tell(Severity severity, DiagnosticCode code, Span span, std::string reason,
            std::optional<QueryFix> fix) {
    diagnostics_.push_back({severity, code, span, std::move(reason), std::move(fix)});
  }
  void error(DiagnosticCode code, Span span, std::string reason,
             std::optional<QueryFix> fix = std::nullopt) {
    tell(Severity::kError, code, span, std::move(reason), std::move(fix));
  }
  void warn(DiagnosticCode code, Span span, std::string reason,
            std::optional<QueryFix> fix = std::nullopt) {
    tell(Severity::kWarning, code, span, std::move(reason), std::move(fix));
  }

  // a OR b
  std::optional<QueryTree> either() {
    std::vector<QueryTree> of;
    std::vector<Span> loose;  // ANDs without brackets
    bool several = false;
    for (;;) {
      bool is_loose = false;
      auto one = all(is_loose);
      if (one) {
        if (is_loose) loose.push_back(one->span);
        of.push_back(std::move(*one));
      }
      if (now().kind != LexemeKind::kOr || given_up_) break;
      several = true;
      next();
    }
    if (several) {
      for (const Span each : loose) mixed(each);
    }
    if (of.empty()) return std::nullopt;
    if (of.size() == 1) return std::move(of.front());
    return joined(QueryKind::kOr, std::move(of));
  }

  void mixed(Span span) {
    tell(mixing_ == Mixing::kRefused ? Severity::kError : Severity::kWarning,
         DiagnosticCode::kMixed, span,
         "AND and OR stand side by side. AND binds more tightly than OR: brackets show what you "
         "mean.",
         QueryFix{span, "(" + std::string(written(span)) + ")"});
  }

  // a AND b, a b, a NOT b
  std::optional<QueryTree> all(bool& is_loose) {
    std::vector<QueryTree> of;
    for (;;) {
      if (auto one = negated()) of.push_back(std::move(*one));
      if (given_up_) break;
      if (now().kind == LexemeKind::kAnd) {
        next();
      } else if (!begins_operand(now().kind)) {
        break;
      }
    }
    if (of.empty()) return std::nullopt;
    if (of.size() == 1) return std::move(of.front());
    is_loose = true;
    return joined(QueryKind::kAnd, std::move(of));
  }

  // NOT a
  std::optional<QueryTree> negated() {
    if (now().kind != LexemeKind::kNot) return near();
    const Span sign = now().span;
    next();
    if (!deeper(sign)) return std::nullopt;
    auto inner = negated();
    --depth_;
    return without(sign, std::move(inner));
  }

  static std::optional<QueryTree> without(Span sign, std::optional<QueryTree> inner) {
    if (!inner) return std::nullopt;
    QueryTree out;
    out.kind = QueryKind::kNot;
    out.span = {sign.begin, inner->span.end};
    out.of.push_back(std::move(*inner));
    return out;
  }

  // a NEAR/3 b
  std::optional<QueryTree> near() {
    auto first = operand();
    if (now().kind != LexemeKind::kNear || given_up_) return first;
    QueryTree out;
    out.kind = QueryKind::kNear;
    bool whole = first.has_value();
    if (first) out.of.push_back(std::move(*first));
    while (now().kind == LexemeKind::kNear && !given_up_) {
      out.steps.push_back(now().step);
      next();
      auto one = operand();
      whole = whole && one.has_value();
      if (one) out.of.push_back(std::move(*one));
    }
    if (!whole) return std::nullopt;
    out.span = {out.of.front().span.begin, out.of.back().span.end};
    return out;
  }

  bool deeper(Span span) {
    if (++depth_ <= kMostQueryDepth) return true;
    if (!given_up_) {
      error(DiagnosticCode::kTooDeep, span,
            "Brackets stand within brackets more than " + std::to_string(kMostQueryDepth) +
                " deep here.");
    }
    given_up_ = true;
    return false;
  }

  std::optional<QueryTree> operand() {
    for (;;) {
      const Lexeme& lexeme = now();
      switch (lexeme.kind) {
        case LexemeKind::kAnd:
        case LexemeKind::kOr:
        case LexemeKind::kNear:
          error(DiagnosticCode::kMissingOperand, lexeme.span,
                "“" + std::string(written(lexeme.span)) + "” needs something before it.",
                removed(lexeme.span));
          next();
          continue;
        case LexemeKind::kEnd:
        case LexemeKind::kClose:
          missing_behind();
          return std::nullopt;
        case LexemeKind::kNot: {  // behind a NEAR
          return negated();
        }
        case LexemeKind::kMinus: {
          const Span sign = lexeme.span;
          next();
          if (!deeper(sign)) return std::nullopt;
          auto inner = operand();
          --depth_;
          return without(sign, std::move(inner));
        }
        case LexemeKind::kOpen:
          return group();
        case LexemeKind::kField:
          return field();
        case LexemeKind::kRange:
        case LexemeKind::kWord:
        case LexemeKind::kQuoted:
        case LexemeKind::kExact: {
          auto found = leaf(lexeme, at_);
          next();
          return found;
        }
      }
    }
  }

  // The bytes and the spaces behind them, or those before them at the end.
  QueryFix removed(Span span) const {
    std::uint32_t end = span.end;
    while (end < text_.size() && text_[end] == ' ') ++end;
    std::uint32_t begin = span.begin;
    if (end == text_.size() || text_[end] == ')') {
      while (begin > 0 && text_[begin - 1] == ' ') --begin;
    }
    return {{begin, end}, ""};
  }

  void missing_behind() {
    if (at_ == 0) return;  // told already
    const Lexeme& before = lexemes_[at_ - 1];
    switch (before.kind) {
      case LexemeKind::kAnd:
      case LexemeKind::kOr:
      case LexemeKind::kNot:
      case LexemeKind::kNear:
      case LexemeKind::kMinus:
        error(DiagnosticCode::kMissingOperand, before.span,
              "“" + std::string(written(before.span)) + "” needs something behind it.",
              removed(before.span));
        break;
      case LexemeKind::kOpen:
        if (now().kind == LexemeKind::kClose) {
          const Span span{before.span.begin, now().span.end};
          error(DiagnosticCode::kNothingInside, span, "Nothing stands in these brackets.",
                removed(span));
        }
        break;
      default:
        break;
    }
  }

  std::optional<QueryTree> group() {
    const Span open = now().span;
    next();
    if (!deeper(open)) return std::nullopt;
    auto inner = either();
    --depth_;
    if (given_up_) return std::nullopt;
    if (now().kind != LexemeKind::kClose) {
      const auto end = static_cast<std::uint32_t>(text_.size());
      error(DiagnosticCode::kUnclosedBracket, open, "The bracket that opens here is never closed.",
            QueryFix{{end, end}, ")"});
      return std::nullopt;
    }
    const Lexeme close = now();
    next();
    if (!inner) return std::nullopt;
    inner->span = {open.begin, close.span.end};
    if (close.within) return together(std::move(*inner), *close.within, close);
    return inner;
  }

  // ( … )~n and "…"~n
  std::optional<QueryTree> together(QueryTree inner, unsigned words, const Lexeme& close) {
    const Span span = inner.span;
    if (scope_ && facts_of(*scope_).kind != FieldKind::kWords) {
      error(DiagnosticCode::kInsideNear, span, "Only words can be near one another.");
      return std::nullopt;
    }
    if (inner.kind != QueryKind::kAnd) {
      const auto behind = static_cast<std::uint32_t>(text_.find_last_of('~', close.span.end - 1));
      warn(DiagnosticCode::kNothingNear, span,
           inner.kind == QueryKind::kOr
               ? "Each of these is found by itself, so “~” has nothing to be near. Write AND "
                 "between what must stand together."
               : "One thing alone has nothing to be near, so “~” is left out.",
           QueryFix{{behind, close.span.end}, ""});
      return inner;
    }
    if (inner.of.size() > kMostTogether) {
      error(DiagnosticCode::kTooManyTogether, span,
            "At most " + std::to_string(kMostTogether) + " things can be asked to stand together.");
      return std::nullopt;
    }
    inner.kind = QueryKind::kTogether;
    inner.within = words;
    return inner;
  }

  std::optional<QueryTree> field() {
    const Lexeme name = now();
    next();
    if (scope_) {
      error(DiagnosticCode::kBadValue, name.span, "A field cannot stand within another field.");
    }
    const auto outer = scope_;
    scope_ = name.field;
    std::optional<QueryTree> value;
    switch (now().kind) {
      case LexemeKind::kOpen:
        value = group();
        break;
      case LexemeKind::kWord:
      case LexemeKind::kQuoted:
      case LexemeKind::kExact:
      case LexemeKind::kRange:
        value = leaf(now(), at_);
        next();
        break;
      default:
        error(DiagnosticCode::kMissingValue, name.span,
              "“" + std::string(facts_of(name.field).name) +
                  ":” needs its value directly behind the colon.",
              removed(name.span));
        break;
    }
    scope_ = outer;
    if (value) value->span.begin = name.span.begin;
    return value;
  }

  std::optional<QueryTree> leaf(const Lexeme& lexeme, std::size_t index) {
    if (scope_ && facts_of(*scope_).kind != FieldKind::kWords) {
      if (lexeme.within) {
        error(DiagnosticCode::kInsideNear, lexeme.span, "Only words can be near one another.");
        return std::nullopt;
      }
      return read_field_value(*scope_, lexeme.text, lexeme.span, diagnostics_);
    }
    if (lexeme.kind == LexemeKind::kRange) {
      error(DiagnosticCode::kBadValue, lexeme.span, "Words have no range.");
      return std::nullopt;
    }
    if (lexeme.kind == LexemeKind::kWord && !scope_) small_operator(lexeme, index);
    QueryTree out;
    out.text = lexeme.kind == LexemeKind::kWord ? lexeme.text : std::string(trim(lexeme.text));
    out.style = lexeme.kind == LexemeKind::kWord     ? WordStyle::kBare
                : lexeme.kind == LexemeKind::kQuoted ? WordStyle::kQuoted
                                                     : WordStyle::kExact;
    out.span = lexeme.span;
    if (scope_) {
      out.section = *scope_ == QueryField::kTitle ? Section::kTitle : Section::kText;
    }
    if (!words_are_good(out, lexeme)) return std::nullopt;
    if (lexeme.within) return phrase_together(out, lexeme);
    return out;
  }

  // "a b"~3
  std::optional<QueryTree> phrase_together(const QueryTree& phrase, const Lexeme& lexeme) {
    const CharacterTable& table = CharacterTable::get();
    std::vector<QueryTree> of;
    std::string word;
    const auto finish = [&] {
      if (!word.empty() && !WordPattern(word, phrase.style).empty()) {
        of.push_back(phrase);
        of.back().text = word;
      }
      word.clear();
    };
    for (std::size_t at = 0; at < phrase.text.size();) {
      const Decoded next = decode(phrase.text, at);
      if (table.is(next.point, kSpaceClass | kControlClass)) {
        finish();
      } else {
        word += phrase.text.substr(at, next.size);
      }
      at += next.size;
    }
    finish();
    QueryTree all = of.size() == 1 ? of.front() : joined(QueryKind::kAnd, std::move(of));
    all.span = lexeme.span;
    return together(std::move(all), *lexeme.within, lexeme);
  }

  // "and" where AND was probably meant.
  void small_operator(const Lexeme& lexeme, std::size_t index) {
    const bool between = index > 0 && ends_operand(lexemes_[index - 1].kind) &&
                         begins_operand(lexemes_[index + 1].kind);
    if (!between) return;
    std::string large = lexeme.text;
    for (char& c : large) {
      if (c >= 'a' && c <= 'z' && !(c == 'f' && &c == &large.back())) {
        c = static_cast<char>(c - 'a' + 'A');
      }
    }
    const bool near =
        (large.starts_with("NEAR/") || large.starts_with("ONEAR/")) && large.back() != '/';
    if (large != "AND" && large != "OR" && large != "NOT" && !near) return;
    warn(DiagnosticCode::kSmallOperator, lexeme.span,
         "“" + lexeme.text + "” is searched for as a word. Operators are written in capitals.",
         QueryFix{lexeme.span, large});
  }

  bool words_are_good(const QueryTree& words, const Lexeme& lexeme) {
    const WordPattern pattern(words.text, words.style);
    if (pattern.empty()) {
      nothing_there(words, lexeme);
      return false;
    }
    if (!wildcards_are_good(words, lexeme)) return false;
    if (words.style != WordStyle::kBare) return true;
    for (const auto& part : {pattern.dropped_before(), pattern.dropped_behind()}) {
      if (!part) continue;
      const Span span{lexeme.span.begin + part->begin, lexeme.span.begin + part->end};
      warn(DiagnosticCode::kDroppedSign, span,
           "“" + std::string(written(span)) + "” is not searched for: only what it stands beside.",
           QueryFix{span, ""});
    }
    return true;
  }

  void nothing_there(const QueryTree& words, const Lexeme& lexeme) {
    if (words.style != WordStyle::kBare && words.text.empty()) {
      error(DiagnosticCode::kNothingInside, lexeme.span,
            words.style == WordStyle::kQuoted ? "Nothing stands in these quotes."
                                              : "Nothing stands in these braces.",
            removed(lexeme.span));
      return;
    }
    std::optional<QueryFix> fix = removed(lexeme.span);
    std::string reason = "“" + words.text + "” has no letter, digit or emoji to search for.";
    if (words.text == "|" || words.text == "||") fix = QueryFix{lexeme.span, "OR"};
    if (words.text == "&" || words.text == "&&") fix = QueryFix{lexeme.span, "AND"};
    if (words.text == "-" || words.text == "!") fix = QueryFix{lexeme.span, "NOT"};
    error(DiagnosticCode::kNothingToSearch, lexeme.span, std::move(reason), std::move(fix));
  }

  bool wildcards_are_good(const QueryTree& words, const Lexeme& lexeme) {
    const std::size_t inside = std::min(written(lexeme.span).find(words.text), words.text.size());
    const std::uint32_t begin = lexeme.span.begin + static_cast<std::uint32_t>(inside);
    // An address has its own question mark.
    if (words.text.find("://") != std::string::npos) return true;
    const CharacterTable& table = CharacterTable::get();
    std::size_t letters = 0;
    for (std::size_t at = 0; at < words.text.size();) {
      const Decoded next = decode(words.text, at);
      const Span span{begin + static_cast<std::uint32_t>(at),
                      begin + static_cast<std::uint32_t>(at) + next.size};
      if (next.point == U'*' && letters < 2) {
        error(DiagnosticCode::kWildcard, span,
              "“*” can stand inside of a word or at its end, behind two letters at least.",
              QueryFix{span, ""});
        return false;
      }
      const bool phrase = words.style != WordStyle::kBare;
      if (next.point == U'?' && letters < 1 && !phrase) {
        error(DiagnosticCode::kWildcard, span,
              "“?” stands for one letter inside of a word or at its end.", QueryFix{span, ""});
        return false;
      }
      if (next.point == U'?' && letters > 0 && phrase) {
        const Decoded after = at + 1 < words.text.size() ? decode(words.text, at + 1) : Decoded{};
        if (!table.is(after.point, kLetterClass | kNumberClass) && after.point != U'?') {
          warn(DiagnosticCode::kQuestionMark, span,
               "“?” stands for exactly one more letter. Leave it out to find the word as it is.",
               QueryFix{span, ""});
        }
      }
      if (table.is(next.point, kLetterClass | kNumberClass)) {
        ++letters;
      } else if (next.point != U'*' && next.point != U'?' && next.point != U'\'' &&
                 next.point != U'’' && next.point != U'_' &&
                 !table.is(next.point, kMarkClass | kExtendClass)) {
        letters = 0;
      }
      at += next.size;
    }
    return true;
  }

  std::string_view text_;
  Mixing mixing_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool given_up_ = false;
  std::optional<QueryField> scope_;  // the field whose group or value is read
};

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

}  // namespace

ParsedQuery parse_query(std::string_view text, Mixing mixing) {
  ParsedQuery out;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), UINT32_MAX));
  const std::size_t characters = count_characters(text);
  if (characters > kMostQueryCharacters) {
    out.diagnostics.push_back({Severity::kError,
                               DiagnosticCode::kTooLong,
                               {0, end},
                               "A query has at most " + std::to_string(kMostQueryCharacters) +
                                   " characters; this one has " + std::to_string(characters) + ".",
                               std::nullopt});
    return out;
  }
  if (!is_utf8(text)) {
    out.diagnostics.push_back({Severity::kError,
                               DiagnosticCode::kBrokenText,
                               {0, end},
                               "The query is not readable text (UTF-8).",
                               std::nullopt});
    return out;
  }
  auto query = Parser(text, mixing, out.diagnostics).run();
  const auto has_error = [&out] {
    return std::any_of(out.diagnostics.begin(), out.diagnostics.end(),
                       [](const Diagnostic& each) { return each.severity == Severity::kError; });
  };
  if (query && !has_error()) check_query(*query, out.diagnostics);
  std::stable_sort(
      out.diagnostics.begin(), out.diagnostics.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  const bool wrong = has_error();
  if (!wrong) out.query = std::move(query);
  if (wrong && out.diagnostics.size() > kMostDiagnostics) {
    std::erase_if(out.diagnostics,
                  [](const Diagnostic& each) { return each.severity != Severity::kError; });
  }
  // Nobody reads further.
  if (out.diagnostics.size() > kMostDiagnostics) {
    out.diagnostics.erase(out.diagnostics.begin() + kMostDiagnostics, out.diagnostics.end());
  }
  return out;
}

}  // namespace rapport
