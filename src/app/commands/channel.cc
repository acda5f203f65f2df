// rapport channel add, rapport channel list: through a running server.

#include <iomanip>
#include <iostream>

#include "app/client.h"
#include "app/commands/commands.h"
#include "app/terminal.h"
#include "base/unicode.h"

namespace rapport {
namespace {

namespace json = boost::json;

void print_channel(const json::value& channel) {
  const auto& account = channel.at("account");
  std::cout << std::left << std::setw(22) << text_at(channel, "id") << std::setw(10)
            << text_at(channel, "network") << std::setw(14) << text_at(channel, "state")
            << (text_at(channel, "network") == "feed" ? "" : "@") << text_at(account, "handle");
  if (const auto error = text_at(channel, "error"); !error.empty())
    std::cout << "  " << printable(error);
  std::cout << '\n';
}

}  // namespace

int run_channel_add(const Config& config, const ChannelAddOptions& options) {
  const auto client = Client::of(config);
  if (!client) return complain(client.error());
  if (options.network == "feed") {
    const auto feed = client->post("/api/channels",
                                   json::object{{"network", "feed"}, {"address", options.handle}});
    if (!feed) return complain(feed.error());
    print_channel(*feed);
    return kOk;
  }
  const auto password = ask_secret("App password of " + options.handle, "RAPPORT_APP_PASSWORD");
  if (!password) return complain(password.error());
  const auto channel = client->post(
      "/api/channels",
      json::object{{"network", options.network},
                   {"handle", options.handle},
                   {"app_password", *password},
                   {"service", options.service.empty() ? json::value(nullptr)
                                                       : json::value(options.service)}});
  if (!channel) return complain(channel.error());
  print_channel(*channel);
  return kOk;
}

int run_channel_list(const Config& config) {
  const auto client = Client::of(config);
  if (!client) return complain(client.error());
  const auto channels = client->get("/api/channels");
  if (!channels) return complain(channels.error());
  const auto& items = channels->at("items").as_array();
  if (items.empty()) std::cout << "No account is connected yet: rapport channel add HANDLE\n";
  for (const auto& channel : items) print_channel(channel);
  return kOk;
}

}  // namespace rapport
