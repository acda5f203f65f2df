#include "store/migrations.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "base/embedded.h"

namespace rapport {
namespace {

[[noreturn]] void refuse(std::string_view path, const char* why) {
  std::fprintf(stderr, "migration %.*s: %s\n", static_cast<int>(path.size()), path.data(), why);
  std::abort();
}

// "0003_outbox.sql" is version 3, named outbox.
Migration parse(const EmbeddedFile& file) {
  const auto underscore = file.path.find('_');
  const auto ending = file.path.rfind(".sql");
  if (underscore == std::string_view::npos || ending == std::string_view::npos ||
      ending < underscore) {
    refuse(file.path, "is not named <version>_<name>.sql");
  }
  int version = 0;
  const char* const digits_end = file.path.data() + underscore;
  const auto [stop, error] = std::from_chars(file.path.data(), digits_end, version);
  if (error != std::errc{} || stop != digits_end) refuse(file.path, "has no version");
  return {version, file.path.substr(underscore + 1, ending - underscore - 1), file.bytes};
}

std::vector<Migration> load() {
  std::vector<Migration> all;
  for (const EmbeddedFile& file : embedded::migration_files()) all.push_back(parse(file));
  std::ranges::sort(all, {}, &Migration::version);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].version != static_cast<int>(i) + 1) refuse(all[i].name, "leaves a gap or repeats");
  }
  return all;
}

}  // namespace

std::span<const Migration> migrations() {
  static const std::vector<Migration> all = load();
  return all;
}

}  // namespace rapport
