#include "listen/lexer.h"

#include <charconv>

#include "text/characters/characters.h"

namespace rapport {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_quote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'‟' || c == U'＂';
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class Lexer {
 public:
  Lexer(std::string_view query, std::vector<Diagnostic>& diagnostics)
      : query_(query), table_(CharacterTable::get()), diagnostics_(diagnostics) {}

  std::vector<Lexeme> run() {
    while (skip_spaces()) {
      const std::size_t begin = at_;
      const char c = query_[at_];
      const bool is_value = value_of_.has_value();
      if (c == '(') {
        ++at_;
        add(LexemeKind::kOpen, begin);
      } else if (c == ')') {
        ++at_;
        Lexeme& close = add(LexemeKind::kClose, begin);
        tilde(close);
      } else if (is_quote(decode(query_, at_).point)) {
        quoted();
      } else if (c == '{') {
        exact();
      } else if (is_value && (c == '[' || c == '<' || c == '>')) {
        range(c);
      } else if (c == '-' && !is_value && begins_operand(at_ + 1)) {
        ++at_;
        add(LexemeKind::kMinus, begin);
      } else {
        bare(is_value);
      }
    }
    add(LexemeKind::kEnd, query_.size()).span = span_of(query_.size(), query_.size());
    return std::move(out_);
  }

 private:
  bool starts(std::string_view what) const { return query_.substr(at_, what.size()) == what; }

  void error(DiagnosticCode code, Span span, std::string reason,
             std::optional<QueryFix> fix = std::nullopt) {
    diagnostics_.push_back({Severity::kError, code, span, std::move(reason), std::move(fix)});
  }

  Lexeme& add(LexemeKind kind, std::size_t begin, std::string text = {}) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.span = span_of(begin, at_);
    lexeme.text = std::move(text);
    if (kind != LexemeKind::kField) value_of_.reset();
    return out_.emplace_back(std::move(lexeme));
  }

  // False at the end of the query.
  bool skip_spaces() {
    while (at_ < query_.size()) {
      const Decoded next = decode(query_, at_);
      if (table_.is(next.point, kSpaceClass | kControlClass)) {
        if (value_of_) missing_value(next.size);
        at_ += next.size;
      } else if (starts("<<<")) {
        if (value_of_) missing_value(0);
        const std::size_t end = query_.find(">>>", at_ + 3);
        if (end == query_.npos) {
          error(DiagnosticCode::kUnclosedComment, span_of(at_, at_ + 3),
                "The comment that begins here has no end. Close it with >>>.",
                QueryFix{span_of(query_.size(), query_.size()), ">>>"});
          at_ = query_.size();
        } else {
          at_ = end + 3;
        }
      } else {
        return true;
      }
    }
    if (value_of_) missing_value(0);
    return false;
  }

  // A field with a space, or nothing, behind its colon.
  void missing_value(std::size_t spaces) {
    const Span field = out_.back().span;
    const std::string name(facts_of(*value_of_).name);
    std::size_t behind = at_ + spaces;
    while (behind < query_.size() && query_[behind] == ' ') ++behind;
    std::optional<QueryFix> fix;
    if (spaces > 0 && behind < query_.size() && query_[behind] != ')') {
      fix = QueryFix{span_of(at_, behind), ""};
    } else {
      fix = QueryFix{field, "\"" + name + "\""};
    }
    error(DiagnosticCode::kMissingValue, field,
          "“" + name + ":” needs its value directly behind the colon, without a space.", fix);
    value_of_.reset();
    out_.pop_back();
  }

  // Is there something to exclude behind a "-"?
  bool begins_operand(std::size_t at) const {
    if (at >= query_.size()) return false;
    const Decoded next = decode(query_, at);
    if (table_.is(next.point, kSpaceClass | kControlClass)) return false;
    return next.point != U')' && next.point != U'-';
  }

  void tilde(Lexeme& lexeme) {
    if (at_ >= query_.size() || query_[at_] != '~') return;
    const std::size_t begin = at_++;
    const auto number = count();
    if (!number || *number > kMostWordsApart) {
      error(DiagnosticCode::kDistance, span_of(begin, at_),
            number ? "At most " + std::to_string(kMostWordsApart) + " words can be asked for."
                   : "“~” needs a number behind it: at most how many other words are between.",
            QueryFix{span_of(begin, at_), number ? "~" + std::to_string(kMostWordsApart) : "~5"});
      return;
    }
    lexeme.within = *number;
    lexeme.span.end = static_cast<std::uint32_t>(at_);
  }

  // The digits at at_; kMostWordsApart + 1 for any number beyond.
  std::optional<unsigned> count() {
    const std::size_t begin = at_;
    while (at_ < query_.size() && is_digit(query_[at_])) ++at_;
    if (at_ == begin) return std::nullopt;
    unsigned value = 0;
    const auto [end, wrong] = std::from_chars(query_.data() + begin, query_.data() + at_, value);
    if (wrong != std::errc{} || value > kMostWordsApart) return kMostWordsApart + 1;
    return value;
  }

  void quoted() {
    const std::size_t begin = at_;
    at_ += decode(query_, at_).size;
    std::string text;
    while (at_ < query_.size()) {
      const Decoded next = decode(query_, at_);
      if (is_quote(next.point)) {
        at_ += next.size;
        tilde(add(LexemeKind::kQuoted, begin, std::move(text)));
        return;
      }
      text += query_.substr(at_, next.size);
      at_ += next.size;
    }
    error(DiagnosticCode::kUnclosedQuote, span_of(begin, begin + decode(query_, begin).size),
          "The phrase that begins here has no closing quote.",
          QueryFix{span_of(query_.size(), query_.size()), "\""});
    add(LexemeKind::kQuoted, begin, std::move(text));
  }

  void exact() {
    const std::size_t begin = at_++;
    const std::size_t end = query_.find('}', at_);
    if (end == query_.npos) {
      error(DiagnosticCode::kUnclosedBrace, span_of(begin, begin + 1),
            "The exact words that begin here have no closing brace.",
            QueryFix{span_of(query_.size(), query_.size()), "}"});
    }
    const std::size_t close = std::min(end, query_.size());
    std::string text(query_.substr(at_, close - at_));
    at_ = end == query_.npos ? close : close + 1;
    tilde(add(LexemeKind::kExact, begin, std::move(text)));
  }

  void range(char c) {
    const std::size_t begin = at_;
    if (c == '[') {
      const std::size_t end = query_.find(']', at_);
      if (end == query_.npos) {
        error(DiagnosticCode::kBadValue, span_of(begin, begin + 1),
              "The range that begins here has no closing bracket: [1 TO 5].",
              QueryFix{span_of(query_.size(), query_.size()), "]"});
        at_ = query_.size();
      } else {
        at_ = end + 1;
      }
    } else {
      while (at_ < query_.size() && !ends_word(at_)) at_ += decode(query_, at_).size;
    }
    add(LexemeKind::kRange, begin, std::string(query_.substr(begin, at_ - begin)));
  }

  bool ends_word(std::size_t at) const {
    const Decoded next = decode(query_, at);
    return table_.is(next.point, kSpaceClass | kControlClass) || next.point == U'(' ||
           next.point == U')' || next.point == U'{' || next.point == U'}' || is_quote(next.point) ||
           query_.substr(at, 3) == "<<<";
  }

  void bare(bool is_value) {
    const std::size_t begin = at_;
    if (query_[at_] == '}') {
      ++at_;
      error(DiagnosticCode::kStrayBracket, span_of(begin, at_),
            "Nothing was opened for this brace.", QueryFix{span_of(begin, at_), ""});
      return;
    }
    while (at_ < query_.size() && !ends_word(at_)) {
      if (!is_value && query_[at_] == ':' && at_ > begin && field(begin)) return;
      at_ += decode(query_, at_).size;
    }
    const std::string_view word = query_.substr(begin, at_ - begin);
    if (is_value) {
      add(LexemeKind::kWord, begin, std::string(word));
    } else if (word == "AND") {
      add(LexemeKind::kAnd, begin);
    } else if (word == "OR") {
      add(LexemeKind::kOr, begin);
    } else if (word == "NOT") {
      add(LexemeKind::kNot, begin);
    } else if (!near(begin, word)) {
      Lexeme& lexeme = add(LexemeKind::kWord, begin, std::string(word));
      const std::size_t wave = word.rfind('~');
      if (wave != word.npos && wave > 0 &&
          word.find_first_not_of("0123456789", wave + 1) == word.npos) {
        error(DiagnosticCode::kTilde, span_of(begin + wave, at_),
              "“~” speaks of words beside each other; it belongs behind a phrase or brackets.",
              QueryFix{span_of(begin + wave, at_), ""});
        lexeme.text.resize(wave);
      }
    }
  }

  // "name:" at a word's beginning, at_ being at the colon. False if it is no field but part of the
  // word: an address, a time, a sign.
  bool field(std::size_t begin) {
    const std::string_view name = query_.substr(begin, at_ - begin);
    for (const char c : name) {
      if (!is_letter(c) && c != '_') return false;
    }
    if (query_.substr(at_, 3) == "://") return false;
    const Span span = span_of(begin, at_ + 1);
    const auto known = field_of(name);
    if (known) {
      ++at_;
      add(LexemeKind::kField, begin).field = *known;
      value_of_ = known;
      return true;
    }
    const std::string_view nearest = nearest_field(name);
    std::size_t end = at_;
    while (end < query_.size() && !ends_word(end)) end += decode(query_, end).size;
    std::string reason = "There is no field “" + std::string(name) + "”. ";
    std::optional<QueryFix> fix;
    if (!nearest.empty()) {
      reason += "“" + std::string(nearest) + ":” may be meant.";
      fix = QueryFix{span, std::string(nearest) + ":"};
    } else {
      reason += "To search for the words themselves, put them in quotes.";
      fix = QueryFix{span_of(begin, end),
                     "\"" + std::string(query_.substr(begin, end - begin)) + "\""};
    }
    error(DiagnosticCode::kUnknownField, span, std::move(reason), std::move(fix));
    // Its value is passed over, unless it is a phrase or a group, which may hold other mistakes.
    at_ = end;
    if (query_.substr(span.end).starts_with('[')) {
      at_ = std::min(query_.size(), query_.find(']', at_) + 1);
      if (at_ == 0) at_ = query_.size();
    }
    add(LexemeKind::kWord, begin, std::string(name));
    return true;
  }

  bool near(std::size_t begin, std::string_view word) {
    const bool ordered = word.starts_with("ONEAR");
    const std::size_t name = ordered ? 5 : 4;
    if (!ordered && !word.starts_with("NEAR")) return false;
    if (word.size() > name && word[name] != '/') return false;
    const std::size_t end = at_;
    at_ = std::min(end, begin + name + 1);
    const auto number = count();
    bool forward = ordered;
    if (at_ < end && (query_[at_] == 'f' || query_[at_] == 'F')) {
      forward = true;
      ++at_;
    }
    const bool whole = at_ == end;
    at_ = end;
    Lexeme& lexeme = add(LexemeKind::kNear, begin);
    lexeme.step = {number.value_or(0), forward};
    const std::string start(word.substr(0, name));
    if (!number || !whole) {
      error(DiagnosticCode::kDistance, lexeme.span,
            "“" + start + "” needs a number behind it: at most how many words are between, as in " +
                start + "/5.",
            QueryFix{lexeme.span, start + "/5"});
    } else if (*number > kMostWordsApart) {
      error(DiagnosticCode::kDistance, lexeme.span,
            "At most " + std::to_string(kMostWordsApart) + " words can be asked for.",
            QueryFix{lexeme.span, start + "/" + std::to_string(kMostWordsApart) +
                                      (forward && !ordered ? "f" : "")});
    }
    return true;
  }

  std::string_view query_;
  const CharacterTable& table_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Lexeme> out_;
  std::size_t at_ = 0;
  std::optional<QueryField> value_of_;  // the field whose value comes next
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view query, std::vector<Diagnostic>& diagnostics) {
  return Lexer(query, diagnostics).run();
}

}  // namespace rapport
