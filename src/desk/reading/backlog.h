// Earlier posts, read in the background: those that were heard before there was a reader, or read
// by another one. The newest come first, so that what people look at is right soon.

#pragma once

#include <functional>

#include "base/result.h"
#include "desk/reading/post_reader.h"

namespace rapport {

class Clock;
class Store;
struct Workspace;

class ReadingBacklog {
 public:
  // Without a reader nothing is read; what is filed meanwhile is looked for once there is one.
  ReadingBacklog(Store& store, PostReader* reader, const Clock& clock)
      : store_(store), reader_(reader), clock_(clock) {}

  // Goes through the next `most` posts of each workspace, and brings the conversations that they
  // stand in up to date, without a change of their version. Asks `go_on` before each workspace.
  // True while more is left. Error: the first that failed; the others had their turn.
  Result<bool> step(
      int most, const std::function<bool()>& go_on = [] { return true; });

 private:
  Result<bool> begin_anew();
  Result<bool> step_in(const Workspace& workspace, int most);

  Store& store_;
  PostReader* reader_;
  const Clock& clock_;
  bool begun_anew_ = false;
};

}  // namespace rapport
