// Who an account is and where it lives: handle → DID → identity document → server.
//
// https://atproto.com/specs/handle#handle-resolution and /did

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "networks/bluesky/bluesky.h"
#include "networks/transport.h"

namespace rapport::bluesky {

struct Identity {
  std::string did;
  std::string handle;   // the one its document claims; empty if it claims none
  std::string service;  // origin of its personal data server
};

class IdentityResolver {
 public:
  IdentityResolver(Transport& transport, BlueskySettings settings);

  // Asks the handle's own domain over HTTPS, then the configured resolver, which also knows handles
  // set by DNS. Fails with not_found if neither knows it, unavailable if nobody could be asked.
  Result<std::string> did_of(std::string_view handle) const;

  // Reads the document of a did:plc or did:web.
  Result<Identity> identity_of(std::string_view did) const;

  // Both, and makes sure that the document claims the handle back: a domain alone could otherwise
  // send our password to a server of its own choice.
  Result<Identity> identity_of_handle(std::string_view handle) const;

 private:
  Result<std::string> ask_domain(std::string_view handle) const;
  Result<std::string> ask_resolver(std::string_view handle) const;

  Transport& transport_;
  BlueskySettings settings_;
};

// The server an identity document names; empty if it names none. `document` is JSON.
Result<Identity> read_identity(const std::string& document);

}  // namespace rapport::bluesky
