// What matching a post keeps in memory from one post to the next. One a thread; any number of
// matchers and queries may share it.

#pragma once

#include <memory>

namespace rapport {

struct MatchWork;  // match_work.h

class MatchScratch {
 public:
  MatchScratch();
  ~MatchScratch();
  MatchScratch(MatchScratch&&) noexcept;
  MatchScratch& operator=(MatchScratch&&) noexcept;

  MatchWork& work() { return *work_; }

 private:
  std::unique_ptr<MatchWork> work_;
};

}  // namespace rapport
