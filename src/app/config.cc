#include "app/config.h"

#include <toml++/toml.h>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <sstream>

#include "store/store.h"

namespace rapport {
namespace {

using Values = std::vector<std::string>;

struct Setting {
  std::string_view key;
  std::string_view environment;
  std::string_view what;
  // Takes the value as text (a list as its parts); says what is wrong, or nothing.
  std::function<std::string(Config&, const Values&)> apply;
};

std::string take_text(std::string& into, const Values& values) {
  if (values.size() != 1) return "has to be one text";
  into = values.front();
  return {};
}

template <class Number>
std::string take_number(Number& into, const Values& values, std::int64_t least, std::int64_t most) {
  std::int64_t number = 0;
  const std::string& text = values.size() == 1 ? values.front() : std::string();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
    return "has to be a number from " + std::to_string(least) + " to " + std::to_string(most);
  }
  into = Number(number);
  return {};
}

std::string take_yes_no(bool& into, const Values& values) {
  const std::string text = values.size() == 1 ? values.front() : "";
  if (text == "1" || text == "true" || text == "yes" || text == "on") {
    into = true;
  } else if (text == "0" || text == "false" || text == "no" || text == "off" || text.empty()) {
    into = false;
  } else {
    return "has to be true or false";
  }
  return {};
}

// "a, b" from the environment is the same as ["a", "b"] in the file.
std::string take_list(Values& into, const Values& values) {
  into.clear();
  for (const std::string& value : values) {
    std::istringstream parts(value);
    for (std::string part; std::getline(parts, part, ',');) {
      const auto begin = part.find_first_not_of(' ');
      if (begin == part.npos) continue;
      into.push_back(part.substr(begin, part.find_last_not_of(' ') - begin + 1));
    }
  }
  return {};
}

std::string take_url(std::string& into, const Values& values) {
  if (auto wrong = take_text(into, values); !wrong.empty()) return wrong;
  if (!into.empty() && !into.starts_with("http://") && !into.starts_with("https://")) {
    return "has to start with http:// or https://";
  }
  while (into.ends_with('/')) into.pop_back();
  return {};
}

std::string tidy_stream(std::string& url) {
  if (!url.starts_with("ws://") && !url.starts_with("wss://")) {
    return "has to start with wss:// (ws:// on your own machines)";
  }
  while (url.ends_with('/')) url.pop_back();
  return {};
}

std::string take_stream(std::string& into, const Values& values) {
  if (auto wrong = take_text(into, values); !wrong.empty() || into.empty()) return wrong;
  return tidy_stream(into);
}

std::string take_streams(std::optional<Values>& into, const Values& values) {
  into.emplace();
  take_list(*into, values);
  if (*into == Values{"off"}) into->clear();
  for (std::string& url : *into) {
    if (auto wrong = tidy_stream(url); !wrong.empty()) return wrong;
  }
  return {};
}

// Never repeats what it was given, which may hold a password.
std::string take_database(std::string& into, const Values& values) {
  if (auto wrong = take_text(into, values); !wrong.empty()) return wrong;
  if (into.empty() || is_postgres_address(into)) return {};
  return "has to start with postgresql://; without it the database is a file in the data folder";
}

const std::vector<Setting>& settings() {
  static const std::vector<Setting> all = {
      {"data", "RAPPORT_DATA", "folder of the database and the key",
       [](Config& it, const Values& to) {
         std::string path;
         auto wrong = take_text(path, to);
         it.data = path;
         return wrong;
       }},
      {"database", "RAPPORT_DATABASE",
       "postgresql://user@host/name, instead of a file in the data folder",
       [](Config& it, const Values& to) { return take_database(it.postgres, to); }},
      {"listen", "RAPPORT_LISTEN", "address to listen on (127.0.0.1: this machine alone)",
       [](Config& it, const Values& to) { return take_text(it.listen, to); }},
      {"port", "RAPPORT_PORT", "port to listen on (8080; 0: any free one)",
       [](Config& it, const Values& to) { return take_number(it.port, to, 0, 65535); }},
      {"public_url", "RAPPORT_PUBLIC_URL",
       "how browsers reach this server, if through a proxy: https://desk.example",
       [](Config& it, const Values& to) { return take_url(it.public_url, to); }},
      {"hosts", "RAPPORT_HOSTS", "further names it answers to; loopback names always work",
       [](Config& it, const Values& to) { return take_list(it.hosts, to); }},
      {"trusted_proxies", "RAPPORT_TRUSTED_PROXIES",
       "addresses of proxies whose X-Forwarded-For and -Proto are believed",
       [](Config& it, const Values& to) { return take_list(it.trusted_proxies, to); }},
      {"models", "RAPPORT_MODELS", "folder with the weights that read posts (found by itself)",
       [](Config& it, const Values& to) {
         std::string folder;
         std::string wrong = take_text(folder, to);
         it.models = folder;
         return wrong;
       }},
      {"log", "RAPPORT_LOG", "debug, info, warn or error",
       [](Config& it, const Values& to) { return take_text(it.log, to); }},
      {"poll_seconds", "RAPPORT_POLL_SECONDS", "how often a network is asked for news (3)",
       [](Config& it, const Values& to) {
         std::chrono::seconds seconds{};
         auto wrong = take_number(seconds, to, 1, 3600);
         if (wrong.empty()) it.poll = seconds;
         return wrong;
       }},
      // At most nine minutes: edits and deletions are honoured within ten.
      {"reread_seconds", "RAPPORT_REREAD_SECONDS",
       "how often open threads are read again, for edits and deletions (240)",
       [](Config& it, const Values& to) { return take_number(it.reread, to, 10, 540); }},
      {"import_days", "RAPPORT_IMPORT_DAYS", "days of history a new channel brings (30)",
       [](Config& it, const Values& to) { return take_number(it.import_days, to, 0, 365); }},
      {"allow_private_addresses", "RAPPORT_ALLOW_PRIVATE_ADDRESSES",
       "let networks live on this machine: for development",
       [](Config& it, const Values& to) { return take_yes_no(it.allow_private_addresses, to); }},
      {"allow_address_ranges", "RAPPORT_ALLOW_ADDRESS_RANGES",
       "private ranges that may be reached, such as 10.20.0.0/16",
       [](Config& it, const Values& to) { return take_list(it.allow_address_ranges, to); }},
      {"bluesky.plc", "RAPPORT_BLUESKY_PLC", "directory of identities (https://plc.directory)",
       [](Config& it, const Values& to) { return take_url(it.bluesky_plc, to); }},
      {"bluesky.resolver", "RAPPORT_BLUESKY_RESOLVER", "server that resolves handles",
       [](Config& it, const Values& to) { return take_url(it.bluesky_resolver, to); }},
      {"bluesky.jetstream", "RAPPORT_BLUESKY_JETSTREAM",
       "servers that carry every post for monitors, wss://host (the public ones; off: none)",
       [](Config& it, const Values& to) { return take_streams(it.bluesky_jetstream, to); }},
      {"bluesky.firehose", "RAPPORT_BLUESKY_FIREHOSE",
       "a relay or one server to hear it from instead, wss://host",
       [](Config& it, const Values& to) { return take_stream(it.bluesky_firehose, to); }},
      {"mail.server", "RAPPORT_MAIL_SERVER",
       "server for outgoing mail: smtp://host:587 (STARTTLS) or smtps://host:465",
       [](Config& it, const Values& to) { return take_text(it.mail_server, to); }},
      {"mail.from", "RAPPORT_MAIL_FROM", "its sender: Rapport <rapport@brand.example>",
       [](Config& it, const Values& to) { return take_text(it.mail_from, to); }},
      {"mail.user", "RAPPORT_MAIL_USER", "who signs in there (nobody)",
       [](Config& it, const Values& to) { return take_text(it.mail_user, to); }},
      {"mail.password", "RAPPORT_MAIL_PASSWORD", "with which password",
       [](Config& it, const Values& to) { return take_text(it.mail_password, to); }},
      {"mail.password_file", "RAPPORT_MAIL_PASSWORD_FILE", "a file that holds it, instead",
       [](Config& it, const Values& to) {
         std::string path;
         auto wrong = take_text(path, to);
         it.mail_password_file = path;
         return wrong;
       }},
      {"mail.trust_file", "RAPPORT_MAIL_TRUST_FILE", "certificates to trust there (the system's)",
       [](Config& it, const Values& to) { return take_text(it.mail_trust_file, to); }},
      {"mail.plain", "RAPPORT_MAIL_PLAIN",
       "true: without encryption, where the way to it is your own; never with a password",
       [](Config& it, const Values& to) { return take_yes_no(it.mail_plain, to); }},
      {"assistant.url", "RAPPORT_ASSISTANT_URL",
       "a language model that may propose drafts, such as http://127.0.0.1:11434/v1 (none)",
       [](Config& it, const Values& to) { return take_url(it.assistant_url, to); }},
      {"assistant.model", "RAPPORT_ASSISTANT_MODEL", "its name on that server",
       [](Config& it, const Values& to) { return take_text(it.assistant_model, to); }},
      {"assistant.key", "RAPPORT_ASSISTANT_KEY", "the key it asks for (none)",
       [](Config& it, const Values& to) { return take_text(it.assistant_key, to); }},
      {"assistant.key_file", "RAPPORT_ASSISTANT_KEY_FILE", "a file that holds it, instead",
       [](Config& it, const Values& to) {
         std::string path;
         auto wrong = take_text(path, to);
         it.assistant_key_file = path;
         return wrong;
       }},
      {"assistant.patience", "RAPPORT_ASSISTANT_PATIENCE", "seconds a draft may take (60)",
       [](Config& it, const Values& to) { return take_number(it.assistant_patience, to, 1, 600); }},
      {"client.server", "RAPPORT_SERVER", "server that inbox, reply and channel call",
       [](Config& it, const Values& to) { return take_url(it.server, to); }},
      {"client.token", "RAPPORT_TOKEN", "personal token they call it with",
       [](Config& it, const Values& to) { return take_text(it.token, to); }},
      {"test_pause_dir", "RAPPORT_TEST_PAUSE_DIR", "for tests of faults alone",
       [](Config& it, const Values& to) { return take_text(it.test_pause_dir, to); }},
  };
  return all;
}

Result<Done> apply(Config& config, std::string_view key, const Values& values,
                   const std::string& source) {
  const auto found = std::ranges::find(settings(), key, &Setting::key);
  if (found == settings().end()) {
    return invalid(source + ": I do not know the setting " + std::string(key) + ".");
  }
  if (const auto wrong = found->apply(config, values); !wrong.empty()) {
    return invalid(source + ": " + std::string(key) + " " + wrong + ".");
  }
  return Done{};
}

Result<Values> values_of(const toml::node& node, const std::string& key,
                         const std::string& source) {
  if (const auto* text = node.as_string()) return Values{text->get()};
  if (const auto* number = node.as_integer()) return Values{std::to_string(number->get())};
  if (const auto* flag = node.as_boolean()) return Values{flag->get() ? "true" : "false"};
  if (const auto* list = node.as_array()) {
    Values out;
    for (const auto& each : *list) {
      const auto* text = each.as_string();
      if (!text) return invalid(source + ": " + key + " has to be a list of texts.");
      out.push_back(text->get());
    }
    return out;
  }
  return invalid(source + ": " + key + " is not written in a way I understand.");
}

Result<Done> apply_table(Config& config, const toml::table& table, const std::string& prefix,
                         const std::string& source) {
  for (const auto& [name, node] : table) {
    const std::string key = prefix + std::string(name.str());
    if (const auto* inner = node.as_table()) {
      RAPPORT_TRY(apply_table(config, *inner, key + ".", source));
      continue;
    }
    const auto values = values_of(node, key, source);
    if (!values) return fail(values.error());
    RAPPORT_TRY(apply(config, key, *values, source));
  }
  return Done{};
}

Result<Done> apply_file(Config& config, const std::filesystem::path& file) {
  try {
    const toml::table table = toml::parse_file(file.string());
    return apply_table(config, table, "", file.string());
  } catch (const toml::parse_error& error) {
    return invalid(file.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
                   std::string(error.description()) + ".");
  }
}

const char* environment(std::string_view name) { return std::getenv(std::string(name).c_str()); }

std::filesystem::path home() {
  const char* home = environment("HOME");
  return home && *home ? home : ".";
}

std::optional<std::filesystem::path> default_file() {
  const char* config_home = environment("XDG_CONFIG_HOME");
  const std::filesystem::path own =
      config_home && *config_home ? std::filesystem::path(config_home) : home() / ".config";
  for (const auto& file :
       {own / "rapport" / "rapport.toml", std::filesystem::path("/etc/rapport/rapport.toml")}) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return file;
  }
  return std::nullopt;
}

}  // namespace

std::filesystem::path home_data_folder(std::string_view name) {
  const char* data_home = environment("XDG_DATA_HOME");
  const std::filesystem::path own =
      data_home && *data_home ? std::filesystem::path(data_home) : home() / ".local" / "share";
  return own / name;
}

std::vector<SettingHelp> setting_help() {
  std::vector<SettingHelp> out;
  for (const Setting& setting : settings()) {
    if (setting.key.starts_with("test_")) continue;
    out.push_back({setting.key, setting.environment, setting.what});
  }
  return out;
}

Result<Config> read_config(const std::optional<std::filesystem::path>& file, const Flags& flags) {
  Config config;
  auto chosen = file;
  if (!chosen) {
    if (const char* named = environment("RAPPORT_CONFIG"); named && *named) chosen = named;
  }
  if (!chosen) chosen = default_file();
  if (chosen) RAPPORT_TRY(apply_file(config, *chosen));
  for (const Setting& setting : settings()) {
    const char* value = environment(setting.environment);
    if (!value) continue;
    RAPPORT_TRY(apply(config, setting.key, {value}, std::string(setting.environment)));
  }
  for (const auto& [key, value] : flags) RAPPORT_TRY(apply(config, key, {value}, "--" + key));
  return config;
}

}  // namespace rapport
