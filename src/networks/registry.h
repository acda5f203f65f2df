// The networks Rapport knows, by name. A new network is a folder here and a line in registry.cc.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/channel.h"
#include "networks/address_guard.h"
#include "networks/connector.h"
#include "networks/stream.h"
#include "networks/transport.h"

namespace rapport {

struct NetworkSettings {
  std::string plc_url = "https://plc.directory";                    // who is which did:plc
  std::string handle_resolver_url = "https://public.api.bsky.app";  // which did has a handle
  // Where everything said on Bluesky is to be heard; the first of both that is given. Neither: no
  // stream.
  std::vector<std::string> jetstreams;  // servers that carry the same, "wss://host"
  std::string firehose;                 // a relay or one server, "wss://host"
  GuardSettings guard;
  std::string version = "0";  // of Rapport, for the user agent
};

// What a person gives to connect an account.
struct ConnectRequest {
  std::string handle;
  std::string app_password;
  std::string service;  // the server that holds the account; empty: found by the handle
  // Of what is read without an account: a feed, or a page that names one.
  std::string address = {};
};

// Something that can be read under an address a person gave.
struct FoundSource {
  std::string address;
  std::string title;
  std::string format;  // in words: "RSS", "Atom"
};

// Signing in on the network's own pages: where to, and the way back.
struct SignInRequest {
  std::string service;       // the server, or a whole handle there
  std::string redirect_url;  // where the network sends the browser with a code; empty: it shows the
                             // code, and a person copies it
};

struct SignInStart {
  std::string address;  // to be opened in a browser, after `state` was added to its query
  std::string service;  // the server's origin
  std::string kept;     // what finishing needs: a secret, to be sealed
};

// An account we may now speak as.
struct ConnectedAccount {
  NetworkAccount account;
  std::string service;
  std::string secret;  // what its connector needs later: to be sealed before it is stored
  std::optional<Limits> limits = std::nullopt;  // of its server; none: the network's
};

// One network: how to connect an account, and how to open a connected one.
class Network {
 public:
  virtual ~Network() = default;
  virtual std::string name() const = 0;
  virtual Limits limits() const = 0;

  // Signs in. Fails with invalid (a field is wrong, or the sign-in was refused), too_many,
  // unavailable.
  virtual Result<ConnectedAccount> connect(const ConnectRequest& request) = 0;

  // The two halves of signing in by the network's own pages. `code` is what it sent or showed. Both
  // fail with invalid, too_many, unavailable; with invalid where a password is asked for instead.
  virtual Result<SignInStart> start_sign_in(const SignInRequest& request) {
    (void)request;
    return invalid("Accounts of this network are connected with a password.", "network");
  }
  virtual Result<ConnectedAccount> finish_sign_in(const std::string& kept,
                                                  const std::string& code) {
    (void)kept, (void)code;
    return invalid("Accounts of this network are connected with a password.", "network");
  }

  // What can be read under `address`, best first. Fails as `connect` does; with invalid where
  // accounts are connected instead.
  virtual Result<std::vector<FoundSource>> find_sources(const std::string& address) {
    (void)address;
    return invalid("This network has accounts, not addresses to read.", "network");
  }

  virtual Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot secret) = 0;

  // Whether everything that is said on it can be heard here, and a new stream of that, which nobody
  // has to sign in for.
  virtual bool has_stream() const { return false; }
  virtual Result<std::unique_ptr<PostStream>> open_stream() {
    return invalid("There is no stream of this network.", "network");
  }
};

class Registry {
 public:
  void add(std::unique_ptr<Network> network);

  std::vector<std::string> names() const;

  // All fail with invalid for a network nobody knows.
  Result<ConnectedAccount> connect(std::string_view network, const ConnectRequest& request) const;
  Result<SignInStart> start_sign_in(std::string_view network, const SignInRequest& request) const;
  Result<ConnectedAccount> finish_sign_in(std::string_view network, const std::string& kept,
                                          const std::string& code) const;
  Result<std::vector<FoundSource>> find_sources(std::string_view network,
                                                const std::string& address) const;
  Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot secret) const;
  Result<std::unique_ptr<PostStream>> open_stream(std::string_view network) const;

  // The networks with a stream.
  std::vector<std::string> streaming() const;

  // Of a network's posts; the strictest if nobody knows the network.
  Limits limits(std::string_view network) const;

 private:
  Network* find(std::string_view name) const;

  std::vector<std::unique_ptr<Network>> networks_;
};

// The transport all networks share. Fails with invalid if a setting cannot be read.
Result<std::unique_ptr<Transport>> make_transport(const NetworkSettings& settings);

// A registry of all networks that need nothing but the outside world. `transport` and `clock` must
// outlive it and every connector it opens.
Registry make_registry(const NetworkSettings& settings, Transport& transport, const Clock& clock);

}  // namespace rapport
