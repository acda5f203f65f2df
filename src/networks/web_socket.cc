#include "networks/web_socket.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/url.h"

namespace rapport {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using beast::error_code;
using Deadline = std::chrono::steady_clock::time_point;

using Plain = websocket::stream<beast::tcp_stream>;
using Secret = websocket::stream<boost::asio::ssl::stream<beast::tcp_stream>>;

// How long after `stopping` was set somebody may still wait.
constexpr std::chrono::milliseconds kNotice{100};

constexpr bool kIsSecret(const Plain*) { return false; }
constexpr bool kIsSecret(const Secret*) { return true; }

std::string cause_of(const error_code& error) { return error.message(); }

// Runs the operation that was begun last until it is done. False if the time is up or we are to
// stop: it goes on then.
class Loop {
 public:
  explicit Loop(const std::atomic<bool>& stopping) : stopping_(stopping) {}

  asio::io_context& context() { return context_; }

  bool run(const bool& done, Deadline deadline) {
    context_.restart();
    context_.poll();
    while (!done && !stopping_) {
      const Deadline now = std::chrono::steady_clock::now();
      if (now >= deadline) return false;
      if (context_.stopped()) context_.restart();
      context_.run_one_until(std::min(deadline, now + kNotice));
    }
    return done;
  }

  bool stopping() const { return stopping_; }

 private:
  const std::atomic<bool>& stopping_;
  asio::io_context context_{1};
};

struct Address {
  WebUrl url;  // with http for ws and https for wss
  bool secret = false;
};

std::optional<Address> parse(const std::string& text) {
  Address address;
  address.secret = text.starts_with("wss://");
  if (!address.secret && !text.starts_with("ws://")) return std::nullopt;
  auto url = parse_web_url("http" + text.substr(2));
  if (!url) return std::nullopt;
  address.url = std::move(*url);
  return address;
}

template <class Stream>
class Socket final : public WebSocket {
 public:
  Socket(const WebSocketSettings& settings, const std::atomic<bool>& stopping)
      : settings_(settings), loop_(stopping) {}

  Result<Done> connect(const Address& address) {
    host_ = address.url.host;
    deadline_ = std::chrono::steady_clock::now() + settings_.connect_timeout;
    auto endpoints = resolve(address);
    if (!endpoints) return fail(std::move(endpoints.error()));
    make_stream();
    RAPPORT_TRY(reach(*endpoints));
    if constexpr (kIsSecret(static_cast<Stream*>(nullptr))) RAPPORT_TRY(secure());
    return shake_hands(address.url);
  }

  Result<std::optional<std::string_view>> next(std::chrono::milliseconds wait) override {
    if (ended_) return fail(*ended_);
    if (!reading_) {
      buffer_.clear();
      reading_ = true;
      begin();
      stream_->async_read(buffer_, [this](const error_code& error, std::size_t) { end(error); });
    }
    if (!loop_.run(done_, std::chrono::steady_clock::now() + wait)) {
      if (loop_.stopping()) return fail(stopped());
      return std::nullopt;
    }
    reading_ = false;
    if (error_) {
      ended_ = Error{ErrorKind::kUnavailable, host_ + " ended the stream.", why_ended(), {}, {}};
      return fail(*ended_);
    }
    const auto data = buffer_.cdata();
    return std::string_view(static_cast<const char*>(data.data()), data.size());
  }

 private:
  void begin() {
    done_ = false;
    error_ = {};
  }
  void end(const error_code& error) {
    done_ = true;
    error_ = error;
  }
  bool wait() { return loop_.run(done_, deadline_); }

  static Error stopped() {
    return {ErrorKind::kUnavailable, "Rapport is shutting down.", "stopping", {}, {}};
  }
  tl::unexpected<Error> trouble(std::string message) {
    if (loop_.stopping()) return fail(stopped());
    if (!done_) return unavailable(host_ + " did not answer in time.", "timeout");
    return unavailable(std::move(message), cause_of(error_));
  }

  std::string why_ended() const {
    std::string why = cause_of(error_);
    if (error_ == websocket::error::closed && stream_) {
      const auto& reason = stream_->reason();
      why += " " + std::to_string(reason.code) + " " + std::string(reason.reason.c_str());
    }
    return why;
  }

  Result<std::vector<tcp::endpoint>> resolve(const Address& address) {
    std::string name = address.url.host;
    if (name.starts_with('[')) name = name.substr(1, name.size() - 2);
    begin();
    resolver_.async_resolve(name, std::to_string(address.url.port),
                            [this](const error_code& error, auto results) {
                              found_ = std::move(results);
                              end(error);
                            });
    if (!wait() || error_) return trouble(host_ + " cannot be found.");
    std::vector<tcp::endpoint> endpoints;
    bool plain = false;
    for (const auto& each : found_) {
      const tcp::endpoint endpoint = each.endpoint();
      const AddressVerdict verdict = settings_.guard.judge(*endpoint.data());
      if (verdict == AddressVerdict::kRefused) continue;
      if (!address.secret && verdict != AddressVerdict::kAllowed) {
        plain = true;
        continue;
      }
      endpoints.push_back(endpoint);
    }
    if (!endpoints.empty()) return endpoints;
    if (plain) {
      return invalid(host_ + " is asked for without encryption, which Rapport does not do.",
                     "stream");
    }
    return invalid(host_ + " leads to a private address, which Rapport does not connect to.",
                   "stream");
  }

  void make_stream() {
    if constexpr (kIsSecret(static_cast<Stream*>(nullptr))) {
      tls_.set_default_verify_paths();
      tls_.set_verify_mode(asio::ssl::verify_peer);
      SSL_CTX_set_min_proto_version(tls_.native_handle(), TLS1_2_VERSION);
      stream_.emplace(loop_.context(), tls_);
    } else {
      stream_.emplace(loop_.context());
    }
  }

  Result<Done> reach(const std::vector<tcp::endpoint>& endpoints) {
    auto& lowest = beast::get_lowest_layer(*stream_);
    lowest.expires_after(settings_.connect_timeout);
    begin();
    lowest.async_connect(endpoints,
                         [this](const error_code& error, const tcp::endpoint&) { end(error); });
    if (!wait() || error_) return trouble(host_ + " could not be reached.");
    error_code ignored;
    lowest.socket().set_option(tcp::no_delay(true), ignored);
    // From here on the WebSocket minds the time.
    lowest.expires_never();
    return Done{};
  }

  Result<Done> secure() {
    auto& tls = stream_->next_layer();
    SSL_set_tlsext_host_name(tls.native_handle(), host_.c_str());
    tls.set_verify_callback(asio::ssl::host_name_verification(host_));
    begin();
    tls.async_handshake(asio::ssl::stream_base::client,
                        [this](const error_code& error) { end(error); });
    if (!wait() || error_) {
      return trouble(host_ + " could not be reached safely: its encryption did not check out.");
    }
    return Done{};
  }

  Result<Done> shake_hands(const WebUrl& url) {
    websocket::stream_base::timeout limits{};
    limits.handshake_timeout = settings_.connect_timeout;
    limits.idle_timeout = settings_.silence;
    limits.keep_alive_pings = true;
    stream_->set_option(limits);
    stream_->set_option(websocket::stream_base::decorator([this](websocket::request_type& request) {
      request.set(http::field::user_agent, "Rapport/" + settings_.version);
    }));
    stream_->read_message_max(settings_.most_bytes);
    begin();
    stream_->async_handshake(answer_, url.origin().substr(url.origin().find("://") + 3),
                             url.path.empty() ? "/" : url.path,
                             [this](const error_code& error) { end(error); });
    if (wait() && !error_) return Done{};
    if (done_ && error_ == websocket::error::upgrade_declined) return declined();
    return trouble(host_ + " did not open a stream.");
  }

  tl::unexpected<Error> declined() {
    const int status = static_cast<int>(answer_.result_int());
    const std::string cause = "HTTP " + std::to_string(status);
    const std::string message = host_ + " did not open a stream (" + std::to_string(status) + ").";
    if (status >= 400 && status < 500 && status != 408 && status != 429) {
      return fail(Error{ErrorKind::kInvalid, message, cause, "stream", {}});
    }
    return unavailable(message, cause);
  }

  const WebSocketSettings settings_;
  std::string host_;
  Deadline deadline_;
  Loop loop_;
  asio::ssl::context tls_{asio::ssl::context::tls_client};
  tcp::resolver resolver_{loop_.context()};
  tcp::resolver::results_type found_;
  websocket::response_type answer_;
  beast::flat_buffer buffer_;
  bool reading_ = false;
  bool done_ = false;
  error_code error_;
  std::optional<Error> ended_;
  std::optional<Stream> stream_;  // goes first: what it has under way names the rest
};

template <class Stream>
Result<std::unique_ptr<WebSocket>> open_as(const Address& address,
                                           const WebSocketSettings& settings,
                                           const std::atomic<bool>& stopping) {
  auto socket = std::make_unique<Socket<Stream>>(settings, stopping);
  RAPPORT_TRY(socket->connect(address));
  return socket;
}

}  // namespace

Result<std::unique_ptr<WebSocket>> WebSocket::open(const std::string& url,
                                                   const WebSocketSettings& settings,
                                                   const std::atomic<bool>& stopping) {
  const auto address = parse(url);
  if (!address) return invalid("The stream's address cannot be read: " + url, "stream");
  return address->secret ? open_as<Secret>(*address, settings, stopping)
                         : open_as<Plain>(*address, settings, stopping);
}

}  // namespace rapport
