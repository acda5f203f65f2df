#include "model/channel.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ChannelState, 3> kStates{{{ChannelState::kConnected, "connected"},
                                          {ChannelState::kReconnect, "reconnect"},
                                          {ChannelState::kDisconnected, "disconnected"}}};

constexpr Words<TextUnit, 2> kUnits{
    {{TextUnit::kGraphemes, "graphemes"}, {TextUnit::kCharacters, "characters"}}};

}  // namespace

std::string_view to_word(TextUnit unit) { return kUnits.word(unit); }
std::optional<TextUnit> text_unit_of(std::string_view word) { return kUnits.find(word); }
std::string_view to_word(ChannelState state) { return kStates.word(state); }
std::optional<ChannelState> channel_state_of(std::string_view word) { return kStates.find(word); }

}  // namespace rapport
