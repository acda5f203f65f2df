// What a Bluesky channel must remember to stay signed in, as the text that is sealed and stored.

#pragma once

#include <string>

#include "base/result.h"

namespace rapport::bluesky {

struct Credentials {
  std::string did;
  std::string handle;
  std::string service;         // origin of the server that holds the account
  bool service_fixed = false;  // a person named the server: never look for another one
  std::string app_password;
  std::string access;  // empty: sign in first
  std::string refresh;
};

std::string to_text(const Credentials& credentials);

// Fails with invalid if the text is none of ours.
Result<Credentials> credentials_of(const std::string& text);

}  // namespace rapport::bluesky
