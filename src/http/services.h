// What handlers can reach.

#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "desk/desk.h"
#include "http/auth/attempts.h"
#include "http/auth/setup_code.h"

namespace rapport {

class LiveHub;

struct HttpSettings {
  // Names this server answers to, as a Host header has them without the port; loopback names
  // always are. A name nobody gave us is refused, or a foreign page could reach us by DNS tricks.
  std::vector<std::string> hosts;
  std::string public_url;  // "https://rapport.example"; empty: not known
  // Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
  std::vector<std::string> trusted_proxies;
  bool networks_here = false;  // networks may live on this machine, without TLS: for development
  bool demo = false;           // on loopback, whoever opens the page is the owner
};

struct Services {
  const HttpSettings& settings;
  const Clock& clock;
  Desk& desk;
  LiveHub& live;
  Attempts& attempts;
  SetupCode& setup_code;
};

}  // namespace rapport
