// The published articles of a workspace, ready to be asked which of them answers a post. One for
// all who ask: suggestions, the review of drafts, gaps, the public search.
//
//   auto shelf = knowledge.shelves().of(workspace);
//   for (const Suggestion& each : (*shelf)->index.suggest(text, 3)) {
//     const KnowledgeEntry& article = (*shelf)->entries[each.article]; …
//   }

#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/knowledge/asked_lately.h"
#include "knowledge/search/article_index.h"
#include "model/knowledge.h"

namespace rapport {

class Store;
class Unit;

// As it stood at one moment; never changes, so any thread may read it.
struct Shelf {
  // Of what the index finds so many are looked at before the best are chosen.
  static constexpr std::size_t kLookedAt = 12;

  std::int64_t stamp = 0;               // of the articles
  std::int64_t asked = 0;               // and of what was asked
  std::vector<KnowledgeEntry> entries;  // published ones, in the order of the index
  ArticleIndex index;
  std::unique_ptr<AskedLately> lately;  // the best kLookedAt of the index
  // What the posts were about that each of them answered: reasons' keys, and "topic:" with an id.
  std::vector<std::set<std::string>> served;
  std::optional<std::pair<ArticleId, std::optional<PostId>>> newest_use;  // that served knows of
  Time made_at{};
};

class Shelves {
 public:
  // A reply that links an article makes nobody wait for the next index.
  static constexpr std::chrono::minutes kUsesAfter{5};
  // What nobody tells of, as that a post was read again, is known after this at last.
  static constexpr std::chrono::hours kAtLast{1};
  // Of an article the newest posts that it served are what it is found by, too.
  static constexpr std::size_t kMostAsked = 8;

  Shelves(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // As the workspace's articles stand now, whoever changed them; built anew only if they changed or
  // what was asked of them did, they were used since and it was made more than kUsesAfter ago, or
  // it was made more than kAtLast ago. Safe from any thread.
  Result<std::shared_ptr<const Shelf>> of(WorkspaceId workspace);
  // The same within a transaction.
  Result<std::shared_ptr<const Shelf>> of(Unit& unit, WorkspaceId workspace);

 private:
  // What is here, if it is as it should be.
  Result<std::shared_ptr<const Shelf>> kept(Unit& unit, WorkspaceId workspace, std::int64_t stamp,
                                            std::int64_t asked);

  Store& store_;
  const Clock& clock_;
  std::mutex mutex_;
  std::map<WorkspaceId, std::shared_ptr<const Shelf>> shelves_;
};

}  // namespace rapport
