#include "app/house_assistant.h"

#include <fstream>
#include <iterator>

#include "http/version.h"
#include "networks/curl_transport.h"

namespace rapport {
namespace {

Result<std::string> key_of(const Config& config) {
  if (config.assistant_key_file.empty()) return config.assistant_key;
  std::ifstream file(config.assistant_key_file);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  if (!file || text.empty()) return invalid("assistant.key_file cannot be read, or is empty.");
  return text;
}

}  // namespace

Result<HouseAssistant> make_house_assistant(const Config& config) {
  HouseAssistant out;
  if (config.assistant_url.empty()) return out;
  auto key = key_of(config);
  RAPPORT_TRY(key);
  if (key->find_first_of("\r\n") != std::string::npos) {
    return invalid("assistant.key has more than one line.");
  }
  CurlSettings settings;
  auto guard = AddressGuard::make({.allow_loopback = true,
                                   .allow_ranges = {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
                                                    "100.64.0.0/10", "fc00::/7"}});
  RAPPORT_TRY(guard);
  settings.guard = std::move(*guard);
  settings.version = kVersion;
  out.transport = std::make_unique<CurlTransport>(std::move(settings));
  auto assistant = make_assistant(
      {config.assistant_url, config.assistant_model, std::move(*key), config.assistant_patience},
      *out.transport);
  if (!assistant) {
    Error error = std::move(assistant.error());
    error.message = "assistant." + error.field + " " + error.message + ".";
    return fail(std::move(error));
  }
  out.assistant = std::move(*assistant);
  return out;
}

}  // namespace rapport
