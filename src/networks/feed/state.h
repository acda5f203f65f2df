// What one reading of a feed leaves for the next: kept as the source's cursor.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "networks/feed/document.h"

namespace rapport::feed {

struct State {
  std::string url;              // where it stands now, if it moved for good; empty: where it was
  std::string etag;             // of the last whole answer
  std::string modified;         // the same, in the server's words
  std::string body;             // its hash
  std::optional<Time> read_at;  // the last reading that went well; none: there was none
  Time due;                     // not to be asked before
  std::chrono::seconds pause{0};
  std::vector<std::string> newest;  // hashes of the newest items shown then

  std::string text() const;
};

// A cursor that cannot be read begins anew: hearing twice is harmless, missing is not.
State state_of(std::string_view cursor);

// How long to leave a feed alone after a reading: as long as it and its server ask for, within
// bounds, and longer if nothing has happened there for weeks.
std::chrono::seconds pause_after(const Document& document,
                                 std::optional<std::chrono::seconds> max_age, Time now);

// Items by their dates, newest first, at most as many as State::newest keeps; those without in the
// order of the document.
std::vector<std::string> newest_of(const Document& document);

}  // namespace rapport::feed
