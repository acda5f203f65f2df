// Clients of the server under test: a well-behaved one, and one that writes whatever bytes it is
// told.

#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json.hpp>

namespace rapport::testing {

struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;

  // The body as JSON; null if it is none.
  boost::json::value json() const;
  std::string header(const std::string& name) const;
  // A field of the body as text: kind, detail …
  std::string text(const std::string& field) const;
};

// What a request carries besides method and path.
struct Ask {
  std::string body;
  std::string cookie;
  std::string csrf;
  std::string token;
  std::vector<std::string> headers = {};  // "Name: value"
};

Answer ask(std::uint16_t port, const std::string& method, const std::string& path,
           const Ask& with = {});

// A socket that knows no HTTP.
class RawConnection {
 public:
  explicit RawConnection(std::uint16_t port, int receive_buffer = 0);
  ~RawConnection();
  RawConnection(const RawConnection&) = delete;

  // False once the server has hung up.
  bool send(const std::string& bytes);
  // Reads until `enough` is in what was read so far, the end, or the time is over; gives all of it.
  std::string read_until(const std::string& enough, std::chrono::milliseconds most);
  // Whether the server hangs up within that time; what it says until then is dropped.
  bool is_hung_up_within(std::chrono::milliseconds most);

 private:
  int socket_;
  std::string read_;
  bool ended_ = false;
};

}  // namespace rapport::testing
