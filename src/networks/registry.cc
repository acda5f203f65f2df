#include "networks/registry.h"

#include <utility>

#include "networks/bluesky/bluesky.h"
#include "networks/curl_transport.h"
#include "networks/feed/feed.h"
#include "networks/mastodon/mastodon.h"

namespace rapport {

void Registry::add(std::unique_ptr<Network> network) { networks_.push_back(std::move(network)); }

std::vector<std::string> Registry::names() const {
  std::vector<std::string> names;
  for (const auto& network : networks_) names.push_back(network->name());
  return names;
}

Network* Registry::find(std::string_view name) const {
  for (const auto& network : networks_) {
    if (network->name() == name) return network.get();
  }
  return nullptr;
}

Result<ConnectedAccount> Registry::connect(std::string_view name,
                                           const ConnectRequest& request) const {
  Network* network = find(name);
  if (network == nullptr) return invalid("Rapport does not know this network.", "network");
  return network->connect(request);
}

Result<SignInStart> Registry::start_sign_in(std::string_view name,
                                            const SignInRequest& request) const {
  Network* network = find(name);
  if (network == nullptr) return invalid("Rapport does not know this network.", "network");
  return network->start_sign_in(request);
}

Result<ConnectedAccount> Registry::finish_sign_in(std::string_view name, const std::string& kept,
                                                  const std::string& code) const {
  Network* network = find(name);
  if (network == nullptr) return invalid("Rapport does not know this network.", "network");
  return network->finish_sign_in(kept, code);
}

Result<std::vector<FoundSource>> Registry::find_sources(std::string_view name,
                                                        const std::string& address) const {
  Network* network = find(name);
  if (network == nullptr) return invalid("Rapport does not know this network.", "network");
  return network->find_sources(address);
}

Result<std::unique_ptr<Connector>> Registry::open(const Channel& channel, SecretSlot secret) const {
  Network* network = find(channel.network);
  if (network == nullptr) return invalid("Rapport does not know this network.", "network");
  return network->open(channel, std::move(secret));
}

Result<std::unique_ptr<PostStream>> Registry::open_stream(std::string_view name) const {
  Network* network = find(name);
  if (network == nullptr) return invalid("Rapport does not know this network.", "network");
  return network->open_stream();
}

std::vector<std::string> Registry::streaming() const {
  std::vector<std::string> names;
  for (const auto& network : networks_) {
    if (network->has_stream()) names.push_back(network->name());
  }
  return names;
}

Limits Registry::limits(std::string_view name) const {
  const Network* network = find(name);
  return network == nullptr ? Limits{} : network->limits();
}

Result<std::unique_ptr<Transport>> make_transport(const NetworkSettings& settings) {
  auto guard = AddressGuard::make(settings.guard);
  if (!guard) return fail(std::move(guard.error()));
  return std::make_unique<CurlTransport>(
      CurlSettings{.guard = std::move(*guard), .version = settings.version});
}

Registry make_registry(const NetworkSettings& settings, Transport& transport, const Clock& clock) {
  Registry registry;
  registry.add(make_bluesky_network({.plc_url = settings.plc_url,
                                     .handle_resolver_url = settings.handle_resolver_url,
                                     .jetstreams = settings.jetstreams,
                                     .firehose = settings.firehose,
                                     .guard = settings.guard,
                                     .version = settings.version},
                                    transport, clock));
  registry.add(make_mastodon_network(transport, clock));
  registry.add(make_feed_network(transport, clock));
  return registry;
}

}  // namespace rapport
