#include "write.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <utility>

namespace rapport {
namespace {

struct Placed {
  std::uint64_t hash;
  LanguageRow row;
  double weight;
};

LanguageRow small(const Place& place, float step) {
  LanguageRow out;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    out[d] = static_cast<std::int8_t>(std::clamp(std::lround(place[d] / step), -127L, 127L));
  }
  return out;
}

// What all but the largest `1 - share` of the numbers stay below.
float far_of(std::vector<float>& sizes, double share) {
  const auto far =
      sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size()) * share);
  std::nth_element(sizes.begin(), far, sizes.end());
  return *far;
}

float scale_of(const std::vector<Taught>& taught) {
  std::vector<float> sizes;
  for (const Taught& group : taught) {
    for (const Place& place : group.folded) {
      for (const float x : place) sizes.push_back(std::fabs(x));
    }
  }
  return far_of(sizes, 0.9998) / 127;
}

// All rows as small numbers; those of words are larger, hence the head's shift.
std::vector<Placed> shrunk(LanguageModelHead& head, const std::vector<Group>& groups,
                           const std::vector<Taught>& taught) {
  std::vector<Placed> placed;
  std::vector<std::pair<std::uint64_t, Place>> whole;
  std::vector<float> word_sizes;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto& [rows, learned, folded] = taught[i];
    for (std::size_t r = 0; r < rows.pieces.size(); ++r) {
      placed.push_back(
          {rows.pieces[r], small(folded[r], head.scale), 1.0 / static_cast<double>(r + 1)});
    }
    for (const KnownWord& word : groups[i].words) {
      if (word.row == UINT32_MAX) continue;
      Place place = learned.words[word.row];
      for (const auto row : word.rows) {
        for (std::size_t d = 0; d < kDimensions; ++d) place[d] += learned.pieces[row][d];
      }
      for (const float x : place) word_sizes.push_back(std::fabs(x));
      whole.emplace_back(word.hash, place);
    }
  }
  const float widest = far_of(word_sizes, 0.999);
  while (widest / (head.scale * static_cast<float>(1U << head.word_shift)) > 127) {
    ++head.word_shift;
  }
  for (const auto& [hash, place] : whole) {
    placed.push_back(
        {hash, small(place, head.scale * static_cast<float>(1U << head.word_shift)), 1e-3});
  }
  std::fprintf(stderr, "scale %g, shift %u\n", static_cast<double>(head.scale), head.word_shift);
  return placed;
}

}  // namespace

std::vector<Place> fold(const Rows& rows, const Learned& learned) {
  std::vector<Place> out = learned.pieces;
  for (std::size_t r = 0; r < out.size(); ++r) {
    const auto shorter = rows.shorter[r];
    if (shorter == UINT32_MAX) continue;
    for (std::size_t d = 0; d < kDimensions; ++d) out[r][d] += out[shorter][d];
  }
  return out;
}

std::string model_of(LanguageModelHead& head, const std::vector<Group>& groups,
                     const std::vector<Taught>& taught, std::size_t row_count) {
  head.scale = scale_of(taught);
  std::vector<Placed> placed = shrunk(head, groups, taught);
  std::stable_sort(placed.begin(), placed.end(),
                   [](const Placed& a, const Placed& b) { return a.weight > b.weight; });
  const std::size_t buckets = row_count / kBucket;
  head.buckets = static_cast<std::uint32_t>(buckets);
  std::vector<std::uint16_t> tags((buckets + 1) * kBucket);
  std::vector<LanguageRow> all((buckets + 1) * kBucket);
  std::size_t left_out = 0;
  for (const Placed& one : placed) {
    const std::size_t bucket = language_bucket(one.hash, head.buckets) * kBucket;
    std::size_t at = bucket;
    while (at < bucket + 2 * kBucket && tags[at] != 0) ++at;
    if (at == bucket + 2 * kBucket) {
      ++left_out;
      continue;
    }
    tags[at] = language_tag(one.hash);
    all[at] = one.row;
  }
  std::fprintf(stderr, "%zu rows, %zu found no place\n", placed.size(), left_out);

  std::string content(reinterpret_cast<const char*>(&head), sizeof(head));
  content.append(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(all[0]));
  content.append(reinterpret_cast<const char*>(tags.data()), tags.size() * sizeof(tags[0]));
  const auto version = static_cast<std::uint32_t>(hash_of(content));
  std::memcpy(content.data() + offsetof(LanguageModelHead, version), &version, sizeof(version));
  return content;
}

}  // namespace rapport
