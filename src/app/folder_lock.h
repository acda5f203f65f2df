// One server at a time over a data folder: two would deliver the same acts.

#pragma once

#include <filesystem>
#include <utility>

#include "base/result.h"

namespace rapport {

class FolderLock {
 public:
  // Fails with conflict if another process has it. The lock goes with the process, however it ends.
  static Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  FolderLock(const FolderLock&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_;
};

}  // namespace rapport
