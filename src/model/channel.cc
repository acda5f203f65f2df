#include "model/channel.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ChannelState, 3> kStates{{{ChannelState::kConnected, "connected"},
                                          {ChannelState::kReconnect, "reconnect"},
                                          {ChannelState::kDisconnected, "disconnected"}}};

}  // namespace

std::string_view to_word(ChannelState state) { return kStates.word(state); }
std::optional<ChannelState> channel_state_of(std::string_view word) { return kStates.find(word); }

}  // namespace rapport
