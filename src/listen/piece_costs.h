// How often pieces are heard: a monitor waits under its rarest.

#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "listen/pieces.h"

namespace rapport {

class PieceCosts {
 public:
  // The share of posts that have this piece of `size` bytes, as far as is known: by its length at
  // first, by what was heard the more of it there was.
  double share(PieceHash hash, std::uint32_t size, std::uint32_t wish) const;

  // One post. From any number of threads.
  void learn(const PieceSet& pieces);

 private:
  static constexpr std::size_t kCells = 1U << 16U;

  std::array<std::atomic<std::uint32_t>, kCells> cells_{};
  std::atomic<std::uint32_t> posts_{0};
};

}  // namespace rapport
