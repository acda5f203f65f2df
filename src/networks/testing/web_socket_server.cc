#include "networks/testing/web_socket_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/sha.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "base/base64.h"

namespace rapport {
namespace {

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string header(const std::string& request, const std::string& name) {
  const std::size_t at = request.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 4;
  return request.substr(begin, request.find("\r\n", begin) - begin);
}

}  // namespace

WebSocketServer::WebSocketServer(Behaviour behaviour) : behaviour_(std::move(behaviour)) {
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
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this] {
    while (true) {
      const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (socket < 0) return;
      {
        std::lock_guard lock(mutex_);
        sockets_.push_back(socket);
      }
      workers_.emplace_back([this, socket] {
        serve(socket);
        ::shutdown(socket, SHUT_RDWR);
      });
    }
  });
}

WebSocketServer::~WebSocketServer() {
  closing_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
  workers_.clear();
  for (const int socket : sockets_) ::close(socket);
  ::close(listener_);
}

std::vector<std::string> WebSocketServer::asked() const {
  std::lock_guard lock(mutex_);
  return asked_;
}

void WebSocketServer::serve(int socket) {
  Peer peer(*this, socket);
  while (peer.request_.find("\r\n\r\n") == std::string::npos) {
    char bytes[2048];
    const ssize_t got = ::recv(socket, bytes, sizeof bytes, 0);
    if (got <= 0) return;
    peer.request_.append(bytes, static_cast<std::size_t>(got));
  }
  {
    std::lock_guard lock(mutex_);
    asked_.push_back(peer.path());
  }
  if (refuse != 0) {
    send_all(socket, "HTTP/1.1 " + std::to_string(refuse) +
                         " No\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
    return;
  }
  const std::string key =
      header(peer.request_, "Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  unsigned char hash[SHA_DIGEST_LENGTH];
  ::SHA1(reinterpret_cast<const unsigned char*>(key.data()), key.size(), hash);
  send_all(socket,
           "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
               to_base64({reinterpret_cast<const char*>(hash), sizeof hash}) + "\r\n\r\n");
  behaviour_(peer);
}

std::string WebSocketServer::Peer::path() const {
  const std::size_t begin = request_.find(' ') + 1;
  return request_.substr(begin, request_.find(' ', begin) - begin);
}

void WebSocketServer::Peer::frame(unsigned char head, std::string_view message) {
  std::string bytes(1, static_cast<char>(head));
  if (message.size() < 126) {
    bytes += static_cast<char>(message.size());
  } else if (message.size() < 65536) {
    bytes += static_cast<char>(126);
    for (int shift = 8; shift >= 0; shift -= 8) bytes += static_cast<char>(message.size() >> shift);
  } else {
    bytes += static_cast<char>(127);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes += static_cast<char>(static_cast<std::uint64_t>(message.size()) >> shift);
    }
  }
  send_all(socket_, bytes.append(message));
}

void WebSocketServer::Peer::close(std::uint16_t code, std::string_view reason) {
  std::string body{static_cast<char>(code >> 8U), static_cast<char>(code)};
  frame(0x88, body.append(reason));
  char answer[256];
  (void)::recv(socket_, answer, sizeof answer, 0);
}

void WebSocketServer::Peer::hold() {
  char bytes[256];
  while (!server_.closing_ && ::recv(socket_, bytes, sizeof bytes, 0) > 0) {
  }
}

}  // namespace rapport
