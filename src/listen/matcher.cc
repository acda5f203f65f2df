#include "listen/matcher.h"

#include <map>
#include <memory>
#include <mutex>

#include "listen/prepared_query.h"

namespace rapport {
namespace {

struct Monitor {
  std::uint64_t owner = 0;
  PreparedQuery query;
};

// Asks for each owner once.
class AskedOnce : public Enricher {
 public:
  explicit AskedOnce(Enricher& inner) : inner_(inner) {}

  const HeardPost& enriched(std::uint64_t owner, const HeardPost& post) override {
    const auto [at, is_new] = known_.try_emplace(owner, nullptr);
    if (is_new) at->second = &inner_.enriched(owner, post);
    return *at->second;
  }

 private:
  Enricher& inner_;
  std::map<std::uint64_t, const HeardPost*> known_;
};

}  // namespace

struct Matcher::Index {
  using Monitors = std::map<std::uint64_t, std::shared_ptr<const Monitor>>;

  std::shared_ptr<const Monitors> now() const {
    const std::lock_guard lock(mutex);
    return monitors;
  }

  mutable std::mutex mutex;
  std::mutex writing;
  std::shared_ptr<const Monitors> monitors = std::make_shared<Monitors>();
};

Matcher::Matcher() : index_(std::make_unique<Index>()) {}
Matcher::~Matcher() = default;

void Matcher::add(std::uint64_t key, std::uint64_t owner, const QueryTree& query) {
  const auto monitor = std::make_shared<Monitor>(Monitor{owner, PreparedQuery(query, owner)});
  const std::lock_guard writing(index_->writing);
  const auto next = std::make_shared<Index::Monitors>(*index_->now());
  next->insert_or_assign(key, monitor);
  const std::lock_guard lock(index_->mutex);
  index_->monitors = next;
}

void Matcher::remove(std::uint64_t key) {
  const std::lock_guard writing(index_->writing);
  const auto next = std::make_shared<Index::Monitors>(*index_->now());
  next->erase(key);
  const std::lock_guard lock(index_->mutex);
  index_->monitors = next;
}

std::size_t Matcher::size() const { return index_->now()->size(); }

void Matcher::match(const HeardPost& post, MatchScratch& scratch, std::vector<Match>& out,
                    std::optional<std::uint64_t> owner, Enricher* enricher) const {
  std::optional<AskedOnce> once;
  if (enricher != nullptr) once.emplace(*enricher);
  const auto monitors = index_->now();
  for (const auto& [key, monitor] : *monitors) {
    if (owner && monitor->owner != *owner) continue;
    auto spans = monitor->query.match(post, scratch, once ? &*once : nullptr);
    if (spans) out.push_back({key, monitor->owner, std::move(*spans)});
  }
}

void Matcher::match_keys(const HeardPost& post, MatchScratch& scratch,
                         std::vector<std::uint64_t>& out, std::optional<std::uint64_t> owner,
                         Enricher* enricher) const {
  std::vector<Match> found;
  match(post, scratch, found, owner, enricher);
  for (const Match& each : found) out.push_back(each.key);
}

QueryNeeds Matcher::needs() const {
  QueryNeeds needs;
  const auto monitors = index_->now();
  for (const auto& [key, monitor] : *monitors) needs |= monitor->query.needs();
  return needs;
}

}  // namespace rapport
