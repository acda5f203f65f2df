#include "listen/prepared_query.h"

namespace rapport {

struct PreparedQuery::Packed {
  QueryTree query;
  QueryNeeds needs;
  std::uint64_t owner = 0;
};

PreparedQuery::PreparedQuery(const QueryTree& query, std::uint64_t owner)
    : packed_(std::make_unique<Packed>(Packed{query, QueryNeeds::of(query), owner})) {}
PreparedQuery::~PreparedQuery() = default;
PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;

namespace {

// `query` with every leaf that needs enrichment left open: could the post be found at all?
QueryTree optimistic(const QueryTree& query, bool wanted) {
  QueryTree out = query;
  if (query.kind == QueryKind::kField && needs_enrichment(query.field, query.text)) {
    out.kind = wanted ? QueryKind::kAnd : QueryKind::kOr;  // of nothing: true, false
    return out;
  }
  for (QueryTree& each : out.of) {
    each = optimistic(each, query.kind == QueryKind::kNot ? !wanted : wanted);
  }
  return out;
}

}  // namespace

std::optional<FoundSpans> PreparedQuery::match(const HeardPost& post, MatchScratch&,
                                               Enricher* enricher) const {
  const HeardPost* known = &post;
  if (enricher != nullptr && packed_->needs.enrichment()) {
    if (!evaluate(optimistic(packed_->query, true), post)) return std::nullopt;
    known = &enricher->enriched(packed_->owner, post);
  }
  return evaluate(packed_->query, *known);
}

bool PreparedQuery::finds(const HeardPost& post, MatchScratch& scratch, Enricher* enricher) const {
  return match(post, scratch, enricher).has_value();
}

QueryNeeds PreparedQuery::needs() const { return packed_->needs; }

}  // namespace rapport
