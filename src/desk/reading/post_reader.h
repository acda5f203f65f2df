// Who reads posts for the desk. The engine stands behind it; tests put a reader of their own in its
// place.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/ids.h"
#include "model/reading.h"

namespace rapport {

class Adaptation;
class Models;

// Safe from any thread.
class PostReader {
 public:
  virtual ~PostReader() = default;

  // Of the weights that posts of a workspace are read with, and of what it taught them: what was
  // read under another stamp may be read again.
  virtual std::int64_t stamp(WorkspaceId workspace) = 0;
  // `langs` as the author's client said. The language of what is returned points to a name that
  // never goes away.
  virtual Reading read(WorkspaceId workspace, std::string_view text,
                       const std::vector<std::string>& langs) = 0;

  // From now on posts of this workspace are read with this (null: by the weights alone), under a
  // stamp that `taught` is part of; 0 if nothing was taught. One that cannot learn does nothing.
  virtual void adapt(WorkspaceId workspace, std::shared_ptr<const Adaptation> adaptation,
                     std::uint64_t taught) {
    (void)workspace, (void)adaptation, (void)taught;
  }
  // What learning starts from; null: nothing can be learned.
  virtual std::shared_ptr<const Models> models() const { return nullptr; }
};

// Reads with the engine (text/reading/).
std::unique_ptr<PostReader> make_post_reader(std::shared_ptr<const Models> models);

}  // namespace rapport
