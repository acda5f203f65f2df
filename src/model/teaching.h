// What a workspace taught the engine, and the reasons it tells complaints by.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

// A reason of a workspace that is not as the starter taxonomy has it: renamed, merged or added.
struct WorkspaceReason {
  WorkspaceId workspace;
  std::string key;          // the word of a built-in reason, or the decimal id of an added one
  std::string name;         // empty: its own
  std::string merged_into;  // key; empty: it stands for itself
  Time created_at;

  bool operator==(const WorkspaceReason&) const = default;
};

// What a workspace taught the engine, as it is kept.
struct Learning {
  WorkspaceId workspace;
  bool on = true;         // the team wants it
  bool better = false;    // held-out posts are read better with it
  std::string blob = {};  // Adaptation::write() of text/learning/, as base64; empty: nothing yet
  std::optional<Time> trained_at = {};
  std::int64_t examples = 0;
  std::int64_t corrections = 0;  // that stood then
  std::int64_t before = 0;       // share of right decisions on held-out posts, in thousandths
  std::int64_t after = 0;

  bool active() const { return on && better && !blob.empty(); }
  bool operator==(const Learning&) const = default;
};

}  // namespace rapport
