#include "desk/channels/connectors.h"

#include "desk/announce.h"

#include "base/secret_box.h"
#include "networks/registry.h"
#include "store/store.h"

namespace rapport {

std::string secret_context(const Channel& channel) { return "channel:" + to_string(channel.id); }

Result<std::shared_ptr<Connector>> Connectors::get(const Channel& channel) {
  if (channel.state != ChannelState::kConnected) {
    return fail(ErrorKind::kUnauthorized, "This channel is not connected.");
  }
  std::lock_guard lock(mutex_);
  if (const auto found = open_.find(channel.id); found != open_.end()) return found->second;

  SecretSlot slot;
  slot.load = [this, workspace = channel.workspace, id = channel.id]() -> Result<std::string> {
    auto stored = store_.read([&](Unit& unit) { return unit.channels().find(workspace, id); });
    RAPPORT_TRY(stored);
    if (stored->sealed_secret.empty()) {
      return fail(ErrorKind::kUnauthorized, "This channel has no credentials.");
    }
    return secrets_.open(stored->sealed_secret, secret_context(*stored));
  };
  slot.save = [this, channel](const std::string& secret) -> Result<Done> {
    if (secret.empty()) return invalid("An empty credential was not kept.");
    auto sealed = secrets_.seal(secret, secret_context(channel));
    RAPPORT_TRY(sealed);
    return store_.write([&](Unit& unit) {
      return unit.channels().save_secret(channel.workspace, channel.id, *sealed);
    });
  };

  auto made = registry_.open(channel, std::move(slot));
  RAPPORT_TRY(made);
  std::shared_ptr<Connector> connector = std::move(*made);
  open_[channel.id] = connector;
  return connector;
}

void Connectors::put(ChannelId id, std::shared_ptr<Connector> connector) {
  std::lock_guard lock(mutex_);
  open_[id] = std::move(connector);
}

void Connectors::drop(ChannelId id) {
  std::lock_guard lock(mutex_);
  open_.erase(id);
}

Result<Done> ask_to_reconnect(Store& store, const Channel& channel, const std::string& words,
                              Time now) {
  return store.write([&](Unit& unit) -> Result<Done> {
    auto stored = unit.channels().find(channel.workspace, channel.id);
    RAPPORT_TRY(stored);
    if (stored->state != ChannelState::kConnected) return Done{};
    stored->state = ChannelState::kReconnect;
    stored->error = words;
    stored->changed_at = now;
    RAPPORT_TRY(unit.channels().save(*stored));
    return announce(unit, *stored, now);
  });
}

}  // namespace rapport
