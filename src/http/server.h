// The HTTP server: sockets, limits and threads, and nothing of what Rapport says.
//
// Requests are read and responses written on one I/O thread; handlers run on a pool of workers,
// because they wait for the database. What a client may cost is bounded: connections, sizes, times,
// and the bytes that wait for a slow reader.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "http/request.h"

namespace rapport {

struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;         // all headers and the target together; 431 beyond
  std::size_t body_bytes = 256 * 1024;          // 413 beyond
  std::size_t picture_bytes = 2 * 1024 * 1024;  // the same of a body that says it is a picture;
                                                // from 3 MiB on the connection is cut
  std::size_t article_bytes = 2560 * 1024;      // the same of articles, one or many of them
  std::size_t connections = 2000;               // beyond, new ones wait to be accepted
  std::size_t queued_requests = 512;            // waiting for a worker; 503 beyond
  std::size_t stream_queue_bytes = 256 * 1024;  // waiting for a slow reader of a stream; cut beyond
  std::chrono::milliseconds read_time{20'000};  // for a whole request to arrive; also idle time
  std::chrono::milliseconds write_time{
      30'000};  // for a response, or a bit of a stream, to be taken
  std::chrono::milliseconds handle_time{30'000};
  std::chrono::milliseconds stop_time{5'000};  // for everything to end after stop()
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free one
  int workers = 8;
  ServerLimits limits;
};

class Server {
 public:
  virtual ~Server() = default;  // stops

  // Listens and serves. Fails with unavailable if the address cannot be listened on.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Handler handler);

  virtual std::uint16_t port() const = 0;
  // Takes no new requests, lets running ones end, closes streams and returns when all is quiet.
  virtual void stop() = 0;
};

}  // namespace rapport
