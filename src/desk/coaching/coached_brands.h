// What the coach has to know of a workspace with every draft: how it speaks, its rules, and what it
// answered lately. Read once and kept, because a draft is reviewed with every word that is typed.
//
// Safe from any thread.

#pragma once

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

  // Reads it if it is not here.
  Result<Brand> of(WorkspaceId workspace);
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
    std::uint64_t changes = 0;  // how often it was told that something changed
    bool behind = false;        // replies of ours may have come since
  };

  Result<CoachedBrand> read(WorkspaceId workspace, const Brand& before);

  Store& store_;
  const Clock& clock_;
  std::mutex mutex_;
  std::map<WorkspaceId, Kept> kept_;
};

}  // namespace rapport
