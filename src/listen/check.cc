#include "listen/check.h"

#include <algorithm>

#include "listen/parse.h"
#include "listen/print.h"

namespace rapport {
namespace {

std::size_t count_terms(const QueryTree& query) {
  if (query.kind == QueryKind::kWords || query.kind == QueryKind::kField) return 1;
  std::size_t count = 0;
  for (const QueryTree& each : query.of) count += count_terms(each);
  return count;
}

bool is_positional(const QueryTree& query) {
  switch (query.kind) {
    case QueryKind::kWords:
      return true;
    case QueryKind::kOr:
    case QueryKind::kNear:
    case QueryKind::kTogether:
      return std::all_of(query.of.begin(), query.of.end(), is_positional);
    default:
      return false;
  }
}

// Near with an AND at one side, said as an AND of two NEARs.
std::optional<QueryFix> spread(const QueryTree& near) {
  if (near.kind != QueryKind::kNear || near.of.size() != 2) return std::nullopt;
  const bool left = near.of[0].kind == QueryKind::kAnd;
  const QueryTree& both = near.of[left ? 0 : 1];
  const QueryTree& other = near.of[left ? 1 : 0];
  if (both.kind != QueryKind::kAnd || !is_positional(other) ||
      !std::all_of(both.of.begin(), both.of.end(), is_positional)) {
    return std::nullopt;
  }
  std::string with;
  for (const QueryTree& each : both.of) {
    QueryTree one = near;
    one.of = left ? std::vector<QueryTree>{each, other} : std::vector<QueryTree>{other, each};
    with += (with.empty() ? "(" : " AND (") + print_query(one) + ")";
  }
  return QueryFix{near.span, "(" + with + ")"};
}

class NearCheck {
 public:
  NearCheck(const QueryTree& near, std::vector<Diagnostic>& diagnostics)
      : near_(near), diagnostics_(diagnostics) {}

  void run() {
    walk(near_);
    if (sections_ > 1 && !told_) {
      tell(near_,
           "Words of the title and of the text cannot be near one another. Ask for both in "
           "the same field.");
    }
  }

 private:
  void walk(const QueryTree& query) {
    switch (query.kind) {
      case QueryKind::kWords:
        if (sections_ == 0 || query.section != section_) ++sections_;
        section_ = query.section;
        return;
      case QueryKind::kAnd:
        tell(query, "AND cannot stand beside a NEAR: say what is near what for each.");
        return;
      case QueryKind::kNot:
        tell(query, "NOT cannot stand beside a NEAR: put it outside.");
        return;
      case QueryKind::kField:
        tell(query, "Only words can be near one another.");
        return;
      default:
        for (const QueryTree& each : query.of) walk(each);
    }
  }

  void tell(const QueryTree& query, std::string reason) {
    told_ = true;
    diagnostics_.push_back({Severity::kError, DiagnosticCode::kInsideNear, query.span,
                            std::move(reason), spread(near_)});
  }

  const QueryTree& near_;
  std::vector<Diagnostic>& diagnostics_;
  Section section_ = Section::kAnywhere;
  std::size_t sections_ = 0;
  bool told_ = false;
};

void check_near(const QueryTree& query, std::vector<Diagnostic>& diagnostics) {
  if (query.kind == QueryKind::kNear || query.kind == QueryKind::kTogether) {
    NearCheck(query, diagnostics).run();
    return;
  }
  for (const QueryTree& each : query.of) check_near(each, diagnostics);
}

// The part of a query that finds everything but, and a fix if one is clear.
void tell_negative(const QueryTree& query, std::vector<Diagnostic>& diagnostics) {
  if (query.kind == QueryKind::kOr) {
    for (std::size_t i = 0; i < query.of.size(); ++i) {
      if (!finds_nothing_said(query.of[i])) continue;
      std::optional<QueryFix> fix;
      if (i > 0 && query.of[i].kind == QueryKind::kNot &&
          query.of[i - 1].span.end <= query.of[i].span.begin) {
        fix = QueryFix{{query.of[i - 1].span.end, query.of[i].span.begin}, " AND "};
      }
      diagnostics.push_back(
          {Severity::kError, DiagnosticCode::kPureNegative, query.of[i].span,
           "This part alone would find every post but some. Join it to what it must contain.",
           std::move(fix)});
    }
    return;
  }
  diagnostics.push_back({Severity::kError, DiagnosticCode::kPureNegative, query.span,
                         "This would find every post but some. Add what a post must contain.",
                         std::nullopt});
}

bool is_broad_field(QueryField field) {
  switch (facts_of(field).kind) {
    case FieldKind::kChoice:
    case FieldKind::kCount:
    case FieldKind::kTime:
      return true;
    default:
      return field == QueryField::kLang;
  }
}

bool is_broad(const QueryTree& query) {
  switch (query.kind) {
    case QueryKind::kField:
      return is_broad_field(query.field);
    case QueryKind::kNot:
      return query.of.front().kind != QueryKind::kNot || is_broad(query.of.front().of.front());
    case QueryKind::kAnd:
      return std::all_of(query.of.begin(), query.of.end(), is_broad);
    case QueryKind::kOr:
      return std::any_of(query.of.begin(), query.of.end(), is_broad);
    default:
      return false;
  }
}

}  // namespace

bool finds_nothing_said(const QueryTree& query) {
  switch (query.kind) {
    case QueryKind::kNot:
      return !finds_nothing_said(query.of.front());
    case QueryKind::kAnd:
      return std::all_of(query.of.begin(), query.of.end(), finds_nothing_said);
    case QueryKind::kOr:
      return std::any_of(query.of.begin(), query.of.end(), finds_nothing_said);
    default:
      return false;
  }
}

void check_query(const QueryTree& query, std::vector<Diagnostic>& diagnostics) {
  const std::size_t terms = count_terms(query);
  if (terms > kMostQueryTerms) {
    diagnostics.push_back({Severity::kError, DiagnosticCode::kTooManyTerms, query.span,
                           "A query has at most " + std::to_string(kMostQueryTerms) +
                               " terms; this one has " + std::to_string(terms) + ".",
                           std::nullopt});
    return;
  }
  check_near(query, diagnostics);
  if (finds_nothing_said(query)) {
    tell_negative(query, diagnostics);
  } else if (is_broad(query)) {
    diagnostics.push_back({Severity::kWarning, DiagnosticCode::kBroad, query.span,
                           "No word, author or address narrows this down: it finds a great many "
                           "posts.",
                           std::nullopt});
  }
}

}  // namespace rapport
