// A real HTTP server of a few lines, on loopback and a free port.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace rapport {

// A server of a few lines: each connection is handed to the test's own behaviour.
class TinyServer {
 public:
  using Behaviour = std::function<void(TinyServer&, int socket)>;

  explicit TinyServer(Behaviour behaviour) : behaviour_(std::move(behaviour)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      throw std::runtime_error("no socket to listen on");
    }
    port = ntohs(address.sin_port);
    thread_ = std::jthread([this] {
      while (true) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        ++connections;
        {
          std::lock_guard lock(mutex_);
          sockets_.push_back(socket);
        }
        workers_.emplace_back([this, socket] {
          behaviour_(*this, socket);
          ::shutdown(socket, SHUT_RDWR);
        });
      }
    });
  }
  ~TinyServer() {
    closing_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
    workers_.clear();
    for (const int socket : sockets_) ::close(socket);
    ::close(listener_);
  }
  TinyServer(const TinyServer&) = delete;
  TinyServer& operator=(const TinyServer&) = delete;

  std::string url(std::string_view path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port) + std::string(path);
  }

  // One request with its body; empty if the client is gone.
  std::string read_request(int socket) {
    std::string text;
    while (!closing_) {
      const std::size_t end = text.find("\r\n\r\n");
      if (end != std::string::npos) {
        const std::size_t length = text.find("Content-Length: ");
        const std::size_t body =
            length < end ? std::stoul(text.substr(length + 16)) : std::size_t{0};
        if (text.size() >= end + 4 + body) {
          ++requests;
          return text;
        }
      }
      char buffer[4096];
      const ssize_t size = ::recv(socket, buffer, sizeof buffer, 0);
      if (size <= 0) return {};
      text.append(buffer, static_cast<std::size_t>(size));
    }
    return {};
  }
  static bool write(int socket, std::string_view text) {
    while (!text.empty()) {
      const ssize_t size = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
      if (size <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
  }
  // Answers each request of a connection with 200 and that body.
  static Behaviour saying(std::string body) {
    return [body](TinyServer& server, int socket) {
      while (!server.read_request(socket).empty()) {
        write(socket, "HTTP/1.1 200 OK\r\nX-Test: one\r\nContent-Length: " +
                          std::to_string(body.size()) + "\r\n\r\n" + body);
      }
    };
  }

  int port = 0;
  std::atomic<int> connections{0};
  std::atomic<int> requests{0};

 private:
  Behaviour behaviour_;
  int listener_ = -1;
  std::atomic<bool> closing_{false};
  std::mutex mutex_;
  std::vector<int> sockets_;
  std::vector<std::jthread> workers_;
  std::jthread thread_;
};

}  // namespace rapport
