#include "listen/print.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "text/characters/characters.h"

namespace rapport {
namespace {

// Can a value stand without quotes?
bool is_plain_value(std::string_view text) {
  if (text.empty() || text[0] == '[' || text[0] == '<' || text[0] == '>') return false;
  const CharacterTable& table = CharacterTable::get();
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (table.is(next.point, kSpaceClass | kControlClass)) return false;
    if (next.point == U'(' || next.point == U')' || next.point == U'{' || next.point == U'}') {
      return false;
    }
    at += next.size;
  }
  return text.find("<<<") == text.npos;
}

std::string print_words(const QueryTree& query) {
  std::string out;
  if (query.section == Section::kTitle) out = "title:";
  if (query.section == Section::kText) out = "text:";
  switch (query.style) {
    case WordStyle::kBare:
      return out + query.text;
    case WordStyle::kQuoted:
      return out + "\"" + query.text + "\"";
    case WordStyle::kExact:
      break;
  }
  return out + "{" + query.text + "}";
}

std::string bound(const std::optional<std::int64_t>& value, FieldKind kind) {
  if (!value) return "*";
  return kind == FieldKind::kTime ? print_seconds(*value) : std::to_string(*value);
}

std::string print_field(const QueryTree& query) {
  const FieldFacts& facts = facts_of(query.field);
  std::string out = std::string(facts.name) + ":";
  if (facts.kind == FieldKind::kCount || facts.kind == FieldKind::kTime) {
    if (query.low && query.low == query.high) return out + bound(query.low, facts.kind);
    return out + "[" + bound(query.low, facts.kind) + " TO " + bound(query.high, facts.kind) + "]";
  }
  if (is_plain_value(query.text)) return out + query.text;
  return out + "\"" + query.text + "\"";
}

std::string in_brackets(const QueryTree& query) { return "(" + print_query(query) + ")"; }

// An operand, in brackets unless it binds more tightly than what stands around it.
std::string operand(const QueryTree& query, QueryKind around) {
  switch (query.kind) {
    case QueryKind::kWords:
    case QueryKind::kField:
    case QueryKind::kTogether:
      return print_query(query);
    case QueryKind::kNot:
      return around == QueryKind::kNear ? in_brackets(query) : print_query(query);
    case QueryKind::kNear:
      return around == QueryKind::kNear || around == QueryKind::kNot ? in_brackets(query)
                                                                     : print_query(query);
    case QueryKind::kAnd:
    case QueryKind::kOr:
      break;
  }
  return in_brackets(query);
}

std::string between(const QueryTree& query, std::string_view sign) {
  std::string out;
  for (const QueryTree& each : query.of) {
    if (!out.empty()) out += sign;
    out += operand(each, query.kind);
  }
  return out;
}

std::string print_near(const QueryTree& query) {
  std::string out = operand(query.of.front(), QueryKind::kNear);
  for (std::size_t i = 1; i < query.of.size(); ++i) {
    const NearStep& step = query.steps[i - 1];
    out += " NEAR/" + std::to_string(step.words) + (step.ordered ? "f " : " ");
    out += operand(query.of[i], QueryKind::kNear);
  }
  return out;
}

}  // namespace

std::string print_seconds(std::int64_t seconds) {
  using std::chrono::floor;
  const std::chrono::sys_seconds at{std::chrono::seconds(seconds)};
  const auto day = floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return out.data();
}

std::string print_query(const QueryTree& query) {
  switch (query.kind) {
    case QueryKind::kWords:
      return print_words(query);
    case QueryKind::kField:
      return print_field(query);
    case QueryKind::kAnd:
      return between(query, " AND ");
    case QueryKind::kOr:
      return between(query, " OR ");
    case QueryKind::kNot:
      return "NOT " + operand(query.of.front(), QueryKind::kNot);
    case QueryKind::kNear:
      return print_near(query);
    case QueryKind::kTogether:
      break;
  }
  return "(" + between(query, " AND ") + ")~" + std::to_string(query.within);
}

}  // namespace rapport
