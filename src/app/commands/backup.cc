// rapport backup: the whole database in one file, while the server runs.
//
// The passwords of channels in it are sealed with a key that is not in it, so the file alone gives
// no account away; --with-key copies the key beside it, for those who keep both in a safe place.

#include <filesystem>
#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/open_store.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

Result<Done> copy_key(const fs::path& key, const fs::path& to) {
  std::error_code error;
  if (!fs::exists(key, error)) {
    return not_found("There is no key file " + key.string() +
                     ": it is given by RAPPORT_KEY. Keep that.");
  }
  if (fs::copy_file(key, to, fs::copy_options::none, error); error) {
    return unavailable("The key could not be copied to " + to.string() + ": " + error.message());
  }
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
  return Done{};
}

}  // namespace

int run_backup(Config config, const BackupOptions& options) {
  if (fs::exists(options.file)) {
    return complain(invalid(options.file + " exists already.").value());
  }
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  if (const auto done = (*store)->backup_to(options.file); !done) return complain(done.error());
  const fs::path key = config.data / "secret.key";
  if (options.with_key) {
    const fs::path to = options.file + ".key";
    if (const auto done = copy_key(key, to); !done) return complain(done.error());
    std::cout << options.file << " and " << to.string() << " are complete.\n"
              << "Whoever has both can speak as your accounts: keep them safe.\n";
    return kOk;
  }
  std::cout << options.file << " is complete.\n"
            << "To use it elsewhere you also need " << key.string()
            << ", or the channels have to be connected anew. --with-key copies it, too.\n";
  return kOk;
}

}  // namespace rapport
