// The whole of Rapport over HTTP: server, routes, live stream and who may come in.

#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/desk.h"
#include "http/server.h"
#include "http/services.h"
#include "model/event.h"

namespace rapport {

struct HttpOptions {
  ServerOptions server;
  HttpSettings settings;
  std::chrono::milliseconds heartbeat{5'000};  // of the live stream
};

class HttpService {
 public:
  // Ready to hear announcements, not listening yet. `desk` and `clock` must outlive it.
  static std::unique_ptr<HttpService> make(HttpOptions options, Desk& desk, const Clock& clock);
  virtual ~HttpService() = default;  // stops

  virtual Result<Done> start() = 0;
  virtual void stop() = 0;
  virtual std::uint16_t port() const = 0;  // once started

  // Hand this everything Store::on_commit tells.
  virtual void announce(const std::vector<Event>& events) = 0;

  // The code of /setup?code=…, good until there is an owner.
  virtual std::string setup_code() const = 0;
  virtual std::size_t live_readers() const = 0;
};

}  // namespace rapport
