#include "listen/piece_costs.h"

#include <algorithm>

namespace rapport {

double PieceCosts::share(PieceHash hash, std::uint32_t size, std::uint32_t wish) const {
  // Measured on posts of a dozen languages, roughly.
  constexpr std::array<double, 9> kByLength{1, 0.4, 0.15, 0.05, 0.02, 0.008, 0.004, 0.003, 0.002};
  constexpr double kWeight = 200;  // posts until what was heard counts more
  double prior = kByLength[std::min<std::size_t>(size, kByLength.size() - 1)];
  if ((wish & kWishPrefixes) != 0) prior *= 4;
  const double posts = posts_.load(std::memory_order_relaxed);
  const double heard = cells_[hash % kCells].load(std::memory_order_relaxed);
  return (heard + prior * kWeight) / (posts + kWeight);
}

void PieceCosts::learn(const PieceSet& pieces) {
  posts_.fetch_add(1, std::memory_order_relaxed);
  for (const PieceHash each : pieces) {
    cells_[each % kCells].fetch_add(1, std::memory_order_relaxed);
  }
}

}  // namespace rapport
