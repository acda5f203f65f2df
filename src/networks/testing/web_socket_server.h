// A WebSocket server of a few lines, on loopback, with or without TLS: each connection is handed to
// the test's own behaviour, and what it was asked is remembered.

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace rapport {

// A key and a certificate for `name` that is signed by nobody else.
class TestCertificate {
 public:
  explicit TestCertificate(const std::string& name);
  ~TestCertificate();
  TestCertificate(const TestCertificate&) = delete;
  TestCertificate& operator=(const TestCertificate&) = delete;

  // Where a client would find it who believes it.
  const std::string& path() const { return path_; }

 private:
  friend class WebSocketServer;
  struct Parts;
  std::unique_ptr<Parts> parts_;
  std::string path_;
};

class WebSocketServer {
 public:
  // One open connection; its end closes the socket without a word.
  class Peer {
   public:
    Peer(WebSocketServer& server, int socket, void* tls)
        : server_(server), socket_(socket), tls_(tls) {}
    const std::string& request() const { return request_; }
    std::string path() const;
    void text(std::string_view message) { frame(0x81, message); }
    void binary(std::string_view message) { frame(0x82, message); }
    void close(std::uint16_t code, std::string_view reason);
    // Until the client is gone or the server ends.
    void hold();

   private:
    friend class WebSocketServer;
    void frame(unsigned char head, std::string_view message);
    void send(std::string_view bytes);
    long receive(char* bytes, std::size_t size);
    WebSocketServer& server_;
    int socket_;
    void* tls_;  // SSL; null without
    std::string request_;
  };
  using Behaviour = std::function<void(Peer&)>;

  explicit WebSocketServer(Behaviour behaviour, const TestCertificate* certificate = nullptr);
  ~WebSocketServer();
  WebSocketServer(const WebSocketServer&) = delete;
  WebSocketServer& operator=(const WebSocketServer&) = delete;

  std::string url(std::string_view host = "127.0.0.1") const;
  // The paths asked for, in order.
  std::vector<std::string> asked() const;
  // Refuses the next connections with this status; 0: opens them.
  std::atomic<int> refuse{0};

 private:
  void serve(int socket);

  Behaviour behaviour_;
  const TestCertificate* certificate_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> closing_{false};
  mutable std::mutex mutex_;
  std::vector<int> sockets_;
  std::vector<std::string> asked_;
  std::vector<std::jthread> workers_;
  std::jthread thread_;
};

}  // namespace rapport
