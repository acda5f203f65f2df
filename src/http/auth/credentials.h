// What a caller proves with: a browser's session cookie, or a personal token.

#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "http/request.h"
#include "http/services.h"

namespace rapport {

inline constexpr std::string_view kSessionCookie = "rapport_session";

// The Set-Cookie value that signs a browser in until `expires_at`.
std::string session_cookie(const Request& request, const HttpSettings& settings,
                           const std::string& secret, Time expires_at, Time now);
// The one that signs it out.
std::string ended_session_cookie(const Request& request, const HttpSettings& settings);

// The secret of "Authorization: Bearer …"; empty if the header is something else, nothing without
// one.
std::optional<std::string> bearer_token(const Request& request);

}  // namespace rapport
