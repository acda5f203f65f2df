#include "listen/values.h"

#include <charconv>
#include <chrono>
#include <limits>

#include "base/unicode.h"
#include "listen/address.h"
#include "text/characters/characters.h"

namespace rapport {
namespace {

using Number = std::optional<std::int64_t>;

// The first and the last second (or the one number) that a bound means.
struct Bound {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

std::optional<Bound> read_count(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return Bound{value, value};
}

std::optional<unsigned> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(text[i] - '0');
  }
  return value;
}

// "2026-11-26", "2026-11-26T10:30", "2026-11-26T10:30:59", with or without a Z.
std::optional<Bound> read_time(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  if (text.size() != 10 && text.size() != 16 && text.size() != 19) return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  const std::int64_t start = std::chrono::sys_days(date).time_since_epoch().count() * 86400LL;
  if (text.size() == 10) return Bound{start, start + 86399};
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  if (!hour || !minute || *hour > 23 || *minute > 59 || text[13] != ':' ||
      (text[10] != 'T' && text[10] != ' ')) {
    return std::nullopt;
  }
  const std::int64_t at = start + *hour * 3600LL + *minute * 60LL;
  if (text.size() == 16) return Bound{at, at + 59};
  const auto second = digits(text, 17, 2);
  if (!second || *second > 59 || text[16] != ':') return std::nullopt;
  return Bound{at + *second, at + *second};
}

class ValueReader {
 public:
  ValueReader(const FieldFacts& facts, std::string_view value, Span span,
              std::vector<Diagnostic>& diagnostics)
      : facts_(facts), value_(trim(value)), span_(span), diagnostics_(diagnostics) {
    out_.kind = QueryKind::kField;
    out_.field = facts.field;
    out_.span = span;
  }

  std::optional<QueryTree> read() {
    switch (facts_.kind) {
      case FieldKind::kChoice:
        return choice();
      case FieldKind::kName:
        return name();
      case FieldKind::kAddress:
        return address();
      case FieldKind::kCount:
        return range(read_count,
                     "a number or a range, as in " + of("[10 TO *]") + " or " + of(">100"));
      case FieldKind::kTime:
        return range(read_time, "days or minutes of UTC, as in " +
                                    of("[2026-11-01 TO 2026-11-30]") + " or " +
                                    of(">=2026-11-26T10:30"));
      case FieldKind::kWords:
        break;
    }
    return std::nullopt;
  }

 private:
  std::string of(std::string_view value) const {
    return std::string(facts_.name) + ":" + std::string(value);
  }

  std::nullopt_t wrong(std::string reason, std::optional<std::string> with = std::nullopt) {
    Diagnostic diagnostic{Severity::kError, DiagnosticCode::kBadValue, span_, std::move(reason),
                          std::nullopt};
    if (with) diagnostic.fix = QueryFix{span_, std::move(*with)};
    diagnostics_.push_back(std::move(diagnostic));
    return std::nullopt;
  }

  bool is_range() const {
    return value_.starts_with('[') || value_.starts_with('<') || value_.starts_with('>');
  }

  std::optional<QueryTree> choice() {
    out_.text = small_letters(value_);
    std::string list;
    for (const std::string_view each : facts_.choices) {
      if (each == out_.text) return out_;
      (list += list.empty() ? "" : ", ") += each;
    }
    const std::string_view nearest = nearest_of(out_.text, facts_.choices);
    const std::string reason = "“" + std::string(facts_.name) + ":” takes one of: " + list + ".";
    if (nearest.empty()) return wrong(reason);
    return wrong(reason, std::string(nearest));
  }

  std::optional<QueryTree> name() {
    if (is_range()) return wrong("“" + std::string(facts_.name) + ":” takes a name, no range.");
    std::string_view text = value_;
    const QueryField field = facts_.field;
    const bool handle = field == QueryField::kAuthor || field == QueryField::kMention ||
                        field == QueryField::kReplyTo;
    if ((handle && text.starts_with('@')) ||
        (field == QueryField::kHashtag && text.starts_with('#'))) {
      text.remove_prefix(1);
    }
    if (text.empty()) return wrong("“" + std::string(facts_.name) + ":” needs a name.");
    if (field == QueryField::kLang) {
      out_.text = small_letters(text);
      for (const char c : out_.text) {
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
          return wrong("“lang:” takes the code of a language, as in lang:en or lang:pt-br.");
        }
      }
      return out_;
    }
    if (!wildcards_fit(text)) {
      return wrong("“*” can stand inside of a name or at its end, behind two letters at least.");
    }
    out_.text = text;
    return out_;
  }

  static bool wildcards_fit(std::string_view text) {
    const CharacterTable& table = CharacterTable::get();
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Decoded next = decode(text, at);
      if (next.point == U'*' && letters < 2) return false;
      if (next.point == U'?' && letters < 1) return false;
      if (table.is(next.point, kLetterClass | kNumberClass)) ++letters;
      at += next.size;
    }
    return true;
  }

  std::optional<QueryTree> address() {
    if (is_range()) {
      return wrong("“" + std::string(facts_.name) + ":” takes a web address, no range.");
    }
    out_.text = plain_address(value_);
    if (facts_.field == QueryField::kSite) out_.text = host_of(out_.text);
    std::size_t signs = 0;
    for (const char c : out_.text) {
      if (c == ' ') return wrong("A web address has no spaces.");
      if (c != '*' && c != '.' && c != '/' && c != '-') ++signs;
    }
    if (signs < 2) {
      return wrong("“" + std::string(facts_.name) + ":” needs a web address, as in " +
                   of("acme.com") + ".");
    }
    return out_;
  }

  using ReadBound = std::optional<Bound> (*)(std::string_view);

  std::optional<QueryTree> range(ReadBound to_bound, const std::string& takes) {
    const std::string reason = "“" + std::string(facts_.name) + ":” takes " + takes + ".";
    if (value_.starts_with('[')) return between(to_bound, reason);
    const bool more = value_.starts_with('>');
    const bool less = value_.starts_with('<');
    std::string_view number = value_;
    if (more || less) number.remove_prefix(1);
    const bool equal = number.starts_with('=') && (more || less);
    if (equal) number.remove_prefix(1);
    const auto bound = to_bound(number);
    if (!bound) return wrong(reason);
    if (!less) out_.low = more && !equal ? after(bound->last) : bound->first;
    if (!more) out_.high = less && !equal ? bound->first - 1 : bound->last;
    if (out_.high && *out_.high < out_.low.value_or(0) && facts_.kind == FieldKind::kCount) {
      return wrong("No post can have fewer than none.");
    }
    return out_;
  }

  static std::int64_t after(std::int64_t value) {
    return value == std::numeric_limits<std::int64_t>::max() ? value : value + 1;
  }

  std::optional<QueryTree> between(ReadBound to_bound, const std::string& reason) {
    std::string_view inside = value_.substr(1);
    if (!inside.ends_with(']')) return wrong(reason);
    inside.remove_suffix(1);
    const std::size_t to = inside.find(" TO ");
    if (to == inside.npos) return wrong(reason);
    const std::string_view from_text = trim(inside.substr(0, to));
    const std::string_view to_text = trim(inside.substr(to + 4));
    if (from_text != "*") {
      const auto bound = to_bound(from_text);
      if (!bound) return wrong(reason);
      out_.low = bound->first;
    }
    if (to_text != "*") {
      const auto bound = to_bound(to_text);
      if (!bound) return wrong(reason);
      out_.high = bound->last;
    }
    if (!out_.low && !out_.high) {
      return wrong("A range needs a beginning or an end; * TO * says nothing.");
    }
    if (out_.low && out_.high && *out_.low > *out_.high) {
      return wrong("The range ends before it begins.",
                   "[" + std::string(to_text) + " TO " + std::string(from_text) + "]");
    }
    return out_;
  }

  const FieldFacts& facts_;
  std::string_view value_;
  Span span_;
  std::vector<Diagnostic>& diagnostics_;
  QueryTree out_;
};

}  // namespace

std::optional<QueryTree> read_field_value(QueryField field, std::string_view value, Span span,
                                          std::vector<Diagnostic>& diagnostics) {
  return ValueReader(facts_of(field), value, span, diagnostics).read();
}

}  // namespace rapport
