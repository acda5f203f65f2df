// What a channel must remember to stay signed in, as the text that is sealed and stored.

#pragma once

#include <string>

#include "base/result.h"

namespace rapport::mastodon {

struct Credentials {
  std::string service;     // origin of the server
  std::string domain;      // of its handles: "name@domain"
  std::string account_id;  // ours there, as the server wrote it
  std::string handle;      // whole
  std::string token;
  std::string refresh;  // empty: the token does not expire
  std::string client_id;
  std::string client_secret;
  std::string token_url;
};

std::string to_text(const Credentials& credentials);

// Fails with invalid if the text is none of ours.
Result<Credentials> credentials_of(const std::string& text);

// The half of a sign-in that waits for its code.
struct Pending {
  std::string service;
  std::string domain;
  std::string client_id;
  std::string client_secret;
  std::string redirect_url;
  std::string scope;
  std::string verifier;  // of PKCE; empty: the server does not offer it
  std::string token_url;
};

std::string to_text(const Pending& pending);
Result<Pending> pending_of(const std::string& text);

}  // namespace rapport::mastodon
