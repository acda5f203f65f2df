// A request and its response as our handlers see them: no HTTP library in sight, so a handler
// compiles in a moment and is tested without a socket.

#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport {

enum class Method { kGet, kHead, kPost, kPut, kDelete, kOptions, kOther };

std::string_view to_word(Method method);

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::kGet;
  std::string path;   // percent-decoded, starts with '/'
  std::string query;  // as sent, without '?'
  Headers headers;    // names in lower case, in the order they came
  std::string body;
  std::string peer;                // address at the other end of the socket
  bool body_too_large = false;     // the body was longer than the limit and is not here
  bool headers_too_large = false;  // the same of the headers
  std::string id;                  // names this request in the log and in errors

  // The first header of that name (lower case), or empty.
  std::string_view header(std::string_view name) const;
  // How often that header was sent: a doubled Host is a trick.
  int header_count(std::string_view name) const;
  // A query parameter, decoded; nothing if it is not there.
  std::optional<std::string> query_value(std::string_view name) const;
  // A cookie's value, or empty.
  std::string_view cookie(std::string_view name) const;
};

// An open response that is written bit by bit. Safe from any thread.
class Stream {
 public:
  virtual ~Stream() = default;

  // Queues bytes. False if the reader has gone or is too slow to keep up; it is cut off then.
  virtual bool send(std::string bytes) = 0;
  virtual bool closed() const = 0;
  virtual void close() = 0;
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  std::string_view
      lasting_body;  // used instead of `body` if not empty; lives as long as the program
  // If set, the response stays open after its headers and is written through the stream.
  std::function<void(std::shared_ptr<Stream>)> stream;
};

using Handler = std::function<Response(const Request&)>;

// "a%20b" → "a b"; nothing if an escape is broken. With `plus_is_space` as in a query.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space = false);

}  // namespace rapport
