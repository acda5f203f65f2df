#include "networks/mastodon/names.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"

namespace rapport::mastodon {
namespace {

constexpr std::size_t kMostId = 300;

bool is_path_id(std::string_view id) {
  return !id.empty() && id != "." && id != ".." && id.find('/') == std::string_view::npos;
}

}  // namespace

std::string host_of(std::string_view origin) {
  const std::size_t scheme = origin.find("://");
  return std::string(scheme == std::string_view::npos ? origin : origin.substr(scheme + 3));
}

std::string make_native_id(std::string_view host, std::string_view id) {
  if (id.size() > kMostId) return {};
  const std::string path = encode_url_value(id);
  if (host.empty() || !is_path_id(path)) return {};
  return std::string(host) + "/" + path;
}

std::string make_tie_id(std::string_view object_native_id, std::string_view actor_native_id) {
  const std::size_t slash = actor_native_id.find('/');
  if (object_native_id.empty() || slash == std::string_view::npos) return {};
  return std::string(object_native_id).append(actor_native_id.substr(slash));
}

std::optional<std::string> path_id(std::string_view native_id, std::string_view host) {
  if (host.empty() || native_id.size() <= host.size() + 1 || !native_id.starts_with(host) ||
      native_id[host.size()] != '/') {
    return std::nullopt;
  }
  const std::string_view id = native_id.substr(host.size() + 1);
  if (!is_path_id(id)) return std::nullopt;
  return std::string(id);
}

std::string raw_id(std::string_view path_id) {
  const auto digit = [](char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    return -1;
  };
  std::string id;
  for (std::size_t at = 0; at < path_id.size(); ++at) {
    if (path_id[at] == '%' && at + 2 < path_id.size() && digit(path_id[at + 1]) >= 0 &&
        digit(path_id[at + 2]) >= 0) {
      id += static_cast<char>(digit(path_id[at + 1]) * 16 + digit(path_id[at + 2]));
      at += 2;
    } else {
      id += path_id[at];
    }
  }
  return id;
}

std::optional<std::string> path_id_of_tie(std::string_view tie_id, std::string_view host) {
  const std::size_t last = tie_id.rfind('/');
  if (last == std::string_view::npos) return std::nullopt;
  return path_id(tie_id.substr(0, last), host);
}

std::string whole_handle(std::string_view acct, std::string_view domain) {
  std::string handle = clean_utf8(trim(acct));
  if (handle.starts_with('@')) handle.erase(0, 1);
  const bool odd =
      handle.empty() || handle.size() > 500 ||
      std::any_of(handle.begin(), handle.end(), [](char letter) {
        return static_cast<unsigned char>(letter) <= ' ' || letter == '/' || letter == '\x7F';
      });
  if (odd) return {};
  if (handle.find('@') == std::string::npos && !domain.empty()) handle.append("@").append(domain);
  return handle;
}

ServerName server_named(std::string_view typed) {
  ServerName named;
  std::string_view text = trim(typed);
  if (text.starts_with("acct:")) text.remove_prefix(5);
  const bool is_url = text.find("://") != std::string_view::npos;
  if (is_url) {
    named.host = text;
    return named;
  }
  if (text.starts_with('@')) text.remove_prefix(1);
  const std::size_t at = text.rfind('@');
  if (at != std::string_view::npos) {
    named.host = text.substr(at + 1);
    if (at > 0) named.handle = text;
  } else {
    named.host = text;
  }
  return named;
}

}  // namespace rapport::mastodon
