// What Rapport can be told: by a file, by the environment, by flags; each wins over those before
// it.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapport {

struct Config {
  std::filesystem::path data;    // the folder with the database and the key
  std::filesystem::path models;  // folder with the trained weights; empty: found by itself
  std::string postgres;          // address of a PostgreSQL database, instead of the file in `data`
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string public_url;
  std::vector<std::string> hosts;
  std::vector<std::string> trusted_proxies;
  std::string log = "info";

  std::string bluesky_plc;       // empty: the public one
  std::string bluesky_resolver;  // empty: the public one
  // None: the public ones, unless the directory is another network's. Empty: no stream.
  std::optional<std::vector<std::string>> bluesky_jetstream;
  std::string bluesky_firehose;  // instead of a Jetstream; empty: none
  // How notices go out by mail; without a server none do.
  std::string mail_server;
  std::string mail_from;
  std::string mail_user;
  std::string mail_password;
  std::filesystem::path mail_password_file;  // instead of it
  std::string mail_trust_file;
  bool mail_plain = false;

  // A language model that may propose drafts; without an address there is none.
  std::string assistant_url;
  std::string assistant_model;
  std::string assistant_key;
  std::filesystem::path assistant_key_file;  // instead of it
  std::chrono::seconds assistant_patience{60};

  bool allow_private_addresses = false;
  std::vector<std::string> allow_address_ranges;
  std::chrono::milliseconds poll{3000};
  std::chrono::seconds reread{240};
  std::chrono::days import_days{30};

  // Of the commands that call a server.
  std::string server = "http://127.0.0.1:8080";
  std::string token;

  // For tests of faults alone: where a delivery waits between the network's answer and its commit.
  std::string test_pause_dir;

  // The file with the database, unless `postgres` names another.
  std::filesystem::path database() const { return data / "rapport.db"; }
};

// A setting: its key in the file, its name in the environment, and what it is for.
struct SettingHelp {
  std::string_view key;
  std::string_view environment;
  std::string_view what;
};
std::vector<SettingHelp> setting_help();

// Flags as given: key and value, as in the file.
using Flags = std::vector<std::pair<std::string, std::string>>;

// Reads the file, the environment and the flags. `file` is the one asked for; without it
// RAPPORT_CONFIG, else ~/.config/rapport/rapport.toml, else /etc/rapport/rapport.toml, if they
// exist. Fails with invalid and names what is wrong.
Result<Config> read_config(const std::optional<std::filesystem::path>& file, const Flags& flags);

// Where the data is kept if nobody said: in the home of who runs it.
std::filesystem::path home_data_folder(std::string_view name);

}  // namespace rapport
