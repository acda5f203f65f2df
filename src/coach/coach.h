// The coach: reads a draft as the person at the other end would, before it is sent. It never writes
// and never sends. Pure: no I/O, no clock, the same answer for the same exchange.
//
// What it looks at is cut once (side.h); a rule is one small function over that (rules/).

#pragma once

#include <memory>

#include "coach/exchange.h"
#include "coach/review.h"
#include "coach/view.h"
#include "text/reading/reader.h"

namespace rapport::coach {

// One a thread; it keeps its memory.
class Coach {
 public:
  explicit Coach(std::shared_ptr<const Models> models);
  ~Coach();

  // Clears `out` first. Texts are UTF-8; broken bytes are read as spaces.
  void review(const Exchange& exchange, Review& out);

  // What the rules are shown of it, until the next call; `exchange` has to last as long.
  const View& read(const Exchange& exchange);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rapport::coach
