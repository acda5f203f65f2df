#include "train/word_vectors.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace rapport {
namespace {

constexpr std::size_t kSize = WordVectors::kSize;
constexpr std::uint32_t kLeast = 4;  // times a word must have been seen
constexpr int kWindow = 5;
constexpr int kNegatives = 5;
constexpr double kFrequent = 2e-4;  // frequent words are left out at random
constexpr float kRate = 0.05F;

}  // namespace

WordVectors learn_word_vectors(const std::vector<std::vector<std::uint64_t>>& texts, int rounds) {
  WordVectors out;
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (const auto& text : texts) {
    for (const std::uint64_t word : text) ++counts[word];
  }
  std::vector<std::pair<std::uint32_t, std::uint64_t>> kept;
  for (const auto& [word, count] : counts) {
    if (count >= kLeast) kept.emplace_back(count, word);
  }
  std::ranges::sort(kept, std::greater<>());
  double all = 0;
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    out.index.emplace(kept[i].second, i);
    all += kept[i].first;
  }
  // Negatives are drawn by count^0.75.
  std::vector<std::uint32_t> drawn;
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    const auto times = static_cast<int>(std::pow(kept[i].first, 0.75) / 4) + 1;
    drawn.insert(drawn.end(), static_cast<std::size_t>(times), i);
  }
  std::mt19937 random(11);
  std::vector<float> in(kept.size() * kSize);
  std::vector<float> context(kept.size() * kSize, 0);
  // Not std::uniform_real_distribution, which every library does in its own way.
  for (float& value : in) {
    value = static_cast<float>((static_cast<double>(random()) / 4294967296.0 - 0.5) / kSize);
  }
  std::vector<std::uint32_t> words;
  const double steps = static_cast<double>(texts.size()) * rounds;
  double step = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const auto& text : texts) {
      const float rate = kRate * static_cast<float>(std::max(0.02, 1 - step++ / steps));
      words.clear();
      for (const std::uint64_t word : text) {
        const auto found = out.index.find(word);
        if (found == out.index.end()) continue;
        const double share = kept[found->second].first / all;
        const double keep = std::sqrt(kFrequent / share) + kFrequent / share;
        if (keep < 1 && static_cast<double>(random()) / 4294967296.0 > keep) continue;
        words.push_back(found->second);
      }
      const int count = static_cast<int>(words.size());
      for (int i = 0; i < count; ++i) {
        const int reach = 1 + static_cast<int>(random() % kWindow);
        for (int j = std::max(0, i - reach); j <= std::min(count - 1, i + reach); ++j) {
          if (i == j) continue;
          float* center = &in[words[static_cast<std::size_t>(i)] * kSize];
          float change[kSize] = {};
          for (int n = 0; n <= kNegatives; ++n) {
            const std::uint32_t other =
                n == 0 ? words[static_cast<std::size_t>(j)] : drawn[random() % drawn.size()];
            if (n > 0 && other == words[static_cast<std::size_t>(j)]) continue;
            float* target = &context[other * kSize];
            float dot = 0;
            for (std::size_t d = 0; d < kSize; ++d) dot += center[d] * target[d];
            const float error = ((n == 0 ? 1.0F : 0.0F) - 1 / (1 + std::exp(-dot))) * rate;
            for (std::size_t d = 0; d < kSize; ++d) {
              change[d] += error * target[d];
              target[d] += error * center[d];
            }
          }
          for (std::size_t d = 0; d < kSize; ++d) center[d] += change[d];
        }
      }
    }
  }
  for (std::size_t w = 0; w < kept.size(); ++w) {
    float squares = 1e-9F;
    for (std::size_t d = 0; d < kSize; ++d) squares += in[w * kSize + d] * in[w * kSize + d];
    const float by = 1 / std::sqrt(squares);
    for (std::size_t d = 0; d < kSize; ++d) in[w * kSize + d] *= by;
  }
  out.values = std::move(in);
  return out;
}

}  // namespace rapport
