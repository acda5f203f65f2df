#include "http/client.h"

#include <algorithm>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>

namespace rapport::testing {
namespace {

std::size_t keep_body(char* data, std::size_t size, std::size_t count, void* into) {
  static_cast<std::string*>(into)->append(data, size * count);
  return size * count;
}

std::size_t keep_header(char* data, std::size_t size, std::size_t count, void* into) {
  const std::string line(data, size * count);
  const auto colon = line.find(": ");
  if (colon == line.npos) return size * count;
  std::string name = line.substr(0, colon);
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  auto& headers = *static_cast<std::map<std::string, std::string>*>(into);
  headers[name] = line.substr(colon + 2, line.find_last_not_of("\r\n") - colon - 1);
  return size * count;
}

}  // namespace

boost::json::value Answer::json() const {
  boost::json::error_code error;
  auto value = boost::json::parse(body, error);
  return error ? boost::json::value(nullptr) : value;
}

std::string Answer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

std::string Answer::text(const std::string& field) const {
  const auto value = json();
  const auto* object = value.if_object();
  const auto* found = object ? object->if_contains(field) : nullptr;
  return found && found->is_string() ? std::string(found->get_string()) : "";
}

Answer ask(std::uint16_t port, const std::string& method, const std::string& path,
           const Ask& with) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                 curl_easy_cleanup);
  curl_slist* headers = nullptr;
  const auto add = [&](const std::string& line) {
    headers = curl_slist_append(headers, line.c_str());
  };
  const bool typed = std::ranges::any_of(
      with.headers, [](const auto& line) { return line.starts_with("Content-Type:"); });
  if (!with.body.empty() && !typed) add("Content-Type: application/json");
  if (!with.csrf.empty()) add("X-CSRF-Token: " + with.csrf);
  if (!with.token.empty()) add("Authorization: Bearer " + with.token);
  add("Expect:");
  for (const auto& line : with.headers) add(line);

  Answer answer;
  const std::string url = "http://127.0.0.1:" + std::to_string(port) + path;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 20L);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
  if (method == "HEAD") curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
  if (!with.cookie.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_COOKIE, ("rapport_session=" + with.cookie).c_str());
  }
  if (!with.body.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, with.body.data());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(with.body.size()));
  }
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, keep_body);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, keep_header);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &answer.headers);
  if (curl_easy_perform(curl.get()) == CURLE_OK) {
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
  }
  curl_slist_free_all(headers);
  return answer;
}

RawConnection::RawConnection(std::uint16_t port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0) {
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

RawConnection::~RawConnection() { ::close(socket_); }

bool RawConnection::send(const std::string& bytes) {
  return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(bytes.size());
}

std::string RawConnection::read_until(const std::string& enough, std::chrono::milliseconds most) {
  const auto deadline = std::chrono::steady_clock::now() + most;
  while (!ended_ && (enough.empty() || read_.find(enough) == read_.npos)) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    pollfd poll_for{socket_, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&poll_for, 1, static_cast<int>(left.count())) <= 0) break;
    char bytes[8192];
    const ssize_t size = ::recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) {
      ended_ = true;
    } else {
      read_.append(bytes, static_cast<std::size_t>(size));
    }
  }
  return read_;
}

bool RawConnection::is_hung_up_within(std::chrono::milliseconds most) {
  read_until("", most);
  return ended_;
}

}  // namespace rapport::testing
