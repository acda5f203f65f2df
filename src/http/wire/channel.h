// Channels and their coverage as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/channels/channels.h"
#include "networks/registry.h"

namespace rapport {

std::string channel_json(const ChannelView& view);
std::string channels_json(const std::vector<ChannelView>& views);
std::string found_sources_json(const std::vector<FoundSource>& found);

Result<ConnectRequestInput> read_connect(std::string_view body);

// A sign-in on the network's own pages. The redirect address is for the handler to know:
// `shows_code` says that none is wanted.
struct BeginSignIn {
  SignInInput input;
  bool shows_code = false;
};
Result<BeginSignIn> read_begin_sign_in(std::string_view body);
std::string sign_in_json(const SignInBegun& begun, bool shows_code);
struct FinishSignIn {
  std::string state;
  std::string code;
};
Result<FinishSignIn> read_finish_sign_in(std::string_view body);

struct FindBody {
  std::string network;
  std::string address;
};
Result<FindBody> read_find(std::string_view body);
// The app password.
Result<HistoryReach> read_history(std::string_view body);
Result<std::string> read_reconnect(std::string_view body);

}  // namespace rapport
