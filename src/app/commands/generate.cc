// rapport generate: an installation of any size that never was, to try and to measure.

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "app/commands/commands.h"
#include "app/house.h"
#include "app/models_folder.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "desk/reading/post_reader.h"
#include "desk/team/secrets.h"
#include "store/store.h"

namespace rapport {
namespace {

using SteadyClock = std::chrono::steady_clock;

double seconds_since(SteadyClock::time_point start) {
  return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

// A line that is written over on a terminal, and a line a while elsewhere.
class Progress {
 public:
  explicit Progress(std::int64_t all) : all_(all), terminal_(::isatty(STDERR_FILENO) == 1) {}

  void tell(std::int64_t done) {
    const double seconds = seconds_since(begun_);
    if (done < all_ && seconds - told_ < (terminal_ ? 0.2 : 10.0)) return;
    told_ = seconds;
    const auto rate =
        static_cast<std::int64_t>(static_cast<double>(done) / std::max(seconds, 0.001));
    std::cerr << (terminal_ ? "\r" : "") << done << " of " << all_ << " posts, " << rate
              << " a second   " << (terminal_ && done < all_ ? "" : "\n") << std::flush;
  }

 private:
  std::int64_t all_;
  bool terminal_;
  SteadyClock::time_point begun_ = SteadyClock::now();
  double told_ = 0;
};

// Makes sure that what was written without waiting for the disk is there now. Only for a database
// that nobody has open (docs/footguns.md).
Result<Done> sync_file(const std::filesystem::path& path) {
  for (const auto& each : {path, path.parent_path()}) {
    const int file = ::open(each.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return unavailable("The database cannot be opened again: " + each.string());
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    if (!synced) return unavailable("The disk did not keep the database: " + each.string());
  }
  return Done{};
}

Result<Generated> generate_file(const std::filesystem::path& database,
                                const GenerateOptions& options, const std::string& password) {
  Generated made;
  {
    auto store = open_sqlite(
        {.path = database.string(), .vfs = {}, .readers = 1, .durability = Durability::kScratch});
    RAPPORT_TRY(store);
    Progress progress(options.posts);
    auto done = generate_into(**store, options, password,
                              [&](std::int64_t posts) { progress.tell(posts); });
    RAPPORT_TRY(done);
    made = std::move(*done);
  }
  RAPPORT_TRY(sync_file(database));
  return made;
}

}  // namespace

int run_generate(Config config, GenerateOptions options, const std::string& until) {
  std::unique_ptr<PostReader> reader;
  if (auto models = open_models(config)) {
    reader = make_post_reader(std::move(*models));
  } else {
    std::cerr << models.error().message << " The posts stay unread.\n";
  }
  options.reader = reader.get();
  if (config.data.empty()) {
    return complain(invalid("Name a new folder with --data.", "data").value());
  }
  options.until = SystemClock().now();
  if (!until.empty()) {
    const auto end = parse_time(until.size() == 10 ? until + "T00:00:00Z" : until);
    if (!end) return complain(invalid("--until is a day: 2026-11-25.", "until").value());
    options.until = *end;
  }
  if (const auto fit = check(options); !fit) return complain(fit.error());
  std::error_code ignored;
  if (std::filesystem::exists(config.database(), ignored)) {
    return complain(
        conflict("There is a database in " + config.data.string() + " already. Name a new folder.")
            .value());
  }
  if (const auto folder = make_data_folder(config.data); !folder) return complain(folder.error());

  const char* given = std::getenv("RAPPORT_PASSWORD");
  const std::string password = given != nullptr ? given : random_secret().substr(0, 16);
  const auto begun = SteadyClock::now();
  const auto made = generate_file(config.database(), options, password);
  if (!made) return complain(made.error());
  std::cout << made->posts << " posts in " << made->conversations << " conversations by "
            << made->accounts << " accounts: " << made->rows << " rows in "
            << static_cast<std::int64_t>(seconds_since(begun)) << " s\n"
            << "Sign in as " << made->owner_email;
  if (given == nullptr) std::cout << " with the password " << password;
  std::cout << "\n  rapport serve --data " << config.data.string() << "\n";
  return kOk;
}

}  // namespace rapport
