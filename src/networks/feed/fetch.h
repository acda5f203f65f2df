// Getting a feed over HTTP, politely.
//
// Redirects are followed here, one at a time, since it matters which of them are for good: each hop
// goes through the transport, whose guard refuses private addresses. A hop must not lead out of
// encryption.

#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "networks/transport.h"

namespace rapport::feed {

struct Wanted {
  std::string url;
  std::string etag;                            // of what is known; both empty: all of it
  std::string modified;                        // the server's own words
  std::chrono::milliseconds patience{20'000};  // for all hops together
};

struct Fetched {
  int status = 0;        // 200, 304, or what the server said in the end
  std::string body;      // of a 200
  std::string url;       // that answered
  std::string moved_to;  // for good; empty if it did not
  std::string content_type;
  std::string etag;
  std::string modified;
  std::optional<std::chrono::seconds> max_age;      // good for that long
  std::optional<std::chrono::seconds> retry_after;  // of a 429 or 503
};

// Fails with unavailable if no whole answer came.
Result<Fetched> fetch(Transport& transport, const Wanted& wanted, Time now);

// The time of `Cache-Control: max-age`, nothing where it forbids keeping.
std::optional<std::chrono::seconds> max_age_of(std::string_view cache_control);

}  // namespace rapport::feed
