// One query made ready to look at many posts: stored history before a monitor is saved, say.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

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

  // False if nothing that is said in these words (title and text) is found, whatever else is known
  // of it: whoever has the words at hand need not fetch the rest.
  bool could_find(const HeardPost& words, MatchScratch& scratch) const;

  QueryNeeds needs() const;

 private:
  friend class PreparedQueries;
  struct Packed;
  std::unique_ptr<Packed> packed_;
};

// Several of them, for which a post is cut once.
class PreparedQueries {
 public:
  // The first added has the place 0.
  void add(PreparedQuery query) { all_.push_back(std::move(query)); }
  const PreparedQuery& at(std::size_t place) const { return all_[place]; }
  std::size_t size() const { return all_.size(); }

  // Puts the places of those that could find it, or do find it, into `out`, in order.
  void could_find(const HeardPost& words, MatchScratch& scratch,
                  std::vector<std::size_t>& out) const;
  void find(const HeardPost& post, MatchScratch& scratch, Enricher* enricher,
            std::vector<std::size_t>& out) const;

 private:
  std::vector<PreparedQuery> all_;
};

}  // namespace rapport
