// One event of a stream, in the JSON that Jetstream sends; the firehose's frames are put into the
// same words first (firehose_frame.h), so there is one reader.

#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "networks/stream.h"

namespace rapport::bluesky {

// Where an event stands in its stream.
struct EventMark {
  Time at;
  std::int64_t number = 0;  // the server's own count; 0 if it has none
};

// Not for several threads at once: it keeps its room from event to event.
class EventReader {
 public:
  // Reads `json` into `batch`, asking `wanted` about a post. Nothing if it is no event; events of
  // kinds we do not use bring their mark alone.
  std::optional<EventMark> read(std::string_view json, const Wanted& wanted, StreamBatch& batch);

 private:
  void read_commit(simdjson::dom::element commit, std::string_view did, const EventMark& mark,
                   const Wanted& wanted, StreamBatch& batch);
  void glimpse(simdjson::dom::element record);

  simdjson::dom::parser parser_;
  GlimpsedPost glimpsed_;
  std::string uri_;
};

}  // namespace rapport::bluesky
