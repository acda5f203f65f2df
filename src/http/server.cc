// The one source that includes RESTinio: it takes half a minute and a gigabyte to compile.

#include "http/server.h"

#include <algorithm>
#include <atomic>
#include <boost/asio.hpp>
#include <condition_variable>
#include <exception>
#include <future>
#include <mutex>
#include <restinio/all.hpp>
#include <thread>
#include <utility>
#include <vector>

#include "base/log.h"
#include "http/wire/problem.h"
#include "http/workers.h"

namespace rapport {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

class TrackedSocket;

// Knows every socket of a server. RESTinio keeps idle connections to itself and its timers end with
// the acceptor, so without this they would stay open for ever when the server stops.
class SocketTracker : public asio::execution_context::service {
 public:
  using key_type = SocketTracker;
  inline static asio::execution_context::id id;

  explicit SocketTracker(asio::execution_context& context)
      : asio::execution_context::service(context) {}

  void add(TrackedSocket* socket) {
    std::lock_guard lock(mutex_);
    sockets_.push_back(socket);
  }
  void remove(TrackedSocket* socket) {
    std::lock_guard lock(mutex_);
    std::erase(sockets_, socket);
  }
  // Makes every reader see the end of its input, so that its connection closes by itself. On the
  // I/O thread alone.
  void hang_up_all();

 private:
  void shutdown() override {}

  std::mutex mutex_;
  std::vector<TrackedSocket*> sockets_;
};

class TrackedSocket : public Tcp::socket {
 public:
  explicit TrackedSocket(asio::io_context& context)
      : Tcp::socket(context), tracker_(asio::use_service<SocketTracker>(context)) {
    tracker_.add(this);
  }
  TrackedSocket(TrackedSocket&& other) noexcept
      : Tcp::socket(std::move(other)), tracker_(other.tracker_) {
    tracker_.add(this);
  }
  ~TrackedSocket() { tracker_.remove(this); }

 private:
  SocketTracker& tracker_;
};

void SocketTracker::hang_up_all() {
  std::lock_guard lock(mutex_);
  for (TrackedSocket* socket : sockets_) {
    boost::system::error_code ignored;
    if (socket->is_open()) socket->shutdown(Tcp::socket::shutdown_both, ignored);
  }
}

struct Traits : restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t,
                                   restinio::default_request_handler_t, restinio::default_strand_t,
                                   TrackedSocket> {
  static constexpr bool use_connection_count_limiter = true;
};

using RestinioServer = restinio::http_server_t<Traits>;

Method method_of(restinio::http_method_id_t method) {
  if (method == restinio::http_method_get()) return Method::kGet;
  if (method == restinio::http_method_head()) return Method::kHead;
  if (method == restinio::http_method_post()) return Method::kPost;
  if (method == restinio::http_method_put()) return Method::kPut;
  if (method == restinio::http_method_delete()) return Method::kDelete;
  if (method == restinio::http_method_options()) return Method::kOptions;
  return Method::kOther;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Request to_request(const restinio::request_t& from, const ServerLimits& limits) {
  Request request;
  request.method = method_of(from.header().method());
  const std::string& target = from.header().request_target();
  const auto mark = std::min(target.find('?'), target.size());
  const std::string_view raw_path = std::string_view(target).substr(0, mark);
  request.path = percent_decode(raw_path).value_or(std::string());
  request.query = target.substr(std::min(mark + 1, target.size()));
  std::size_t header_bytes = target.size();
  from.header().for_each_field([&](const auto& field) {
    header_bytes += field.name().size() + field.value().size() + 4;
    request.headers.emplace_back(lower(field.name()), field.value());
  });
  request.headers_too_large = header_bytes > limits.header_bytes;
  const bool picture = request.header("content-type").starts_with("image/");
  request.body_too_large =
      from.body().size() > (picture                                     ? limits.picture_bytes
                            : request.path.starts_with("/api/articles") ? limits.article_bytes
                                                                        : limits.body_bytes);
  if (!request.body_too_large) request.body = from.body();
  auto address = from.remote_endpoint().address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  }
  request.peer = address.to_string();
  return request;
}

restinio::http_status_line_t status_line(int status) {
  return {restinio::http_status_code_t{static_cast<std::uint16_t>(status)},
          std::string(reason_phrase(status))};
}

template <class Builder>
void add_headers(Builder& builder, const Response& response) {
  builder.append_header_date_field();
  for (const auto& [name, value] : response.headers) builder.append_header(name, value);
}

// Bytes that wait for a reader are counted from send() until the network took them.
class ChunkedStream final : public Stream {
 public:
  using Builder = restinio::response_builder_t<restinio::chunked_output_t>;

  ChunkedStream(Builder builder, std::size_t queue_limit)
      : builder_(std::move(builder)), queue_limit_(queue_limit) {}
  ~ChunkedStream() override { close(); }

  bool send(std::string bytes) override {
    std::lock_guard lock(mutex_);
    if (ended_ || state_->gone) return false;
    const std::size_t size = bytes.size();
    if (state_->queued + size > queue_limit_) {
      end();
      return false;
    }
    state_->queued += size;
    builder_.append_chunk(std::move(bytes));
    builder_.flush([state = state_, size](const auto& error) {
      state->queued -= size;
      if (error) state->gone = true;
    });
    return true;
  }

  bool closed() const override {
    std::lock_guard lock(mutex_);
    return ended_ || state_->gone;
  }

  void close() override {
    std::lock_guard lock(mutex_);
    end();
  }

 private:
  // Written to by the I/O thread, possibly after the stream itself is gone.
  struct State {
    std::atomic<std::size_t> queued = 0;
    std::atomic<bool> gone = false;
  };

  void end() {
    if (ended_) return;
    ended_ = true;
    // What is queued is still written, within the write time; then the connection closes.
    builder_.done();
  }

  mutable std::mutex mutex_;
  Builder builder_;
  const std::size_t queue_limit_;
  std::shared_ptr<State> state_ = std::make_shared<State>();
  bool ended_ = false;
};

class RunningServer final : public Server {
 public:
  RunningServer(const ServerOptions& options, Handler handler)
      : options_(options),
        handler_(std::move(handler)),
        io_(std::make_unique<asio::io_context>(1)),
        work_(asio::make_work_guard(*io_)),
        workers_(options.workers, options.limits.queued_requests) {}

  ~RunningServer() override { stop(); }

  Result<Done> open() {
    const ServerLimits& limits = options_.limits;
    const bool is_v6 = options_.address.find(':') != std::string::npos;
    try {
      server_ = std::make_unique<RestinioServer>(
          restinio::external_io_context(*io_),
          restinio::server_settings_t<Traits>{}
              .address(options_.address)
              .port(options_.port)
              .protocol(is_v6 ? Tcp::v6() : Tcp::v4())
              .buffer_size(8 * 1024)
              .max_pipelined_requests(4)  // with 1 a client that left goes unnoticed
              .read_next_http_message_timelimit(limits.read_time)
              .write_http_response_timelimit(limits.write_time)
              .handle_request_timeout(limits.handle_time)
              .max_parallel_connections(limits.connections)
              .concurrent_accepts_count(4)
              // Beyond these the connection is cut without a word, so they lie well above those
              // that are answered politely.
              .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                            .max_url_size(48 * 1024)
                                            .max_field_name_size(1024)
                                            .max_field_value_size(48 * 1024)
                                            .max_field_count(200)
                                            .max_body_size(3 * 1024 * 1024))
              .socket_options_setter([](restinio::socket_options_t& socket) {
                socket.set_option(Tcp::no_delay(true));
              })
              .acceptor_options_setter([](restinio::acceptor_options_t& acceptor) {
                acceptor.set_option(Tcp::acceptor::reuse_address(true));
              })
              .acceptor_post_bind_hook(
                  [this](Tcp::acceptor& acceptor) { port_ = acceptor.local_endpoint().port(); })
              .request_handler(
                  [this](const restinio::request_handle_t& request) { return take(request); }));
    } catch (const std::exception& error) {
      return cannot_listen(error.what());
    }
    thread_ = std::thread([this] { run(); });

    std::promise<std::string> opened;
    server_->open_async([&] { opened.set_value({}); },
                        [&](const std::exception_ptr& thrown) {
                          try {
                            std::rethrow_exception(thrown);
                          } catch (const std::exception& error) {
                            opened.set_value(error.what());
                          }
                        });
    if (std::string error = opened.get_future().get(); !error.empty()) return cannot_listen(error);
    return Done{};
  }

  std::uint16_t port() const override { return port_; }

  void stop() override {
    if (stopped_.exchange(true)) return;
    if (thread_.joinable()) wind_down();
    workers_.stop();
  }

 private:
  tl::unexpected<Error> cannot_listen(const std::string& cause) const {
    return unavailable("Cannot listen on " + options_.address + " port " +
                           std::to_string(options_.port) + ": " + cause,
                       cause);
  }

  void run() {
    try {
      io_->run();
    } catch (const std::exception& error) {
      log_error("http", std::string("the I/O thread ended: ") + error.what());
    }
    std::lock_guard lock(end_mutex_);
    io_ended_ = true;
    end_.notify_all();
  }

  // Runs on the I/O thread: copies the request out and hands it to a worker.
  restinio::request_handling_status_t take(const restinio::request_handle_t& handle) {
    if (handle->header().connection() == restinio::http_connection_header_t::upgrade) {
      respond(handle, Method::kGet,
              problem(400, "invalid", "This server does not change protocols.", ""), true);
      return restinio::request_accepted();
    }
    auto request = std::make_shared<Request>(to_request(*handle, options_.limits));
    const Method method = request->method;
    const bool queued = workers_.post([this, handle, request] { answer(handle, *request); });
    if (!queued) {
      respond(handle, method,
              problem(503, "unavailable", "Too busy right now. Try again in a moment.", ""), true);
    }
    return restinio::request_accepted();
  }

  void answer(const restinio::request_handle_t& handle, const Request& request) {
    Response response;
    try {
      response = handler_(request);
    } catch (const std::exception& error) {
      log_error("http", std::string("a handler threw: ") + error.what());
      response = problem(500, "internal", "Something went wrong here. It is in our log.", "");
    } catch (...) {
      log_error("http", "a handler threw something strange");
      response = problem(500, "internal", "Something went wrong here. It is in our log.", "");
    }
    try {
      if (response.stream && request.method != Method::kHead) {
        open_stream(handle, response);
      } else {
        // After a body or headers that were refused, nobody knows where the next request starts to
        // be honest: end the connection.
        respond(handle, request.method, std::move(response),
                request.body_too_large || request.headers_too_large);
      }
    } catch (const std::exception& error) {
      log_error("http", std::string("a response could not be written: ") + error.what());
    }
  }

  void respond(const restinio::request_handle_t& handle, Method method, Response response,
               bool then_close) {
    auto builder =
        handle->create_response<restinio::user_controlled_output_t>(status_line(response.status));
    if (then_close || stopped_) builder.connection_close();
    add_headers(builder, response);
    const std::size_t size =
        response.lasting_body.empty() ? response.body.size() : response.lasting_body.size();
    builder.set_content_length(size);
    if (method != Method::kHead && response.status != 304 && response.status != 204) {
      if (response.lasting_body.empty()) {
        builder.append_body(std::move(response.body));
      } else {
        builder.append_body(restinio::const_buffer(response.lasting_body.data(), size));
      }
    }
    ++writing_;
    builder.done([this](const auto&) { --writing_; });
  }

  void open_stream(const restinio::request_handle_t& handle, const Response& response) {
    auto builder =
        handle->create_response<restinio::chunked_output_t>(status_line(response.status));
    builder.connection_close();
    add_headers(builder, response);
    auto stream =
        std::make_shared<ChunkedStream>(std::move(builder), options_.limits.stream_queue_bytes);
    {
      std::lock_guard lock(streams_mutex_);
      std::erase_if(streams_, [](const auto& each) { return each.expired(); });
      if (stopped_) return;
      streams_.push_back(stream);
    }
    response.stream(stream);
  }

  void wind_down() {
    const auto deadline = std::chrono::steady_clock::now() + options_.limits.stop_time;
    asio::post(*io_, [this] {
      try {
        server_->close_sync();
      } catch (const std::exception& error) {
        log_warn("http", std::string("closing the listener: ") + error.what());
      }
    });
    {
      std::lock_guard lock(streams_mutex_);
      for (const auto& each : streams_) {
        if (const auto stream = each.lock()) stream->close();
      }
    }
    workers_.stop();  // running requests get their answer
    while (writing_ > 0 && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    asio::post(*io_, [this] { asio::use_service<SocketTracker>(*io_).hang_up_all(); });
    work_.reset();
    std::unique_lock lock(end_mutex_);
    const bool ended = end_.wait_until(lock, deadline, [this] { return io_ended_; });
    lock.unlock();
    if (!ended) io_->stop();
    thread_.join();
    if (!ended) {
      // Connections that still live point into the server and the server into its context; no order
      // of destruction is right. The process is about to end: let them be.
      log_warn("http", "connections were still open when the server stopped");
      static std::vector<std::pair<RestinioServer*, asio::io_context*>> kept;
      kept.emplace_back(server_.release(), io_.release());
    }
  }

  const ServerOptions options_;
  const Handler handler_;
  std::unique_ptr<asio::io_context> io_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  std::unique_ptr<RestinioServer> server_;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopped_ = false;
  std::atomic<int> writing_ = 0;
  std::mutex streams_mutex_;
  std::vector<std::weak_ptr<ChunkedStream>> streams_;
  std::mutex end_mutex_;
  std::condition_variable end_;
  bool io_ended_ = false;
  std::thread thread_;
  Workers workers_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Handler handler) {
  auto server = std::make_unique<RunningServer>(options, std::move(handler));
  RAPPORT_TRY(server->open());
  return server;
}

}  // namespace rapport
