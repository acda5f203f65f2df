#include "networks/testing/web_socket_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "base/base64.h"

namespace rapport {
namespace {

std::string header(const std::string& request, const std::string& name) {
  const std::size_t at = request.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 4;
  return request.substr(begin, request.find("\r\n", begin) - begin);
}

}  // namespace

struct TestCertificate::Parts {
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  SSL_CTX* context = nullptr;
};

TestCertificate::TestCertificate(const std::string& name) : parts_(std::make_unique<Parts>()) {
  std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to whoever is gone
  parts_->key = EVP_EC_gen("P-256");
  X509* const made = parts_->certificate = X509_new();
  X509_set_version(made, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
  X509_gmtime_adj(X509_getm_notBefore(made), -3600);
  X509_gmtime_adj(X509_getm_notAfter(made), 3600);
  X509_set_pubkey(made, parts_->key);
  X509_NAME* const subject = X509_get_subject_name(made);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(made, subject);
  X509_EXTENSION* const names =
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + name).c_str());
  X509_add_ext(made, names, -1);
  X509_EXTENSION_free(names);
  X509_sign(made, parts_->key, EVP_sha256());
  parts_->context = SSL_CTX_new(TLS_server_method());
  SSL_CTX_use_certificate(parts_->context, made);
  SSL_CTX_use_PrivateKey(parts_->context, parts_->key);

  char path[] = "/tmp/rapport-certificate-XXXXXX";
  const int file = ::mkstemp(path);
  if (file < 0) throw std::runtime_error("no file for a certificate");
  path_ = path;
  std::FILE* const out = ::fdopen(file, "w");
  PEM_write_X509(out, made);
  std::fclose(out);
}

TestCertificate::~TestCertificate() {
  SSL_CTX_free(parts_->context);
  X509_free(parts_->certificate);
  EVP_PKEY_free(parts_->key);
  ::unlink(path_.c_str());
}

std::string WebSocketServer::url(std::string_view host) const {
  return (certificate_ ? "wss://" : "ws://") + std::string(host) + ":" + std::to_string(port_);
}

WebSocketServer::WebSocketServer(Behaviour behaviour, const TestCertificate* certificate)
    : behaviour_(std::move(behaviour)), certificate_(certificate) {
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
  const auto tls = std::unique_ptr<SSL, decltype(&SSL_free)>(
      certificate_ ? SSL_new(certificate_->parts_->context) : nullptr, SSL_free);
  if (tls) {
    SSL_set_fd(tls.get(), socket);
    if (SSL_accept(tls.get()) != 1) return;
  }
  Peer peer(*this, socket, tls.get());
  while (peer.request_.find("\r\n\r\n") == std::string::npos) {
    char bytes[2048];
    const long got = peer.receive(bytes, sizeof bytes);
    if (got <= 0) return;
    peer.request_.append(bytes, static_cast<std::size_t>(got));
  }
  {
    std::lock_guard lock(mutex_);
    asked_.push_back(peer.path());
  }
  if (refuse != 0) {
    peer.send("HTTP/1.1 " + std::to_string(refuse) +
              " No\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
    return;
  }
  const std::string key =
      header(peer.request_, "Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  unsigned char hash[SHA_DIGEST_LENGTH];
  ::SHA1(reinterpret_cast<const unsigned char*>(key.data()), key.size(), hash);
  peer.send(
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
  send(bytes.append(message));
}

void WebSocketServer::Peer::send(std::string_view bytes) {
  if (tls_) {
    SSL_write(static_cast<SSL*>(tls_), bytes.data(), static_cast<int>(bytes.size()));
    return;
  }
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

long WebSocketServer::Peer::receive(char* bytes, std::size_t size) {
  if (tls_) return SSL_read(static_cast<SSL*>(tls_), bytes, static_cast<int>(size));
  return ::recv(socket_, bytes, size, 0);
}

void WebSocketServer::Peer::close(std::uint16_t code, std::string_view reason) {
  std::string body{static_cast<char>(code >> 8U), static_cast<char>(code)};
  frame(0x88, body.append(reason));
  char answer[256];
  (void)receive(answer, sizeof answer);
}

void WebSocketServer::Peer::hold() {
  char bytes[256];
  while (!server_.closing_ && receive(bytes, sizeof bytes) > 0) {
  }
}

}  // namespace rapport
