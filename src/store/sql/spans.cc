#include "store/sql/spans.h"

#include <algorithm>

namespace rapport {
namespace {

bool same_kind(const CoverageSpan& one, const CoverageSpan& other) {
  return one.complete == other.complete && (one.complete || one.reason == other.reason);
}

// A stretch that was read: takes in what it touches that was read too, and cuts the gaps.
SpanChange place_complete(const std::vector<CoverageSpan>& near, CoverageSpan span) {
  SpanChange change;
  for (const CoverageSpan& each : near) {
    if (!each.complete) continue;
    span.from = std::min(span.from, each.from);
    span.to = std::max(span.to, each.to);
    change.remove.push_back(each);
  }
  if (span.from == span.to) return {};
  for (const CoverageSpan& each : near) {
    if (each.complete || each.to <= span.from || span.to <= each.from) continue;
    change.remove.push_back(each);
    if (each.from < span.from) change.add.push_back({each.from, span.from, false, each.reason});
    if (span.to < each.to) change.add.push_back({span.to, each.to, false, each.reason});
  }
  change.add.push_back(std::move(span));
  return change;
}

// A gap: what of it is not covered yet, joined with gaps of the same reason that it touches.
SpanChange place_gap(const std::vector<CoverageSpan>& near, const CoverageSpan& span) {
  SpanChange change;
  std::vector<CoverageSpan> pieces;
  Time at = span.from;
  for (const CoverageSpan& each : near) {
    if (at < each.from) pieces.push_back({at, std::min(each.from, span.to), false, span.reason});
    at = std::max(at, each.to);
  }
  if (at < span.to) pieces.push_back({at, span.to, false, span.reason});
  if (pieces.empty()) return change;

  // The new pieces and the old gaps of this reason lie in one row; those that touch become one.
  std::vector<CoverageSpan> row = pieces;
  for (const CoverageSpan& each : near) {
    if (!same_kind(each, span)) continue;
    row.push_back(each);
    change.remove.push_back(each);
  }
  std::ranges::sort(row, {}, &CoverageSpan::from);
  for (const CoverageSpan& each : row) {
    if (!change.add.empty() && change.add.back().to == each.from) {
      change.add.back().to = each.to;
    } else {
      change.add.push_back(each);
    }
  }
  return change;
}

}  // namespace

SpanChange place_span(const std::vector<CoverageSpan>& near, const CoverageSpan& span) {
  return span.complete ? place_complete(near, span) : place_gap(near, span);
}

}  // namespace rapport
