#include "methods/sparse.h"

#include <algorithm>
#include <cmath>

namespace rapport::methods {
namespace {

// Adds up what a row says several times. Fits (group, hash) into one order.
void merge(RawRow& row) {
  std::ranges::sort(row, [](const RawFeature& a, const RawFeature& b) { return a.hash < b.hash; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (kept > 0 && row[kept - 1].hash == row[i].hash && row[kept - 1].group == row[i].group) {
      row[kept - 1].value += row[i].value;
    } else {
      row[kept++] = row[i];
    }
  }
  row.resize(kept);
}

}  // namespace

SparseRows SparseRows::some(const std::function<bool(std::size_t)>& keep) const {
  SparseRows out;
  out.columns = columns;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!keep(i)) continue;
    for (std::size_t at = begin[i]; at < begin[i + 1]; ++at) {
      out.index.push_back(index[at]);
      out.value.push_back(value[at]);
    }
    out.end_row();
  }
  return out;
}

SparseRows with_dense(const SparseRows& rows, const std::vector<float>& dense, std::size_t width) {
  SparseRows out;
  out.columns = rows.columns + static_cast<std::uint32_t>(width);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t at = rows.begin[i]; at < rows.begin[i + 1]; ++at) {
      out.index.push_back(rows.index[at]);
      out.value.push_back(rows.value[at]);
    }
    for (std::size_t k = 0; k < width; ++k) {
      out.index.push_back(rows.columns + static_cast<std::uint32_t>(k));
      out.value.push_back(dense[i * width + k]);
    }
    out.end_row();
  }
  return out;
}

void FeatureSpace::fit(std::size_t size, const std::function<void(std::size_t, RawRow&)>& make,
                       const SpaceOptions& options) {
  options_ = options;
  struct Seen {
    std::uint32_t rows = 0;
    std::uint32_t last = ~0U;
    std::uint8_t group = 0;
  };
  std::unordered_map<std::uint64_t, Seen> seen;
  RawRow row;
  for (std::size_t i = 0; i < size; ++i) {
    row.clear();
    make(i, row);
    for (const RawFeature& feature : row) {
      if (options_.weight[feature.group] == 0) continue;
      Seen& one = seen[feature.hash];
      if (one.last == i) continue;
      one.last = static_cast<std::uint32_t>(i);
      one.group = feature.group;
      ++one.rows;
    }
  }
  // Numbered in the order of hashes, so that equal data gives equal numbers everywhere.
  std::vector<std::uint64_t> kept;
  for (const auto& [hash, one] : seen) {
    if (one.rows >= static_cast<std::uint32_t>(options_.least_rows[one.group])) {
      kept.push_back(hash);
    }
  }
  std::ranges::sort(kept);
  known_.clear();
  known_.reserve(kept.size());
  columns_ = 0;
  for (const std::uint64_t hash : kept) {
    const float idf =
        options_.idf
            ? std::log(static_cast<float>(size + 1) / static_cast<float>(seen[hash].rows)) + 1
            : 1;
    known_[hash] = {columns_++, idf};
  }
}

SparseRows FeatureSpace::transform(std::size_t size,
                                   const std::function<void(std::size_t, RawRow&)>& make) const {
  SparseRows out;
  out.columns = columns_;
  RawRow row;
  struct Found {
    std::uint32_t number;
    float value;
    std::uint8_t group;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < size; ++i) {
    row.clear();
    make(i, row);
    merge(row);
    found.clear();
    std::array<float, kMostGroups> squares{};
    for (const RawFeature& feature : row) {
      const auto known = known_.find(feature.hash);
      if (known == known_.end()) continue;
      float value = feature.value;
      if (options_.weight[feature.group] > 0) {
        value = (options_.log_counts ? 1 + std::log(value) : 1) * known->second.idf;
      }
      squares[feature.group] += value * value;
      found.push_back({known->second.number, value, feature.group});
    }
    std::ranges::sort(found, {}, &Found::number);
    for (const Found& one : found) {
      const float weight = options_.weight[one.group];
      out.index.push_back(one.number);
      out.value.push_back(weight < 0 ? one.value * -weight
                                     : one.value * weight / std::sqrt(squares[one.group]));
    }
    out.end_row();
  }
  return out;
}

}  // namespace rapport::methods
