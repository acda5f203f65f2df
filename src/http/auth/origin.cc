#include "http/auth/origin.h"

#include <algorithm>

namespace rapport {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "https://rapport.example/" → "rapport.example", with its port if it has one.
std::string authority(std::string_view url) {
  const auto mark = url.find("://");
  if (mark == url.npos) return {};
  url.remove_prefix(mark + 3);
  return lower(url.substr(0, url.find('/')));
}

std::string_view last_of_list(std::string_view list) {
  if (const auto comma = list.rfind(','); comma != list.npos) list.remove_prefix(comma + 1);
  while (list.starts_with(' ')) list.remove_prefix(1);
  while (list.ends_with(' ')) list.remove_suffix(1);
  return list;
}

bool through_trusted_proxy(const Request& request, const HttpSettings& settings) {
  return std::ranges::find(settings.trusted_proxies, request.peer) !=
         settings.trusted_proxies.end();
}

}  // namespace

std::string host_name(std::string_view host) {
  if (host.starts_with('[')) return lower(host.substr(0, host.find(']') + 1));
  return lower(host.substr(0, host.find(':')));
}

bool is_loopback_name(std::string_view name) {
  return name == "localhost" || name == "[::1]" || name.ends_with(".localhost") ||
         is_loopback_address(name);
}

bool is_loopback_address(std::string_view address) {
  if (address == "::1") return true;
  return address.starts_with("127.") && address.find_first_not_of("0123456789.") == address.npos;
}

bool host_is_ours(const Request& request, const HttpSettings& settings) {
  if (request.header_count("host") != 1) return false;
  const std::string name = host_name(request.header("host"));
  if (is_loopback_name(name)) return true;
  if (!settings.public_url.empty() && name == host_name(authority(settings.public_url)))
    return true;
  return std::ranges::any_of(settings.hosts,
                             [&](const std::string& ours) { return host_name(ours) == name; });
}

bool origin_is_ours(const Request& request, const HttpSettings& settings) {
  const std::string_view site = request.header("sec-fetch-site");
  if (site == "cross-site" || site == "same-site") return false;
  if (request.header_count("origin") == 0) return true;  // not a browser, or an old one
  const std::string asking = authority(request.header("origin"));
  if (asking.empty()) return false;  // "null" among them
  return asking == lower(request.header("host")) || asking == authority(settings.public_url);
}

std::string client_address(const Request& request, const HttpSettings& settings) {
  if (through_trusted_proxy(request, settings)) {
    // The last entry is the one our proxy wrote; those before it anybody could have.
    const auto forwarded = last_of_list(request.header("x-forwarded-for"));
    if (!forwarded.empty()) return std::string(forwarded);
  }
  return request.peer;
}

bool is_https(const Request& request, const HttpSettings& settings) {
  if (settings.public_url.starts_with("https://") &&
      host_name(request.header("host")) == host_name(authority(settings.public_url))) {
    return true;
  }
  return through_trusted_proxy(request, settings) &&
         last_of_list(request.header("x-forwarded-proto")) == "https";
}

bool is_local(const Request& request) {
  return is_loopback_address(request.peer) && is_loopback_name(host_name(request.header("host"))) &&
         request.header_count("x-forwarded-for") == 0 && request.header_count("forwarded") == 0;
}

}  // namespace rapport
