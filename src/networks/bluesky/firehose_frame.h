// One frame of com.atproto.sync.subscribeRepos: two DAG-CBOR objects, a head and a body.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace rapport::bluesky {

enum class FrameKind {
  kEvent,  // of a repository or account; `events` may be empty
  kInfo,   // the server says something: `name`
  kError,  // and ends after it: `name`
  kOther,  // of a kind we do not know
};

struct FirehoseFrame {
  FrameKind kind = FrameKind::kOther;
  std::int64_t number = 0;  // "seq"; 0 if it has none
  Time at;
  std::string name;     // "OutdatedCursor", "FutureCursor", "ConsumerTooSlow"
  std::string message;  // what the server adds to it
  // What we use of it, in Jetstream's JSON (stream_events.h): posts made, changed and deleted,
  // handles and standings.
  std::vector<std::string> events;
  int missing = 0;  // posts whose records the frame names and does not hold
};

// Nothing if it is no frame. `now` is for one that does not say when it was sent.
std::optional<FirehoseFrame> read_frame(std::string_view bytes, Time now);

}  // namespace rapport::bluesky
