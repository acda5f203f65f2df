// A WebSocket server of a few lines, on loopback: each connection is handed to the test's own
// behaviour, and what it was asked is remembered.

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace rapport {

class WebSocketServer {
 public:
  // One open connection; its end closes the socket without a word.
  class Peer {
   public:
    Peer(WebSocketServer& server, int socket) : server_(server), socket_(socket) {}
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
    WebSocketServer& server_;
    int socket_;
    std::string request_;
  };
  using Behaviour = std::function<void(Peer&)>;

  explicit WebSocketServer(Behaviour behaviour);
  ~WebSocketServer();
  WebSocketServer(const WebSocketServer&) = delete;
  WebSocketServer& operator=(const WebSocketServer&) = delete;

  std::string url() const { return "ws://127.0.0.1:" + std::to_string(port_); }
  // The paths asked for, in order.
  std::vector<std::string> asked() const;
  // Refuses the next connections with this status; 0: opens them.
  std::atomic<int> refuse{0};

 private:
  void serve(int socket);

  Behaviour behaviour_;
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
