// Learning what a workspace's people ask and no article answers.

#pragma once

#include <chrono>
#include <stop_token>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/gap.h"

namespace rapport {

class Shelves;
class Store;
class Unit;

class GapLessons {
 public:
  GapLessons(Store& store, IdMaker& ids, const Clock& clock, Shelves& shelves)
      : store_(store), ids_(ids), clock_(clock), shelves_(shelves) {}

  static constexpr std::chrono::days kLookedBack{90};
  static constexpr int kMostLooked = 200'000;  // the newest posts
  static constexpr int kMostQuestions = 20'000;
  static constexpr std::size_t kMostPosts = 200;  // of a gap

  // Learns in every workspace where it is time, and says in how many: once its earlier posts are
  // read, then an hour after the last time if somebody said something meanwhile, ten minutes after
  // it if articles changed, and once a day in any case. Where it fails in one, the others learn all
  // the same, and the first error is told. For the background: a lesson of as many questions as it
  // takes lasts seconds. One that is told to stop keeps nothing.
  Result<int> learn_due(const std::stop_token& stopping = {});

 private:
  // The same as learn_in, with what a library throws as an error.
  Result<bool> learn_apart(WorkspaceId workspace, const std::stop_token& stopping);
  Result<bool> learn_in(WorkspaceId workspace, const std::stop_token& stopping);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  Shelves& shelves_;
};

}  // namespace rapport
