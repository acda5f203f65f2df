// The gate of a thread: a record beside its root, under the root's own key, that says who may reply
// and which replies are hidden. Other apps write it, too, so it is changed only as it was read.

#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport::bluesky {

struct ThreadGate {
  std::string cid;             // of what was read; empty: there is none yet
  boost::json::object record;  // all of it, also what we know nothing about

  bool hides(std::string_view uri) const;
  // Hides it, or shows it again; false if that was so already.
  bool set_hidden(std::string_view uri, bool hidden);
};

// Reads the answer of com.atproto.repo.getRecord. Fails with unavailable if it is none.
Result<ThreadGate> read_thread_gate(std::string_view body);

}  // namespace rapport::bluesky
