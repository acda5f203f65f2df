#include "listen/prepared_query.h"

#include "listen/match_work.h"
#include "listen/packed_query.h"

namespace rapport {

struct PreparedQuery::Packed {
  PackedQuery query;
  std::uint64_t owner = 0;

  bool holds(const HeardPost& post, MatchScratch& scratch, Enricher* enricher,
             FoundSpans* found) const {
    MatchWork& work = scratch.work();
    work.begin(post, 0);
    work.pieces.seal();
    if (!query.possible(post, work)) return false;
    const HeardPost* known = &post;
    if (enricher != nullptr && query.needs().enrichment()) {
      if (!query.holds(post, work, Unread::kAsWished, nullptr)) return false;
      known = &enricher->enriched(owner, post);
    }
    return query.holds(*known, work, Unread::kAsGiven, found);
  }
};

PreparedQuery::PreparedQuery(const QueryTree& query, std::uint64_t owner)
    : packed_(std::make_unique<Packed>(Packed{PackedQuery(query), owner})) {}
PreparedQuery::~PreparedQuery() = default;
PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;

std::optional<FoundSpans> PreparedQuery::match(const HeardPost& post, MatchScratch& scratch,
                                               Enricher* enricher) const {
  FoundSpans found;
  if (!packed_->holds(post, scratch, enricher, &found)) return std::nullopt;
  set_apart(found);
  return found;
}

bool PreparedQuery::finds(const HeardPost& post, MatchScratch& scratch, Enricher* enricher) const {
  return packed_->holds(post, scratch, enricher, nullptr);
}

QueryNeeds PreparedQuery::needs() const { return packed_->query.needs(); }

}  // namespace rapport
