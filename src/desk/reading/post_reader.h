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
};

// Reads with the engine (text/reading/).
std::unique_ptr<PostReader> make_post_reader(std::shared_ptr<const Models> models);

}  // namespace rapport
