// Channels and their coverage as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/channels/channels.h"

namespace rapport {

std::string channel_json(const ChannelView& view);
std::string channels_json(const std::vector<ChannelView>& views);

Result<ConnectRequestInput> read_connect(std::string_view body);
// The app password.
Result<HistoryReach> read_history(std::string_view body);
Result<std::string> read_reconnect(std::string_view body);

}  // namespace rapport
