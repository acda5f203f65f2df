#include "methods/word_vectors.h"

#include <algorithm>
#include <cmath>

namespace rapport::methods {
namespace {

constexpr int kWidth = Net::kWidth;

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 3) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

void add(float* to, const float* from, float by) {
  for (int d = 0; d < kWidth; ++d) to[d] += by * from[d];
}

}  // namespace

std::vector<float> learn_vectors(const NetWords& words,
                                 const std::vector<NetWords::Sentence>& texts,
                                 const VectorOptions& options) {
  Random random(options.seed);
  std::vector<double> counts(words.rows(), 0);
  double total = 0;
  for (const auto& text : texts) {
    for (const std::uint32_t type : text) {
      if (words.type(type).word < 0) continue;
      ++counts[static_cast<std::size_t>(words.type(type).word)];
      ++total;
    }
  }
  // What negatives are drawn from: words by count to the power of 3/4.
  std::vector<std::uint32_t> urn;
  double mass = 0;
  for (const double count : counts) mass += std::pow(count, 0.75);
  constexpr double kUrn = 2e6;
  for (std::size_t row = 0; row < counts.size(); ++row) {
    const auto balls = static_cast<std::size_t>(std::pow(counts[row], 0.75) / mass * kUrn + 0.5);
    urn.insert(urn.end(), balls, static_cast<std::uint32_t>(row));
  }
  std::vector<float> in(words.rows() * kWidth);
  for (float& one : in) one = static_cast<float>((random.uniform() - 0.5) / kWidth);
  std::vector<float> out(words.rows() * kWidth, 0);

  std::vector<std::uint32_t> kept;
  double done = 0;
  for (int round = 0; round < options.rounds; ++round) {
    for (const auto& text : texts) {
      kept.clear();
      for (const std::uint32_t type : text) {
        const std::int32_t row = words.type(type).word;
        const double share = row < 0 ? 0 : counts[static_cast<std::size_t>(row)] / total;
        if (share > options.often && random.uniform() > std::sqrt(options.often / share)) continue;
        kept.push_back(type);
      }
      done += static_cast<double>(text.size());
      const auto rate = static_cast<float>(
          options.rate * std::max(0.01, 1 - done / (total * options.rounds * 1.05)));
      for (std::size_t i = 0; i < kept.size(); ++i) {
        const NetWords::Type& type = words.type(kept[i]);
        float x[kWidth] = {};
        float slope[kWidth] = {};
        const float share =
            type.pieces.empty() ? 0 : 1 / std::sqrt(static_cast<float>(type.pieces.size()));
        if (type.word >= 0) add(x, &in[static_cast<std::size_t>(type.word) * kWidth], 1);
        for (const std::uint32_t row : type.pieces) add(x, &in[row * kWidth], share);
        const std::size_t reach = 1 + random.next() % static_cast<std::uint64_t>(options.window);
        const std::size_t begin = i > reach ? i - reach : 0;
        const std::size_t end = std::min(kept.size(), i + reach + 1);
        for (std::size_t j = begin; j < end; ++j) {
          const std::int32_t near = words.type(kept[j]).word;
          if (j == i || near < 0) continue;
          for (int n = 0; n <= options.negatives; ++n) {
            const std::size_t target =
                n == 0 ? static_cast<std::size_t>(near) : urn[random.next() % urn.size()];
            if (n > 0 && target == static_cast<std::size_t>(near)) continue;
            float* o = &out[target * kWidth];
            float dot = 0;
            for (int d = 0; d < kWidth; ++d) dot += x[d] * o[d];
            const float by = rate * ((n == 0 ? 1.0F : 0.0F) - 1 / (1 + std::exp(-dot)));
            add(slope, o, by);
            add(o, x, by);
          }
        }
        if (type.word >= 0) add(&in[static_cast<std::size_t>(type.word) * kWidth], slope, 1);
        for (const std::uint32_t row : type.pieces) add(&in[row * kWidth], slope, share);
      }
    }
  }

  // The mean length of words as they are met.
  double length = 0;
  double met = 0;
  for (const auto& text : texts) {
    for (const std::uint32_t one : text) {
      const NetWords::Type& type = words.type(one);
      float x[kWidth] = {};
      if (type.word >= 0) add(x, &in[static_cast<std::size_t>(type.word) * kWidth], 1);
      if (!type.pieces.empty()) {
        const float share = 1 / std::sqrt(static_cast<float>(type.pieces.size()));
        for (const std::uint32_t row : type.pieces) add(x, &in[row * kWidth], share);
      }
      float square = 0;
      for (const float d : x) square += d * d;
      length += std::sqrt(static_cast<double>(square));
      ++met;
    }
    if (met > 200000) break;
  }
  const auto scale = static_cast<float>(options.length * met / std::max(length, 1e-9));
  for (float& one : in) one *= scale;
  return in;
}

}  // namespace rapport::methods
