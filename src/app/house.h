// The house put together: one process that hears, files, delivers and serves.
//
// This is the one place that knows every room. Things are made in the order they need one another
// and stopped in the reverse.

#pragma once

#include <memory>
#include <string>

#include "app/config.h"
#include "base/result.h"

namespace rapport {

class Sandbox;

struct HouseOptions {
  Config config;
  std::shared_ptr<Sandbox> sandbox;  // the demo's network; none: a real desk
};

class House {
 public:
  virtual ~House() = default;  // stops

  // Opens the database and the key. Nothing runs yet.
  static Result<std::unique_ptr<House>> build(const HouseOptions& options);

  // Listens, hears and delivers.
  virtual Result<Done> start() = 0;
  virtual void stop() = 0;

  // Where a browser finds it.
  virtual std::string url() const = 0;
  // The link that makes the owner; empty once there is one.
  virtual Result<std::string> setup_link() = 0;
};

// Makes the data folder if need be, for its owner alone.
Result<Done> make_data_folder(const std::filesystem::path& folder);

}  // namespace rapport
