#include "app/query_report.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/unicode.h"
#include "listen/print.h"

namespace rapport {
namespace {

namespace json = boost::json;

constexpr std::size_t kShown = 72;  // bytes of a query shown to either side of a mistake

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// As a terminal may show it: on one line.
std::string shown(std::string_view text) {
  std::string out = printable(text);
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

// The line of the query in which a diagnostic begins, and a mark below its bytes.
std::string excerpt(std::string_view query, Span span) {
  std::size_t begin = query.substr(0, span.begin).rfind('\n') + 1;  // npos + 1 is 0
  std::size_t end = std::min(query.size(), query.find('\n', span.begin));
  if (span.begin - begin > kShown) begin = span.begin - kShown;
  if (end - span.begin > kShown) end = span.begin + kShown;
  while (is_inside_character(query, begin)) ++begin;
  while (is_inside_character(query, end)) --end;
  const std::size_t stop = std::clamp<std::size_t>(span.end, span.begin, end);
  const std::size_t before = count_graphemes(query.substr(begin, span.begin - begin));
  const std::size_t marked = count_graphemes(query.substr(span.begin, stop - span.begin));
  return "  " + shown(query.substr(begin, end - begin)) + "\n  " + std::string(before, ' ') +
         std::string(std::max<std::size_t>(marked, 1), '^') + "\n";
}

json::object span_json(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

json::value bound(const std::optional<std::int64_t>& value, FieldKind kind) {
  if (!value) return nullptr;
  if (kind == FieldKind::kTime) return json::value(print_seconds(*value) + "Z");
  return json::value(*value);
}

std::string_view style_word(WordStyle style) {
  return style == WordStyle::kBare ? "bare" : style == WordStyle::kQuoted ? "quoted" : "exact";
}

json::object tree(const QueryTree& query) {
  json::object out;
  switch (query.kind) {
    case QueryKind::kWords:
      out = {{"kind", "words"}, {"text", query.text}, {"style", style_word(query.style)}};
      if (query.section == Section::kTitle) out["section"] = "title";
      if (query.section == Section::kText) out["section"] = "text";
      break;
    case QueryKind::kField: {
      const FieldFacts& facts = facts_of(query.field);
      out = {{"kind", "field"}, {"field", facts.name}};
      if (facts.kind == FieldKind::kCount || facts.kind == FieldKind::kTime) {
        out["from"] = bound(query.low, facts.kind);
        out["to"] = bound(query.high, facts.kind);
      } else {
        out["value"] = query.text;
      }
      break;
    }
    case QueryKind::kAnd:
      out["kind"] = "and";
      break;
    case QueryKind::kOr:
      out["kind"] = "or";
      break;
    case QueryKind::kNot:
      out["kind"] = "not";
      break;
    case QueryKind::kNear: {
      out["kind"] = "near";
      json::array steps;
      for (const NearStep& each : query.steps) {
        steps.push_back(json::object{{"words", each.words}, {"ordered", each.ordered}});
      }
      out["steps"] = std::move(steps);
      break;
    }
    case QueryKind::kTogether:
      out = {{"kind", "together"}, {"words", query.within}};
      break;
  }
  out["span"] = json::array{query.span.begin, query.span.end};
  if (!query.of.empty()) {
    json::array of;
    for (const QueryTree& each : query.of) of.push_back(tree(each));
    out["of"] = std::move(of);
  }
  return out;
}

}  // namespace

std::string query_report(std::string_view query, const ParsedQuery& parsed) {
  std::string out;
  for (const Diagnostic& each : parsed.diagnostics) {
    out += each.severity == Severity::kError ? "error" : "warning";
    out += " at byte " + std::to_string(each.span.begin) + ": " + shown(each.reason) + "\n";
    out += excerpt(query, each.span);
    if (each.fix) {
      const std::string fixed = mended(query, *each.fix);
      if (fixed.size() <= kShown * 4) out += "  try: " + shown(fixed) + "\n";
    }
    out += "\n";
  }
  if (!parsed.query) return out;
  return out + "finds  " + shown(to_words(*parsed.query)) + "\nquery  " +
         shown(print_query(*parsed.query)) + "\n";
}

namespace {

json::object report_json(std::string_view query, const ParsedQuery& parsed) {
  json::array diagnostics;
  for (const Diagnostic& each : parsed.diagnostics) {
    json::object one = span_json(each.span);
    one["severity"] = each.severity == Severity::kError ? "error" : "warning";
    one["code"] = to_word(each.code);
    one["reason"] = each.reason;
    if (each.fix) {
      json::object fix = span_json(each.fix->span);
      fix["with"] = each.fix->with;
      fix["query"] = mended(query, *each.fix);
      one["fix"] = std::move(fix);
    } else {
      one["fix"] = nullptr;
    }
    diagnostics.push_back(std::move(one));
  }
  json::object out{{"ok", parsed.query.has_value()}, {"diagnostics", std::move(diagnostics)}};
  out["query"] = nullptr;
  out["words"] = nullptr;
  out["tree"] = nullptr;
  if (parsed.query) {
    out["query"] = print_query(*parsed.query);
    out["words"] = to_words(*parsed.query);
    out["tree"] = tree(*parsed.query);
  }
  return out;
}

ParsedQuery as_parsed(const ImportedQuery& imported) {
  return {imported.query, imported.diagnostics};
}

}  // namespace

std::string query_report_json(std::string_view query, const ParsedQuery& parsed) {
  return json::serialize(report_json(query, parsed));
}

std::string import_report(std::string_view query, const ImportedQuery& imported) {
  std::string out;
  for (const ImportNote& each : imported.notes) {
    std::string fate(to_word(each.fate));
    fate.resize(14, ' ');
    out += fate + shown(each.what);
    if (!each.reason.empty()) out += "  " + each.reason;
    out += "\n";
  }
  if (!imported.notes.empty()) out += "\n";
  return out + query_report(query, as_parsed(imported));
}

std::string import_report_json(std::string_view query, const ImportedQuery& imported) {
  json::object out = report_json(query, as_parsed(imported));
  json::array notes;
  for (const ImportNote& each : imported.notes) {
    json::object one = span_json(each.span);
    one["fate"] = to_word(each.fate);
    one["what"] = each.what;
    one["reason"] = each.reason;
    notes.push_back(std::move(one));
  }
  out["notes"] = std::move(notes);
  return json::serialize(out);
}

}  // namespace rapport
