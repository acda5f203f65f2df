#include "networks/bluesky/credentials.h"

#include <boost/json.hpp>

#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {

std::string to_text(const Credentials& credentials) {
  return boost::json::serialize(boost::json::object{
      {"v", 1},
      {"did", credentials.did},
      {"handle", credentials.handle},
      {"service", credentials.service},
      {"service_fixed", credentials.service_fixed},
      {"app_password", credentials.app_password},
      {"access", credentials.access},
      {"refresh", credentials.refresh},
  });
}

Result<Credentials> credentials_of(const std::string& text) {
  constexpr std::string_view kWords = "The stored sign-in of this channel cannot be read.";
  auto credentials = read_json(text, [](Json json) -> Result<Credentials> {
    Credentials read;
    read.did = text_at(json, "did");
    read.handle = text_at(json, "handle");
    read.service = text_at(json, "service");
    read.service_fixed = bool_at(json, "service_fixed").value_or(false);
    read.app_password = text_at(json, "app_password");
    read.access = text_at(json, "access");
    read.refresh = text_at(json, "refresh");
    return read;
  });
  if (!credentials || !is_did(credentials->did) || credentials->service.empty()) {
    return invalid(std::string(kWords));
  }
  return credentials;
}

}  // namespace rapport::bluesky
