// Rows of numbered features with values, and the way from texts to them.

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace rapport::methods {

// Rows one behind the other: row i has index[begin[i]] … index[begin[i + 1] - 1].
struct SparseRows {
  std::vector<std::size_t> begin{0};
  std::vector<std::uint32_t> index;
  std::vector<float> value;
  std::uint32_t columns = 0;

  std::size_t size() const { return begin.size() - 1; }
  void end_row() { begin.push_back(index.size()); }

  // The rows for which `keep` says yes.
  SparseRows some(const std::function<bool(std::size_t)>& keep) const;
};

// `rows` with dense values (rows × width, row by row) as further columns behind their own.
SparseRows with_dense(const SparseRows& rows, const std::vector<float>& dense, std::size_t width);

// A feature of a text before it has a number. Groups are weighed and normed apart.
struct RawFeature {
  std::uint64_t hash;
  float value;
  std::uint8_t group;
};
using RawRow = std::vector<RawFeature>;

inline constexpr std::size_t kMostGroups = 8;

struct SpaceOptions {
  // Fewest training rows a feature must be in, by group.
  std::array<int, kMostGroups> least_rows{1, 2, 2, 2, 2, 1, 1, 1};
  // The length of a group's part of a row. 0 leaves the group out; below 0 means: values as they
  // are, times the amount.
  std::array<float, kMostGroups> weight{1, 1, 0.7F, 0.7F, 0.7F, -1, -1, -1};
  bool log_counts = false;  // 1 + log(count) where false: 1
  bool idf = false;
};

// Numbers the features of training rows; features that were not among them have none.
class FeatureSpace {
 public:
  // Twice through the rows, so that they need not be kept: `make(i)` gives row i.
  void fit(std::size_t size, const std::function<void(std::size_t, RawRow&)>& make,
           const SpaceOptions& options);
  SparseRows transform(std::size_t size,
                       const std::function<void(std::size_t, RawRow&)>& make) const;
  std::uint32_t columns() const { return columns_; }

 private:
  struct Known {
    std::uint32_t number;
    float idf;
  };
  SpaceOptions options_;
  std::unordered_map<std::uint64_t, Known> known_;
  std::uint32_t columns_ = 0;
};

}  // namespace rapport::methods
