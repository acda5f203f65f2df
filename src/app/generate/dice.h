// Chance that falls the same way on every machine: the standard library's distributions do not.

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace rapport::generate {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  // SplitMix64.
  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }

  // In [0, 1).
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  // In [0, limit); limit > 0.
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }

  bool happens(double probability) { return unit() < probability; }

  template <class T>
  const T& one_of(std::span<const T> choices) {
    return choices[below(choices.size())];
  }

  // 1, 2, 3 … where a number of at least k comes with probability k to the power of -alpha.
  std::int64_t skewed(double alpha, std::int64_t most) {
    const double value = std::pow(1.0 - unit(), -1.0 / alpha);
    return std::min(most, static_cast<std::int64_t>(std::min(value, 1e15)));
  }

 private:
  std::uint64_t state_;
};

// Picks a rank of 0 … count-1, the first ones often: each with a weight of 1 / (rank + 3).
class Ranks {
 public:
  explicit Ranks(std::size_t count) {
    sums_.reserve(count);
    double sum = 0;
    for (std::size_t rank = 0; rank < count; ++rank) {
      sum += 1.0 / (static_cast<double>(rank) + 3.0);
      sums_.push_back(sum);
    }
  }

  std::size_t pick(Dice& dice) const {
    const double at = dice.unit() * sums_.back();
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
    return std::min(static_cast<std::size_t>(found - sums_.begin()), sums_.size() - 1);
  }

 private:
  std::vector<double> sums_;
};

}  // namespace rapport::generate
