#include "listen/matcher.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <limits>
#include <mutex>
#include <unordered_map>

#include "listen/epochs.h"
#include "listen/match_work.h"
#include "listen/packed_query.h"
#include "listen/piece_costs.h"

namespace rapport {
namespace {

constexpr std::uint64_t kForever = std::numeric_limits<std::uint64_t>::max();

// A monitor as it stood from one version of the index to another. Threads that began in between
// see it, however long they take.
struct Record {
  Record(std::uint64_t its_key, std::uint64_t its_owner, const QueryTree& query)
      : key(its_key), owner(its_owner), packed(query) {}

  std::uint64_t key;
  std::uint64_t owner;
  std::uint64_t from = 0;
  std::atomic<std::uint64_t> until{kForever};
  PackedQuery packed;
  // Where it waits; for whoever holds the lock.
  std::vector<Anchor> anchors;
  bool always = false;  // under nothing: it is asked of every post
};

// One of a short list; the first of each list only says how many follow, as `hash`.
struct Entry {
  PieceHash hash = 0;
  PieceHash second = 0;
  Record* record = nullptr;
};
using EntryList = std::atomic<Entry*>;

}  // namespace

struct Matcher::Index {
  static constexpr unsigned kListBits = 17;
  static constexpr std::size_t kLists = std::size_t{1} << kListBits;
  static constexpr std::size_t kShards = 256;
  static constexpr std::size_t kMostTidied = 128;  // at a time, so that no caller waits long

  Index()
      : lists(std::make_unique<EntryList[]>(kLists)),
        hints(std::make_unique<std::atomic<std::uint8_t>[]>(kLists)),
        costs(std::make_unique<PieceCosts>()) {}
  ~Index() {
    for (std::size_t i = 0; i < kLists; ++i) delete[] lists[i].load();
    delete[] always.load();
  }
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  static std::size_t list_of(PieceHash hash) { return hash >> (32 - kListBits); }
  static unsigned hint_of(PieceHash hash) { return 1U << (hash >> (32 - kListBits - 3) & 7U); }

  // ---- for whoever matches ----

  template <class Found>
  void find(const HeardPost& post, MatchScratch& scratch, std::optional<std::uint64_t> owner,
            Enricher* enricher, bool with_spans, const Found& found) {
    MatchWork& work = scratch.work();
    const Epochs::Pin pin(epochs);
    const std::uint64_t now = version.load(std::memory_order_acquire);
    work.begin(post, wishes.load(std::memory_order_relaxed));
    if (++work.since_sample >= kSampled) {
      work.since_sample = 0;
      costs->learn(work.pieces);
    }
    gather(work);
    for (const void* each : work.candidates) {
      const auto& record = *static_cast<const Record*>(each);
      if (now < record.from || now >= record.until.load(std::memory_order_relaxed)) continue;
      if (owner && record.owner != *owner) continue;
      if (!record.packed.possible(post, work)) continue;
      const HeardPost* known = &post;
      if (enricher != nullptr && record.packed.needs().enrichment_of(post)) {
        if (!record.packed.holds(post, work, Unread::kAsWished, nullptr)) continue;
        known = &enriched(record.owner, post, work, *enricher);
      }
      FoundSpans spans;
      if (!record.packed.holds(*known, work, Unread::kAsGiven, with_spans ? &spans : nullptr)) {
        continue;
      }
      set_apart(spans);
      found(record, std::move(spans));
    }
  }

  // ---- for whoever changes, under the lock ----

  void insert(Record& record) {
    auto chosen = record.packed.anchors(*costs);
    record.always = !chosen;
    if (chosen) record.anchors = std::move(*chosen);
    put(record);
  }

  // Puts it where it says it waits.
  void put(Record& record) {
    if (record.always) replace(always, nullptr, with(always.load(), {0, 0, &record}));
    for (const Anchor& each : record.anchors) {
      for (unsigned bit = 0; bit < wish_counts.size(); ++bit) {
        if ((each.wish >> bit & 1U) != 0) ++wish_counts[bit];
      }
    }
    tell_wishes();
    for (const Anchor& each : record.anchors) {
      const std::size_t list = list_of(each.hash);
      replace(lists[list], &hints[list],
              with(lists[list].load(), {each.hash, each.second, &record}));
    }
  }

  // Takes it from where it waited.
  void take(const Record& record, const std::vector<Anchor>& anchors, bool was_always) {
    if (was_always) replace(always, nullptr, without(always.load(), record, 0));
    for (const Anchor& each : anchors) {
      const std::size_t list = list_of(each.hash);
      replace(lists[list], &hints[list], without(lists[list].load(), record, each.hash));
      for (unsigned bit = 0; bit < wish_counts.size(); ++bit) {
        if ((each.wish >> bit & 1U) != 0) --wish_counts[bit];
      }
    }
    tell_wishes();
  }

  // From the next version on the record is seen no more. It is taken from its lists when no thread
  // of an earlier version is left.
  void end(std::unique_ptr<Record> record, std::uint64_t at) {
    record->until.store(at, std::memory_order_relaxed);
    count_needs(record->packed.needs(), -1);
    leaving.push_back(
        {epochs.now(), record.get(), record->anchors, record->always, std::move(record)});
  }

  void count_needs(QueryNeeds its, int by) {
    std::uint32_t bits = 0;
    for (unsigned bit = 0; bit < need_counts.size(); ++bit) {
      if ((its.bits() >> bit & 1U) != 0) need_counts[bit] += static_cast<std::uint32_t>(by);
      if (need_counts[bit] != 0) bits |= 1U << bit;
    }
    needs.store(bits, std::memory_order_relaxed);
  }

  void tidy() {
    for (int i = 0; i < 2; ++i) {
      if (leaving.empty() && garbage.empty()) return;
      if (!epochs.advance()) break;
    }
    for (std::size_t i = 0; i < kMostTidied && !leaving.empty(); ++i) {
      Leaving& first = leaving.front();
      if (!epochs.passed(first.epoch)) break;
      take(*first.record, first.anchors, first.always);
      if (first.whole) garbage.push_back({epochs.now(), nullptr, std::move(first.whole)});
      leaving.pop_front();
    }
    for (std::size_t i = 0; i < 4 * kMostTidied && !garbage.empty(); ++i) {
      if (!epochs.passed(garbage.front().epoch)) break;
      garbage.pop_front();
    }
  }

  struct Leaving {
    std::uint64_t epoch;
    Record* record;
    std::vector<Anchor> anchors;
    bool always;
    std::unique_ptr<Record> whole;  // if it goes for good
  };
  struct Garbage {
    std::uint64_t epoch;
    std::unique_ptr<Entry[]> list;
    std::unique_ptr<Record> record;
  };
  using Shard = std::unordered_map<std::uint64_t, std::unique_ptr<Record>>;

  Shard& shard_of(std::uint64_t key) {
    return shards[(key * 0x9E3779B97F4A7C15U) >> 56U];  // ids are made of times
  }

  static constexpr unsigned kSampled = 16;

  std::unique_ptr<EntryList[]> lists;
  // A bit for each eighth of a list's hashes that has an entry: most pieces are found to concern
  // nobody by these alone.
  std::unique_ptr<std::atomic<std::uint8_t>[]> hints;
  EntryList always = nullptr;
  std::atomic<std::uint32_t> wishes{0};
  std::atomic<std::uint32_t> needs{0};
  std::atomic<std::uint64_t> version{1};
  std::atomic<std::size_t> count{0};
  Epochs epochs;
  std::unique_ptr<PieceCosts> costs;

  std::mutex lock;
  std::array<Shard, kShards> shards;
  std::deque<Leaving> leaving;
  std::deque<Garbage> garbage;
  std::array<std::uint32_t, 8> wish_counts{};
  std::array<std::uint32_t, 32> need_counts{};

 private:
  void gather(MatchWork& work) const {
    work.candidates.clear();
    bool sealed = false;
    for (const PieceHash hash : work.pieces) {
      const std::size_t list = list_of(hash);
      if ((hints[list].load(std::memory_order_relaxed) & hint_of(hash)) == 0) continue;
      const Entry* entries = lists[list].load(std::memory_order_acquire);
      if (entries == nullptr) continue;
      for (const Entry* at = entries + 1; at <= entries + entries->hash; ++at) {
        if (at->hash != hash) continue;
        if (!sealed) work.pieces.seal();
        sealed = true;
        if (at->second == 0 || work.pieces.may_have(at->second)) {
          work.candidates.push_back(at->record);
        }
      }
    }
    if (const Entry* entries = always.load(std::memory_order_acquire)) {
      if (!sealed) work.pieces.seal();
      for (const Entry* at = entries + 1; at <= entries + entries->hash; ++at) {
        work.candidates.push_back(at->record);
      }
    }
    if (work.candidates.size() > 1) {
      std::sort(work.candidates.begin(), work.candidates.end(), std::less<>());
      work.candidates.erase(std::unique(work.candidates.begin(), work.candidates.end()),
                            work.candidates.end());
    }
  }

  static const HeardPost& enriched(std::uint64_t owner, const HeardPost& post, MatchWork& work,
                                   Enricher& enricher) {
    for (const auto& [who, known] : work.known) {
      if (who == owner) return *known;
    }
    const HeardPost& known = enricher.enriched(owner, post);
    work.known.emplace_back(owner, &known);
    return known;
  }

  static std::unique_ptr<Entry[]> with(const Entry* old, Entry entry) {
    const std::uint32_t size = old == nullptr ? 0 : old->hash;
    auto list = std::make_unique<Entry[]>(size + 2);
    if (old != nullptr) std::copy(old, old + size + 1, list.get());
    list[0].hash = size + 1;
    list[size + 1] = entry;
    return list;
  }

  static std::unique_ptr<Entry[]> without(const Entry* old, const Record& record, PieceHash hash) {
    std::uint32_t size = 0;
    auto list = std::make_unique<Entry[]>(old->hash + 1);
    bool gone = false;
    for (const Entry* at = old + 1; at <= old + old->hash; ++at) {
      if (!gone && at->record == &record && at->hash == hash) {
        gone = true;
      } else {
        list[++size] = *at;
      }
    }
    list[0].hash = size;
    if (size == 0) list.reset();
    return list;
  }

  void replace(EntryList& list, std::atomic<std::uint8_t>* hint, std::unique_ptr<Entry[]> by) {
    if (hint != nullptr) {
      unsigned bits = 0;
      for (std::uint32_t i = 1; by && i <= by[0].hash; ++i) bits |= hint_of(by[i].hash);
      hint->store(static_cast<std::uint8_t>(bits), std::memory_order_relaxed);
    }
    std::unique_ptr<Entry[]> old(list.exchange(by.release(), std::memory_order_acq_rel));
    if (old) garbage.push_back({epochs.now(), std::move(old), nullptr});
  }

  void tell_wishes() {
    std::uint32_t bits = 0;
    for (unsigned bit = 0; bit < wish_counts.size(); ++bit) {
      if (wish_counts[bit] != 0) bits |= 1U << bit;
    }
    wishes.store(bits, std::memory_order_relaxed);
  }
};

Matcher::Matcher() : index_(std::make_unique<Index>()) {}
Matcher::~Matcher() = default;

void Matcher::add(std::uint64_t key, std::uint64_t owner, const QueryTree& query) {
  auto record = std::make_unique<Record>(key, owner, query);
  const std::lock_guard lock(index_->lock);
  const std::uint64_t next = index_->version.load() + 1;
  record->from = next;
  index_->insert(*record);
  index_->count_needs(record->packed.needs(), 1);
  auto& kept = index_->shard_of(key)[key];
  std::swap(kept, record);
  if (record) {
    index_->end(std::move(record), next);
  } else {
    index_->count.fetch_add(1, std::memory_order_relaxed);
  }
  index_->version.store(next, std::memory_order_release);
  index_->tidy();
}

void Matcher::remove(std::uint64_t key) {
  const std::lock_guard lock(index_->lock);
  auto& shard = index_->shard_of(key);
  const auto at = shard.find(key);
  if (at == shard.end()) return;
  const std::uint64_t next = index_->version.load() + 1;
  index_->end(std::move(at->second), next);
  shard.erase(at);
  index_->count.fetch_sub(1, std::memory_order_relaxed);
  index_->version.store(next, std::memory_order_release);
  index_->tidy();
}

std::size_t Matcher::size() const { return index_->count.load(std::memory_order_relaxed); }

void Matcher::settle() {
  for (Index::Shard& shard : index_->shards) {
    // A shard at a time, so that nobody who adds waits long.
    const std::lock_guard lock(index_->lock);
    for (auto& [key, record] : shard) {
      auto chosen = record->packed.anchors(*index_->costs);
      if (!chosen) continue;
      const auto same = [](const Anchor& a, const Anchor& b) {
        return a.hash == b.hash && a.second == b.second;
      };
      if (std::equal(chosen->begin(), chosen->end(), record->anchors.begin(), record->anchors.end(),
                     same)) {
        continue;
      }
      // It waits at both places until no thread is left that may have passed the new one before.
      std::vector<Anchor> old = std::move(record->anchors);
      record->anchors = std::move(*chosen);
      index_->put(*record);
      index_->leaving.push_back(
          {index_->epochs.now(), record.get(), std::move(old), false, nullptr});
    }
    index_->tidy();
  }
}

std::size_t Matcher::bytes() const {
  std::size_t sum = sizeof(Index) + Index::kLists * (sizeof(EntryList) + 1) + sizeof(PieceCosts);
  const std::lock_guard lock(index_->lock);
  for (const Index::Shard& shard : index_->shards) {
    sum += shard.bucket_count() * sizeof(void*);
    for (const auto& [key, record] : shard) {
      sum += 4 * sizeof(void*) + sizeof(Record) + record->packed.bytes() +
             record->anchors.capacity() * sizeof(Anchor) + record->anchors.size() * sizeof(Entry);
    }
  }
  for (std::size_t i = 0; i < Index::kLists; ++i) {
    if (index_->lists[i].load() != nullptr) sum += sizeof(Entry);
  }
  return sum;
}

void Matcher::match(const HeardPost& post, MatchScratch& scratch, std::vector<Match>& out,
                    std::optional<std::uint64_t> owner, Enricher* enricher) const {
  const auto begin = static_cast<std::ptrdiff_t>(out.size());
  index_->find(post, scratch, owner, enricher, true, [&out](const Record& record, FoundSpans its) {
    out.push_back({record.key, record.owner, std::move(its)});
  });
  std::sort(out.begin() + begin, out.end(),
            [](const Match& a, const Match& b) { return a.key < b.key; });
}

void Matcher::match_keys(const HeardPost& post, MatchScratch& scratch,
                         std::vector<std::uint64_t>& out, std::optional<std::uint64_t> owner,
                         Enricher* enricher) const {
  const auto begin = static_cast<std::ptrdiff_t>(out.size());
  index_->find(post, scratch, owner, enricher, false,
               [&out](const Record& record, const FoundSpans&) { out.push_back(record.key); });
  std::sort(out.begin() + begin, out.end());
}

QueryNeeds Matcher::needs() const {
  return QueryNeeds::of_bits(index_->needs.load(std::memory_order_relaxed));
}

}  // namespace rapport
