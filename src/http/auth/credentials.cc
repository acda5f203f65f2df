#include "http/auth/credentials.h"

#include <algorithm>

#include "http/auth/origin.h"

namespace rapport {
namespace {

std::string cookie(const Request& request, const HttpSettings& settings, const std::string& value,
                   std::int64_t seconds) {
  std::string out = std::string(kSessionCookie) + "=" + value +
                    "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds);
  if (is_https(request, settings)) out += "; Secure";
  return out;
}

}  // namespace

std::string session_cookie(const Request& request, const HttpSettings& settings,
                           const std::string& secret, Time expires_at, Time now) {
  const auto left = std::chrono::duration_cast<std::chrono::seconds>(expires_at - now).count();
  return cookie(request, settings, secret, std::max<std::int64_t>(left, 0));
}

std::string ended_session_cookie(const Request& request, const HttpSettings& settings) {
  return cookie(request, settings, "", 0);
}

std::optional<std::string> bearer_token(const Request& request) {
  if (request.header_count("authorization") == 0) return std::nullopt;
  const std::string_view value = request.header("authorization");
  constexpr std::string_view kScheme = "Bearer ";
  if (request.header_count("authorization") > 1 || !value.starts_with(kScheme)) return "";
  return std::string(value.substr(kScheme.size()));
}

}  // namespace rapport
