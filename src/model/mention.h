// A note that names a teammate: where in its text, and whether they have seen it.

#pragma once

#include <cstdint>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

// The span of "@Name" in a note's text, in bytes.
struct NoteMention {
  WorkspaceId workspace;
  NoteId note;
  MemberId member;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

}  // namespace rapport
