#include <algorithm>
#include <charconv>

#include "listen/dialects/dialect.h"
#include "listen/dialects/rules.h"
#include "listen/lexer.h"
#include "listen/parse.h"
#include "listen/print.h"
#include "model/words.h"
#include "text/characters/characters.h"

namespace rapport {
namespace {

constexpr Words<QueryDialect, 7> kDialects{{
    {QueryDialect::kBrandwatch, "brandwatch"},
    {QueryDialect::kMeltwater, "meltwater"},
    {QueryDialect::kTalkwalker, "talkwalker"},
    {QueryDialect::kSprinklr, "sprinklr"},
    {QueryDialect::kX, "x"},
    {QueryDialect::kYouScan, "youscan"},
    {QueryDialect::kSentiOne, "sentione"},
}};

constexpr Words<Fate, 3> kFates{{
    {Fate::kKept, "kept"},
    {Fate::kApproximated, "approximated"},
    {Fate::kDropped, "dropped"},
}};

// Stands where something was dropped, until the tree is known and it can be cut out cleanly.
constexpr std::string_view kGone = "droppedByImport";

bool is_gone(const QueryTree& query) {
  return query.kind == QueryKind::kWords && query.style == WordStyle::kExact && query.text == kGone;
}

// The tree without what was dropped; nothing if nothing is left.
std::optional<QueryTree> pruned(QueryTree query) {
  if (is_gone(query)) return std::nullopt;
  if (query.of.empty()) return query;
  const std::size_t before = query.of.size();
  std::vector<QueryTree> left;
  for (QueryTree& each : query.of) {
    auto kept = pruned(std::move(each));
    if (!kept) continue;
    if (kept->kind == query.kind &&
        (query.kind == QueryKind::kAnd || query.kind == QueryKind::kOr)) {
      for (QueryTree& inner : kept->of) left.push_back(std::move(inner));
    } else {
      left.push_back(std::move(*kept));
    }
  }
  if (left.empty()) return std::nullopt;
  query.of = std::move(left);
  if (query.of.size() == before || query.kind == QueryKind::kNot) return query;
  if (query.of.size() == 1) return std::move(query.of.front());
  if (query.kind == QueryKind::kNear) {
    query.kind = QueryKind::kAnd;
    query.steps.clear();
  }
  return query;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_quote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'‟' || c == U'＂';
}

// Writes a foreign query anew in our language, piece by piece.
class Rewriter {
 public:
  Rewriter(std::string_view text, QueryDialect dialect)
      : text_(text), dialect_(dialect), table_(CharacterTable::get()) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const Decoded next = decode(text_, at_);
      if (table_.is(next.point, kSpaceClass | kControlClass)) {
        at_ += next.size;
        copy(begin);
      } else if (text_.substr(at_, 3) == "<<<") {
        at_ = std::min(text_.size(), text_.find(">>>", at_));
        at_ = std::min(text_.size(), at_ + 3);
        copy(begin);
        kept("<<<…>>>", begin);
      } else if (next.point == U'(' || next.point == U')') {
        ++at_;
        copy(begin);
        if (next.point == U')') behind_group();
      } else if ((next.point == U'[' || next.point == U']') &&
                 dialect_ == QueryDialect::kSprinklr) {
        ++at_;
        put(next.point == U'[' ? "(" : ")", begin);
        kept("[…]", begin, "Brackets of another form.");
      } else if (is_quote(next.point)) {
        at_ = quote_end(at_);
        copy(begin);
        kept("\"…\"", begin);
        behind_group();
      } else if (next.point == U'{') {
        at_ = std::min(text_.size(), text_.find('}', at_));
        at_ = std::min(text_.size(), at_ + 1);
        copy(begin);
        kept("{…}", begin);
      } else {
        word();
      }
    }
  }

  const std::string& out() const { return out_; }
  std::vector<ImportNote>& notes() { return notes_; }

  void note(Fate fate, std::string_view what, Span span, std::string_view reason) {
    // Of what is kept once is enough.
    const bool known = fate == Fate::kKept &&
                       std::any_of(notes_.begin(), notes_.end(), [&](const ImportNote& each) {
                         return each.fate == fate && each.what == what;
                       });
    if (!known) notes_.push_back({fate, span, std::string(what), std::string(reason)});
  }

  // Bytes of what was written, for bytes of out().
  Span source_of(Span span) const {
    return {static_cast<std::uint32_t>(source_of(span.begin, false)),
            static_cast<std::uint32_t>(source_of(span.end, true))};
  }

 private:
  struct Piece {
    std::size_t out_begin, out_end;
    std::size_t begin, end;
  };

  std::size_t source_of(std::size_t at, bool is_end) const {
    for (const Piece& each : pieces_) {
      const bool inside = is_end ? at > each.out_begin && at <= each.out_end
                                 : at >= each.out_begin && at < each.out_end;
      if (!inside) continue;
      const bool same = each.out_end - each.out_begin == each.end - each.begin;
      if (same) return each.begin + at - each.out_begin;
      return is_end ? each.end : each.begin;
    }
    return at == 0 ? 0 : text_.size();
  }

  Span span_from(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  void put(std::string_view what, std::size_t begin) {
    pieces_.push_back({out_.size(), out_.size() + what.size(), begin, at_});
    out_ += what;
  }
  void copy(std::size_t begin) { put(text_.substr(begin, at_ - begin), begin); }

  void kept(std::string_view what, std::size_t begin, std::string_view reason = {}) {
    note(Fate::kKept, what, span_from(begin), reason);
  }
  void nearly(std::string_view what, std::size_t begin, std::string_view reason) {
    note(Fate::kApproximated, what, span_from(begin), reason);
  }
  void dropped(std::string_view what, std::size_t begin, std::string_view reason) {
    note(Fate::kDropped, what, span_from(begin), reason);
  }
  void gone(std::size_t begin) { put("{" + std::string(kGone) + "}", begin); }

  std::size_t quote_end(std::size_t at) const {
    at += decode(text_, at).size;
    while (at < text_.size()) {
      const Decoded next = decode(text_, at);
      at += next.size;
      if (is_quote(next.point)) break;
    }
    return at;
  }

  // Behind the bracket that closes the one at `at`.
  std::size_t group_end(std::size_t at) const {
    std::size_t depth = 0;
    while (at < text_.size()) {
      if (is_quote(decode(text_, at).point)) {
        at = quote_end(at);
        continue;
      }
      if (text_[at] == '(') ++depth;
      if (text_[at] == ')' && --depth == 0) return at + 1;
      at += decode(text_, at).size;
    }
    return at;
  }

  std::size_t word_end(std::size_t at) const {
    while (at < text_.size()) {
      const Decoded next = decode(text_, at);
      if (table_.is(next.point, kSpaceClass | kControlClass) || next.point == U'(' ||
          next.point == U')' || is_quote(next.point) || next.point == U'{' ||
          text_.substr(at, 3) == "<<<" ||
          (next.point == U']' && dialect_ == QueryDialect::kSprinklr)) {
        break;
      }
      at += next.size;
    }
    return at;
  }

  // "~5", "^9" behind quotes and brackets.
  void behind_group() {
    const std::size_t begin = at_;
    if (at_ >= text_.size()) return;
    const char sign = text_[at_];
    if (sign != '~' && !(sign == '^' && dialect_ == QueryDialect::kMeltwater)) return;
    ++at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    if (sign == '^') {
      dropped("^n", begin, "Which sentence is shown is no part of what is found.");
      return;
    }
    copy(begin);
    if (dialect_ == QueryDialect::kBrandwatch) {
      kept("~n", begin);
    } else if (dialect_ == QueryDialect::kSentiOne) {
      nearly("~n", begin,
             "There n edits: each word between and each swap of two is one. Here at most n other "
             "words, in any order.");
    } else {
      nearly("~n", begin, "Here at most n other words in any order.");
    }
  }

  void word() {
    const std::size_t begin = at_;
    if (text_[at_] == '-' && at_ + 1 < text_.size() && !is_space(at_ + 1)) {
      ++at_;
      copy(begin);
      kept("-", begin);
      return;
    }
    const std::size_t end = word_end(at_);
    if (end == at_) {  // a sign that begins nothing
      ++at_;
      copy(begin);
      return;
    }
    const std::string_view whole = text_.substr(begin, end - begin);
    if (field(begin, end)) return;
    at_ = end;
    if (whole == "AND" || whole == "OR" || whole == "NOT") {
      copy(begin);
      if (whole == "AND" && dialect_ == QueryDialect::kX) {
        nearly("AND", begin, "There a word like any other; read as AND, as was surely meant.");
      } else {
        kept(whole, begin);
      }
      return;
    }
    if (near(whole, begin) || distance(whole, begin) || signs(whole, begin)) return;
    plain(whole, begin);
  }

  bool is_space(std::size_t at) const {
    return table_.is(decode(text_, at).point, kSpaceClass | kControlClass);
  }

  void plain(std::string_view whole, std::size_t begin) {
    std::string_view word = whole;
    const std::size_t hat = word.find('^');
    if (dialect_ == QueryDialect::kMeltwater && hat != word.npos && hat > 0) {
      word = word.substr(0, hat);
      dropped("^n", begin + hat, "Which sentence is shown is no part of what is found.");
    }
    put(word, begin);
    if (word.find('*') != word.npos) kept("*", begin);
    if (word.find('?') != word.npos && word.find("://") == word.npos) kept("?", begin);
    const bool name = word.starts_with('#') || word.starts_with('@');
    if (dialect_ == QueryDialect::kYouScan && !name && word.find('*') == word.npos &&
        !told_forms_) {
      told_forms_ = true;
      nearly("word", begin,
             "There a word is found in all its forms; here as it is written. Add the forms you "
             "need, or a * at its end.");
    }
  }

  bool near(std::string_view whole, std::size_t begin) {
    const bool ordered = whole.starts_with("ONEAR");
    if (!ordered && !whole.starts_with("NEAR")) return false;
    const std::string name = ordered ? "ONEAR" : "NEAR";
    if (whole == name && dialect_ == QueryDialect::kMeltwater) {
      put(name + "/4", begin);
      kept(name, begin, "Without a number it means 4 there.");
      return true;
    }
    if (whole.size() <= name.size() + 1 || whole[name.size()] != '/') return false;
    copy(begin);
    kept(name + "/n", begin);
    return true;
  }

  // YouScan's "/3".
  bool distance(std::string_view whole, std::size_t begin) {
    if (dialect_ == QueryDialect::kTalkwalker && whole == "SENTENCE") {
      put("NEAR/20", begin);
      nearly("SENTENCE", begin, "Here at most 20 words between, in whatever sentence.");
      return true;
    }
    if (dialect_ != QueryDialect::kYouScan || whole.size() < 2 || whole[0] != '/') return false;
    unsigned number = 0;
    const auto [end, wrong] =
        std::from_chars(whole.data() + 1, whole.data() + whole.size(), number);
    if (wrong != std::errc{} || end != whole.data() + whole.size()) return false;
    if (number == 0) {
      put("NEAR/0", begin);
      nearly("/n", begin, "Its smallest number is 1 there; read as side by side.");
      return true;
    }
    put("NEAR/" + std::to_string(number - 1), begin);
    kept("/n", begin, "It counts one more there: /1 is side by side.");
    return true;
  }

  // Talkwalker's "+word" and "++word".
  bool signs(std::string_view whole, std::size_t begin) {
    if (dialect_ != QueryDialect::kTalkwalker || !whole.starts_with('+') || whole.size() < 2) {
      return false;
    }
    if (whole.starts_with("++") && whole.size() > 2) {
      put("{" + std::string(whole.substr(2)) + "}", begin);
      nearly("++", begin, "Here capitals count, signs beside the word do not.");
    } else {
      put(whole.substr(1), begin + 1);
      nearly("+", begin, "Signs beside the word do not count here.");
    }
    return true;
  }

  // "name:value", "name:"value"", "name:(…)" and Sprinklr's "name: value".
  bool field(std::size_t begin, std::size_t end) {
    std::size_t colon = begin;
    while (colon < end && (is_letter(text_[colon]) || text_[colon] == '_')) ++colon;
    if (colon == begin || colon == end || text_[colon] != ':') return false;
    if (text_.substr(colon, 3) == "://") return false;
    const std::string_view name = text_.substr(begin, colon - begin);
    std::size_t value = colon + 1;
    while (value < text_.size() && text_[value] == ' ') ++value;
    if (value == text_.size()) return false;
    const std::size_t value_end = end_of_value(value);
    std::string_view its = text_.substr(value, value_end - value);
    const std::string what = small_letters(name) + ":";
    if (small_letters(name) == "raw" && dialect_ == QueryDialect::kBrandwatch) {
      raw(begin, its, value_end);
      return true;
    }
    const FieldRule* rule = find_rule(dialect_, name, its);
    if (rule == nullptr || rule->ours.empty()) {
      at_ = value_end;
      gone(begin);
      dropped(what, begin, rule == nullptr ? "There is nothing like it here." : rule->reason);
      return true;
    }
    at_ = value_end;
    note(rule->fate, what, span_from(begin), rule->reason);
    if (!rule->value.empty()) {
      put(rule->ours, begin);
      return true;
    }
    at_ = value;
    put(rule->ours, begin);
    if (text_[value] == '(') return true;  // the group is rewritten like everything else
    at_ = value_end;
    put(value_text(*rule, its), value);
    return true;
  }

  std::size_t end_of_value(std::size_t value) const {
    if (text_[value] == '(') return group_end(value);
    if (text_[value] == '[') {
      return std::min(text_.size(), std::min(text_.size() - 1, text_.find(']', value)) + 1);
    }
    if (is_quote(decode(text_, value).point)) return quote_end(value);
    return std::max(word_end(value), value + 1);
  }

  void raw(std::size_t begin, std::string_view value, std::size_t end) {
    std::string inner;
    for (std::size_t at = 0; at < value.size();) {
      const Decoded next = decode(value, at);
      if (!is_quote(next.point)) inner += value.substr(at, next.size);
      at += next.size;
    }
    at_ = end;
    put("{" + inner + "}", begin);
    nearly("raw:", begin, "Here capitals count, and of signs +, # and & where they make a word.");
  }

  // A value as the field here takes it.
  std::string value_text(const FieldRule& rule, std::string_view value) const {
    std::string out(value);
    if (rule.theirs == "exactmessage" || rule.theirs == "exacttitle") {
      std::erase(out, '"');
      return "{" + out + "}";
    }
    // X: "500" is at least so many, "500..900" between.
    if (rule.theirs == "followers_count") {
      const std::size_t dots = out.find("..");
      if (dots == out.npos) return "[" + out + " TO *]";
      return "[" + out.substr(0, dots) + " TO " + out.substr(dots + 2) + "]";
    }
    return out;
  }

  std::string_view text_;
  QueryDialect dialect_;
  const CharacterTable& table_;
  std::string out_;
  std::vector<Piece> pieces_;
  std::vector<ImportNote> notes_;
  std::size_t at_ = 0;
  bool told_forms_ = false;
};

// Whose AND is known to bind more tightly than OR, as ours does?
bool binds_as_ours(QueryDialect dialect) {
  return dialect == QueryDialect::kX || dialect == QueryDialect::kMeltwater;
}

}  // namespace

std::string_view to_word(QueryDialect dialect) { return kDialects.word(dialect); }
std::optional<QueryDialect> dialect_of(std::string_view word) { return kDialects.find(word); }
std::string_view to_word(Fate fate) { return kFates.word(fate); }

ImportedQuery import_query(std::string_view text, QueryDialect dialect) {
  ImportedQuery out;
  ParsedQuery parsed = parse_query(text);
  // Too long and broken texts are told as they are.
  for (const Diagnostic& each : parsed.diagnostics) {
    if (each.code == DiagnosticCode::kTooLong || each.code == DiagnosticCode::kBrokenText) {
      out.diagnostics.push_back(each);
      return out;
    }
  }
  Rewriter rewriter(text, dialect);
  rewriter.run();
  parsed = parse_query(rewriter.out());
  for (Diagnostic& each : parsed.diagnostics) {
    const Span span = rewriter.source_of(each.span);
    if (each.code == DiagnosticCode::kMixed) {
      rewriter.note(binds_as_ours(dialect) ? Fate::kKept : Fate::kApproximated, "AND beside OR",
                    span,
                    binds_as_ours(dialect)
                        ? "AND binds more tightly, there as here; brackets show it."
                        : "Read as here: AND binds more tightly. Look whether that was meant.");
      continue;
    }
    each.span = span;
    each.fix.reset();
    out.diagnostics.push_back(std::move(each));
  }
  out.notes = std::move(rewriter.notes());
  std::stable_sort(
      out.notes.begin(), out.notes.end(),
      [](const ImportNote& a, const ImportNote& b) { return a.span.begin < b.span.begin; });
  if (!parsed.query) return out;
  auto left = pruned(std::move(*parsed.query));
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  if (!left) {
    out.diagnostics.push_back({Severity::kError, DiagnosticCode::kEmpty, all,
                               "Nothing is left that can be searched for here.", std::nullopt});
    return out;
  }
  // Without what was dropped it may find everything but.
  out.text = print_query(*left);
  ParsedQuery again = parse_query(out.text);
  if (!again.query) {
    for (Diagnostic& each : again.diagnostics) {
      if (each.severity != Severity::kError) continue;
      out.diagnostics.push_back({each.severity, each.code, all, each.reason, std::nullopt});
    }
    out.text.clear();
    return out;
  }
  out.query = std::move(again.query);
  return out;
}

}  // namespace rapport
