// The two ways to hear everything that is said on Bluesky.
//
// Jetstream sends posts as JSON and nothing else we would have to throw away; several public
// servers carry the same, so one that fails is left for the next. The firehose is what Jetstream
// itself reads: every change of every repository of a relay, or of one server, in binary.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "networks/stream.h"
#include "networks/web_socket.h"

namespace rapport::bluesky {

// Addresses as "wss://host". `clock` must outlive the stream.
std::unique_ptr<PostStream> make_jetstream(std::vector<std::string> servers,
                                           WebSocketSettings settings, const Clock& clock);
std::unique_ptr<PostStream> make_firehose(std::string server, WebSocketSettings settings,
                                          const Clock& clock);

}  // namespace rapport::bluesky
