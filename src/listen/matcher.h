// All monitors of all workspaces over one post at a time.
//
// It finds what evaluate.h finds, to the byte, and asks only the few monitors that the post could
// concern: each waits under its rarest required word (docs/decisions has the design).

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "listen/enricher.h"
#include "listen/evaluate.h"
#include "listen/heard_post.h"
#include "listen/match_scratch.h"
#include "listen/needs.h"
#include "listen/query.h"

namespace rapport {

struct Match {
  std::uint64_t key = 0;
  std::uint64_t owner = 0;
  FoundSpans spans;

  bool operator==(const Match&) const = default;
};

// May be used from any number of threads. Neither adding nor removing lets a thread that matches
// wait; both are in force for every post that is matched after they return.
class Matcher {
 public:
  Matcher();
  ~Matcher();
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  // `key` is the caller's (a monitor's id), `owner` too (its workspace). Takes the place of a
  // monitor of the same key: a post meets the one or the other, never both.
  void add(std::uint64_t key, std::uint64_t owner, const QueryTree& query);
  // Nothing happens if there is no such monitor.
  void remove(std::uint64_t key);
  std::size_t size() const;

  // Appends a Match for each monitor that finds the post, ordered by key; those of `owner` alone if
  // given. Without an enricher what isn't known of the post is not true of it.
  void match(const HeardPost& post, MatchScratch& scratch, std::vector<Match>& out,
             std::optional<std::uint64_t> owner = {}, Enricher* enricher = nullptr) const;
  // The same without the spans, which is cheaper: appends only the keys.
  void match_keys(const HeardPost& post, MatchScratch& scratch, std::vector<std::uint64_t>& out,
                  std::optional<std::uint64_t> owner = {}, Enricher* enricher = nullptr) const;

  // What any monitor asks for.
  QueryNeeds needs() const;

  // Chooses anew under which word each monitor waits, by how often words were heard since the
  // beginning. To be called now and then, by one thread: after the first thousands of posts it
  // makes matching a good deal faster. Neither those who match nor those who add wait for it long.
  void settle();

  // Memory in use, nearly.
  std::size_t bytes() const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace rapport
