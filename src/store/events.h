// The events of an installation, kept for a while so that a stream can be resumed.

#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "model/event.h"

namespace rapport {

class Events {
 public:
  virtual ~Events() = default;

  // Events of a workspace after `after`, oldest first.
  virtual Result<std::vector<Event>> after(WorkspaceId workspace, EventId after, int most) = 0;
  virtual Result<EventId> newest() = 0;  // 0 if there is none
  virtual Result<EventId> oldest() = 0;  // 0 if there is none
  // Drops at most `most` events from before `before`, the oldest first, and says how many. The
  // newest of all always stays.
  virtual Result<int> drop_before(Time before, int most) = 0;
};

}  // namespace rapport
