// A monitor is a saved listening query; a mention is a post that it found.

#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"
#include "model/reading.h"
#include "model/tag.h"

namespace rapport {

struct Monitor {
  WorkspaceId workspace;
  MonitorId id;
  std::string name;
  std::string query;  // docs/query-language.md
  TagColor color = TagColor::kTeal;
  bool paused = false;
  MemberId by;
  // Posts with ids below this one are still to be matched; 0: all are. Ids of before it was made or
  // its query was changed.
  PostId below;
  Time created_at;
  Time changed_at;

  bool operator==(const Monitor&) const = default;
};

// Found by one monitor; of the same post there may be several.
struct MonitorMention {
  WorkspaceId workspace;
  MonitorId monitor;
  PostId post;
  Time said_at;             // Post::created_at
  std::vector<Span> spans;  // of the post's text, in bytes: in order and apart

  bool operator==(const MonitorMention&) const = default;
};

}  // namespace rapport
