// Earlier posts, read in the background: those that were heard before there was a reader, or read
// by another one. The newest come first, so that what people look at is right soon.

#pragma once

#include "base/result.h"
#include "desk/reading/post_reader.h"

namespace rapport {

class Store;
struct Workspace;

class ReadingBacklog {
 public:
  // Without a reader there is never anything to do.
  ReadingBacklog(Store& store, PostReader* reader) : store_(store), reader_(reader) {}

  // Goes through the next `most` posts of each workspace, and brings the conversations that they
  // stand in up to date, without a change of their version. True while more is left.
  Result<bool> step(int most);

 private:
  Result<bool> step_in(const Workspace& workspace, int most);

  Store& store_;
  PostReader* reader_;
};

}  // namespace rapport
