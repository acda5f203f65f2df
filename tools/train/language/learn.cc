#include "learn.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <random>

#include "examples.h"

namespace rapport {

Learned learn(Group& group, const Rows& rows, std::size_t examples) {
  const std::size_t count = group.languages.size();
  Random random(101 + group.index());
  std::normal_distribution<float> normal;
  Learned out;
  out.pieces.resize(rows.pieces.size());
  out.words.resize(rows.words.size());
  out.directions.resize(count);
  out.bias.assign(count, 0);
  for (auto& place : out.pieces) place.fill(0);
  for (auto& place : out.words) place.fill(0);
  for (auto& direction : out.directions) {
    for (float& x : direction) x = 0.4F * normal(random);
  }
  std::vector<float> piece_seen(rows.pieces.size(), 1e-4F);
  std::vector<float> word_seen(rows.words.size(), 1e-4F);
  std::vector<Place> direction_seen(count);
  for (auto& seen : direction_seen) seen.fill(1e-3F);
  std::vector<float> bias_seen(count, 1e-2F);

  Example example;
  Place sum;
  Place back;
  std::vector<float> p(count);
  double loss = 0;
  for (std::size_t step = 0; step < examples; ++step) {
    const float rate = 1.0F - 0.95F * static_cast<float>(step) / static_cast<float>(examples);
    const std::size_t truth = below(random, count);
    draw(group.languages[truth], random, example);
    if (example.words.empty()) continue;
    for (auto& id : example.words) {
      if (!example.accents && group.words[id].plain != UINT32_MAX) id = group.words[id].plain;
    }
    // Sometimes without the words' own rows, so that the pieces learn what they can.
    const bool whole = uniform(random) > 0.3;
    sum.fill(0);
    for (const auto id : example.words) {
      const KnownWord& word = group.words[id];
      if (whole && word.row != UINT32_MAX) {
        for (std::size_t d = 0; d < kDimensions; ++d) sum[d] += out.words[word.row][d];
      }
      for (const auto row : word.rows) {
        for (std::size_t d = 0; d < kDimensions; ++d) sum[d] += out.pieces[row][d];
      }
    }
    float best = -1e30F;
    for (std::size_t l = 0; l < count; ++l) {
      float score = out.bias[l];
      for (std::size_t d = 0; d < kDimensions; ++d) score += sum[d] * out.directions[l][d];
      p[l] = score;
      best = std::max(best, score);
    }
    float total = 0;
    for (float& x : p) total += x = std::exp(x - best);
    for (float& x : p) x /= total;
    loss -= std::log(std::max(p[truth], 1e-9F));
    back.fill(0);
    for (std::size_t l = 0; l < count; ++l) {
      const float error = p[l] - (l == truth ? 1.0F : 0.0F);
      if (std::fabs(error) < 1e-4F) continue;
      auto& direction = out.directions[l];
      auto& seen = direction_seen[l];
      for (std::size_t d = 0; d < kDimensions; ++d) {
        back[d] += error * direction[d];
        const float g = error * sum[d];
        seen[d] += g * g;
        direction[d] -= 0.05F * rate * g / std::sqrt(seen[d]);
      }
      bias_seen[l] += error * error;
      out.bias[l] -= 0.02F * rate * error / std::sqrt(bias_seen[l]);
    }
    float size = 0;
    for (const float x : back) size += x * x;
    size /= static_cast<float>(kDimensions);
    if (size > 1e-9F) {
      const auto move = [&](Place& place, float& seen) {
        seen += size;
        const float by = 0.12F * rate / std::sqrt(seen);
        for (std::size_t d = 0; d < kDimensions; ++d) place[d] -= by * back[d];
      };
      for (const auto id : example.words) {
        const KnownWord& word = group.words[id];
        if (whole && word.row != UINT32_MAX) move(out.words[word.row], word_seen[word.row]);
        for (const auto row : word.rows) move(out.pieces[row], piece_seen[row]);
      }
    }
    if ((step + 1) % (examples / 5) == 0) {
      std::fprintf(stderr, "  %zu examples, loss %.4f\n", step + 1,
                   loss / static_cast<double>(examples / 5));
      loss = 0;
    }
  }
  return out;
}

}  // namespace rapport
