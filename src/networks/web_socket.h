// A WebSocket we opened: messages come in, nothing but pings goes out.
//
// The same guard as for everything else judges the addresses a name resolved to, and ws:// without
// TLS goes only where a setting allows. A peer that no longer answers pings counts as gone.

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "networks/address_guard.h"

namespace rapport {

struct WebSocketSettings {
  AddressGuard guard;
  std::string version = "0";                          // of Rapport, for the user agent
  std::chrono::milliseconds connect_timeout{15'000};  // until the first message may come
  std::chrono::seconds silence{60};                   // unanswered pings count as an end
  std::size_t most_bytes = 8U << 20U;                 // of one message
};

class WebSocket {
 public:
  virtual ~WebSocket() = default;

  // `url` is ws:// or wss:// with path and query. Fails with unavailable; with invalid if it may
  // not be asked for or the server refused the request itself (a status of 400 to 499, but not 408
  // or 429). Once `stopping` is set, which must outlive it, this and `next` end within a moment.
  static Result<std::unique_ptr<WebSocket>> open(const std::string& url,
                                                 const WebSocketSettings& settings,
                                                 const std::atomic<bool>& stopping);

  // The next message, good until the next call; nothing if none came in time. Fails with
  // unavailable once the connection ended; it stays so.
  virtual Result<std::optional<std::string_view>> next(std::chrono::milliseconds wait) = 0;
};

}  // namespace rapport
