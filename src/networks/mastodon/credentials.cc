#include "networks/mastodon/credentials.h"

#include <boost/json.hpp>

#include "networks/mastodon/json.h"

namespace rapport::mastodon {

std::string to_text(const Credentials& credentials) {
  return boost::json::serialize(boost::json::object{
      {"v", 1},
      {"service", credentials.service},
      {"domain", credentials.domain},
      {"account_id", credentials.account_id},
      {"handle", credentials.handle},
      {"token", credentials.token},
      {"refresh", credentials.refresh},
      {"client_id", credentials.client_id},
      {"client_secret", credentials.client_secret},
      {"token_url", credentials.token_url},
  });
}

Result<Credentials> credentials_of(const std::string& text) {
  constexpr std::string_view kWords = "The stored sign-in of this channel cannot be read.";
  auto credentials = read_json(text, [](Json json) -> Result<Credentials> {
    Credentials read;
    read.service = text_at(json, "service");
    read.domain = text_at(json, "domain");
    read.account_id = text_at(json, "account_id");
    read.handle = text_at(json, "handle");
    read.token = text_at(json, "token");
    read.refresh = text_at(json, "refresh");
    read.client_id = text_at(json, "client_id");
    read.client_secret = text_at(json, "client_secret");
    read.token_url = text_at(json, "token_url");
    return read;
  });
  if (!credentials || credentials->service.empty() || credentials->account_id.empty() ||
      credentials->token.empty()) {
    return invalid(std::string(kWords));
  }
  return credentials;
}

std::string to_text(const Pending& pending) {
  return boost::json::serialize(boost::json::object{
      {"v", 1},
      {"service", pending.service},
      {"domain", pending.domain},
      {"client_id", pending.client_id},
      {"client_secret", pending.client_secret},
      {"redirect_url", pending.redirect_url},
      {"scope", pending.scope},
      {"verifier", pending.verifier},
      {"token_url", pending.token_url},
  });
}

Result<Pending> pending_of(const std::string& text) {
  auto pending = read_json(text, [](Json json) -> Result<Pending> {
    Pending read;
    read.service = text_at(json, "service");
    read.domain = text_at(json, "domain");
    read.client_id = text_at(json, "client_id");
    read.client_secret = text_at(json, "client_secret");
    read.redirect_url = text_at(json, "redirect_url");
    read.scope = text_at(json, "scope");
    read.verifier = text_at(json, "verifier");
    read.token_url = text_at(json, "token_url");
    return read;
  });
  if (!pending || pending->service.empty() || pending->client_id.empty()) {
    return invalid("This sign-in was not begun here. Please begin again.", "code");
  }
  return pending;
}

}  // namespace rapport::mastodon
