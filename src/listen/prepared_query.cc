#include "listen/prepared_query.h"

#include "listen/match_work.h"
#include "listen/packed_query.h"

namespace rapport {

namespace {

MatchWork& cut(const HeardPost& post, MatchScratch& scratch) {
  MatchWork& work = scratch.work();
  work.begin(post, 0);
  work.pieces.seal();
  return work;
}

}  // namespace

struct PreparedQuery::Packed {
  PackedQuery query;
  std::uint64_t owner = 0;

  bool could_find(const HeardPost& words, MatchWork& work) const {
    return query.possible(words, work, Unread::kAllButWordsAsWished) &&
           query.holds(words, work, Unread::kAllButWordsAsWished, nullptr);
  }

  bool holds(const HeardPost& post, MatchWork& work, Enricher* enricher, FoundSpans* found) const {
    if (!query.possible(post, work)) return false;
    const HeardPost* known = &post;
    if (enricher != nullptr && query.needs().enrichment_of(post)) {
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
  if (!packed_->holds(post, cut(post, scratch), enricher, &found)) return std::nullopt;
  set_apart(found);
  return found;
}

bool PreparedQuery::finds(const HeardPost& post, MatchScratch& scratch, Enricher* enricher) const {
  return packed_->holds(post, cut(post, scratch), enricher, nullptr);
}

bool PreparedQuery::could_find(const HeardPost& words, MatchScratch& scratch) const {
  return packed_->could_find(words, cut(words, scratch));
}

void PreparedQueries::could_find(const HeardPost& words, MatchScratch& scratch,
                                 std::vector<std::size_t>& out) const {
  out.clear();
  MatchWork& work = cut(words, scratch);
  for (std::size_t place = 0; place < all_.size(); ++place) {
    if (all_[place].packed_->could_find(words, work)) out.push_back(place);
  }
}

void PreparedQueries::find(const HeardPost& post, MatchScratch& scratch, Enricher* enricher,
                           std::vector<std::size_t>& out) const {
  out.clear();
  MatchWork& work = cut(post, scratch);
  for (std::size_t place = 0; place < all_.size(); ++place) {
    if (all_[place].packed_->holds(post, work, enricher, nullptr)) out.push_back(place);
  }
}

QueryNeeds PreparedQuery::needs() const { return packed_->query.needs(); }

}  // namespace rapport
