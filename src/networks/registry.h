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
#include "networks/transport.h"

namespace rapport {

struct NetworkSettings {
  std::string plc_url = "https://plc.directory";                    // who is which did:plc
  std::string handle_resolver_url = "https://public.api.bsky.app";  // which did has a handle
  GuardSettings guard;
  std::string version = "0";  // of Rapport, for the user agent
};

// What a person gives to connect an account.
struct ConnectRequest {
  std::string handle;
  std::string app_password;
  std::string service;  // the server that holds the account; empty: found by the handle
};

// An account we may now speak as.
struct ConnectedAccount {
  NetworkAccount account;
  std::string service;
  std::string secret;  // what its connector needs later: to be sealed before it is stored
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

  virtual Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot secret) = 0;
};

class Registry {
 public:
  void add(std::unique_ptr<Network> network);

  std::vector<std::string> names() const;

  // Both fail with invalid for a network nobody knows.
  Result<ConnectedAccount> connect(std::string_view network, const ConnectRequest& request) const;
  Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot secret) const;

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
