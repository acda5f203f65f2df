// What the coach has to know of a workspace with every draft: how it speaks, its rules, and what it
// answered lately. Read once and kept, because a draft is reviewed with every word that is typed.
//
// Safe from any thread.

#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "coach/voice.h"
#include "desk/coaching/sent_replies.h"
#include "model/event.h"
#include "model/voice.h"

namespace rapport {

class Store;
class Unit;

struct CoachedBrand {
  BrandVoice voice;
  coach::RuleSettings rules;
  std::shared_ptr<const SentReplies> sent;
};

class CoachedBrands {
 public:
  using Brand = std::shared_ptr<const CoachedBrand>;

  CoachedBrands(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // Reads it if it is not here. What another process changed of voice or rules is known
  // kLookedAfter later.
  Result<Brand> of(WorkspaceId workspace);
  static constexpr std::chrono::seconds kLookedAfter{10};
  // The same as it stands now, whoever changed it.
  Result<Brand> now(WorkspaceId workspace);
  // Its voice or its rules were changed.
  void forget(WorkspaceId workspace);
  // Posts may have come that are ours. Quick.
  void hear(const std::vector<Event>& events);
  // Reads again what hear() told of, and drops what nobody asked for lately. For a thread that
  // nobody waits for.
  Result<Done> refresh();

 private:
  struct Kept {
    Brand brand;  // null: not read yet
    Time asked_at;
    Time looked_at{};           // whether somebody else changed it
    std::uint64_t changes = 0;  // how often it was told that something changed
    bool behind = false;        // replies of ours may have come since
  };

  // Whether voice and rules are still as they are there.
  Result<bool> stands(WorkspaceId workspace, const Brand& brand);
  Result<Brand> kept_or_read(WorkspaceId workspace, std::chrono::seconds looked_after);
  Result<CoachedBrand> read(WorkspaceId workspace, const Brand& before);

  Store& store_;
  const Clock& clock_;
  std::mutex mutex_;
  std::map<WorkspaceId, Kept> kept_;
};

}  // namespace rapport
