// Signing in by OAuth: Rapport registers itself on the server, sends a browser there, and trades
// the code it comes back with for a token. PKCE where the server offers it.

#pragma once

#include <string>
#include <vector>

#include "networks/mastodon/credentials.h"
#include "networks/mastodon/server.h"
#include "networks/registry.h"

namespace rapport::mastodon {

// What a server shows a code under, where it does not send the browser back.
inline constexpr std::string_view kShowCode = "urn:ietf:wg:oauth:2.0:oob";

// What Rapport asks for: to read, and to write just what it writes where a server can tell that
// apart. `offered` are the server's scopes; empty: not told.
std::string scopes_for(const std::vector<std::string>& offered);

Result<SignInStart> start_sign_in(const Api& api, const SignInRequest& request);
Result<ConnectedAccount> finish_sign_in(const Api& api, const std::string& kept,
                                        const std::string& code);

}  // namespace rapport::mastodon
