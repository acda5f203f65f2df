// The connectors of connected channels, made when first needed and shared by hearing and delivery.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "model/channel.h"
#include "networks/connector.h"

namespace rapport {

class Registry;
class SecretBox;
class Store;

class Connectors {
 public:
  Connectors(Store& store, Registry& registry, SecretBox& secrets)
      : store_(store), registry_(registry), secrets_(secrets) {}

  // Fails with unauthorized if the channel is not connected.
  Result<std::shared_ptr<Connector>> get(const Channel& channel);
  // Uses this one for a channel from now on.
  void put(ChannelId id, std::shared_ptr<Connector> connector);
  // Forgets one whose credentials changed; who still holds it may finish.
  void drop(ChannelId id);

 private:
  Store& store_;
  Registry& registry_;
  SecretBox& secrets_;
  std::mutex mutex_;
  std::map<ChannelId, std::shared_ptr<Connector>> open_;
};

// The context that a channel's secret is sealed with, so that it opens for no other channel.
std::string secret_context(const Channel& channel);

// Marks a channel that its network really refused: a human has to sign in again.
Result<Done> ask_to_reconnect(Store& store, const Channel& channel, const std::string& words,
                              Time now);

}  // namespace rapport
