// What a server says of itself: its limits, and what it can do.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/channel.h"
#include "networks/mastodon/api.h"

namespace rapport::mastodon {

// How a server takes a quote, if it does.
enum class Quoting { kNone, kQuotedStatusId, kQuoteId };

struct Server {
  std::string domain;  // of its handles
  std::string title;
  std::string version;
  Limits limits;
  std::size_t link_length = 23;  // what a link in a text counts for
  Quoting quoting = Quoting::kNone;
  std::string streaming_url;  // empty: it offers none
};

// What Mastodon itself has, for servers that do not say.
Limits usual_limits();

// /api/v2/instance, or /api/v1/instance. Pure.
Result<Server> read_server(const std::string& body);

// Asks for the second and, where the server has none, for the first. Fails with invalid if what
// answers does not speak the Mastodon API.
Result<Server> ask_server(const Api& api, const std::string& origin, Urgency urgency);

// Where a server takes sign-ins, and how (RFC 8414); older ones do not say, and have the usual
// ones.
struct SignInPlaces {
  std::string authorize_url;
  std::string token_url;
  bool pkce = false;
  std::vector<std::string> scopes;  // empty: not told
};
SignInPlaces read_places(const std::string& body, const std::string& origin);
SignInPlaces ask_places(const Api& api, const std::string& origin);

}  // namespace rapport::mastodon
