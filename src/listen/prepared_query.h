// One query made ready to look at many posts: stored history before a monitor is saved, say.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "listen/enricher.h"
#include "listen/evaluate.h"
#include "listen/heard_post.h"
#include "listen/match_scratch.h"
#include "listen/needs.h"
#include "listen/query.h"

namespace rapport {

// May be used from any number of threads, each with a scratch of its own.
class PreparedQuery {
 public:
  // `owner` is whom the enricher is asked for.
  explicit PreparedQuery(const QueryTree& query, std::uint64_t owner = 0);
  ~PreparedQuery();
  PreparedQuery(PreparedQuery&&) noexcept;
  PreparedQuery& operator=(PreparedQuery&&) noexcept;

  // What evaluate() says.
  std::optional<FoundSpans> match(const HeardPost& post, MatchScratch& scratch,
                                  Enricher* enricher = nullptr) const;
  // Only whether it is found, which is cheaper.
  bool finds(const HeardPost& post, MatchScratch& scratch, Enricher* enricher = nullptr) const;

  QueryNeeds needs() const;

 private:
  struct Packed;
  std::unique_ptr<Packed> packed_;
};

}  // namespace rapport
