// One HTTP exchange with the outside, whoever carries it out.
//
// An error tells how far it came, so that a write is never repeated blindly:
//   unavailable: certainly nothing of the request reached the server;
//   unknown:     some of it may have, and no whole answer came back.
// Any whole answer, also a 500, is a response and no error.

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace rapport {

enum class HttpMethod { kGet, kPost, kDelete };

struct HttpHeader {
  std::string name;
  std::string value;
};

struct HttpRequest {
  HttpMethod method = HttpMethod::kGet;
  std::string url;
  std::vector<HttpHeader> headers;
  std::string body;
  std::chrono::milliseconds timeout{30'000};  // for the whole exchange
  std::size_t most_bytes = 8U << 20U;         // of the answer, unpacked
  bool cut = false;  // an answer larger than that is cut there rather than refused
  int most_redirects = 0;
  // Nothing about it is secret and nothing is believed of the answer that matters: it may go
  // without encryption to a public address. Never for what carries a password.
  bool plain_allowed = false;
  // A write goes out once: on a connection of its own, so that no dead connection makes the carrier
  // send it a second time by itself.
  bool once = false;
};

struct HttpResponse {
  int status = 0;
  std::vector<HttpHeader> headers;  // of the last answer, in order
  std::string body;
  std::string url = {};  // that answered in the end; empty: the one asked

  // The first header of that name, in any case.
  std::optional<std::string_view> header(std::string_view name) const;
};

class Transport {
 public:
  virtual ~Transport() = default;

  // Blocks. Safe from any thread.
  virtual Result<HttpResponse> send(const HttpRequest& request) = 0;

  // For a shutdown: ends what is on its way within a second or so and refuses what comes after.
  virtual void stop() {}
};

}  // namespace rapport
