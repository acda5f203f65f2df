// The transport over libcurl: HTTP/2, verified TLS, time-outs, a cap on every answer, and the guard
// against private addresses on each socket.

#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "networks/address_guard.h"
#include "networks/transport.h"

namespace rapport {

struct CurlSettings {
  AddressGuard guard;
  std::string version = "0";  // of Rapport, for the user agent
  std::chrono::milliseconds connect_timeout{10'000};
};

// Connections are kept and used again. Plain http goes only to addresses that the guard allows by a
// setting, unless the request says that nothing about it is secret: a password never crosses the
// Internet in the clear. Proxies of the environment are not
// used, since behind one the guard would be blind.
class CurlTransport final : public Transport {
 public:
  explicit CurlTransport(CurlSettings settings);
  ~CurlTransport() override;
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;

  Result<HttpResponse> send(const HttpRequest& request) override;

  void stop() override { stopping_ = true; }

 private:
  class Handles;

  const CurlSettings settings_;
  const std::string user_agent_;
  std::atomic<bool> stopping_{false};
  std::unique_ptr<Handles> handles_;
};

}  // namespace rapport
