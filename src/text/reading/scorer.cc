#include "text/reading/scorer.h"

#include <cmath>
#include <cstring>

namespace rapport {
namespace {

// As vectors, so that a row is added in a few instructions whatever the compiler is told.
using Bytes = std::int8_t __attribute__((vector_size(kOutputs)));
using Shorts = std::int16_t __attribute__((vector_size(kOutputs * 2)));
using Ints = std::int32_t __attribute__((vector_size(kOutputs * 4)));

// By reference: a vector that is returned would have another form on another processor.
template <class Vector, class Numbers>
void load(const Numbers& numbers, Vector& into) {
  static_assert(sizeof(Vector) == sizeof(Numbers));
  std::memcpy(&into, numbers.data(), sizeof(into));
}

// A word has at most 168 pieces of at most 127 each, and a token stands in at most four features:
// 16 bits hold either sum.
static_assert(kMostPieces * 127 <= 32767);

void add(std::array<std::int16_t, kOutputs>& sums, const WeightRow& row) {
  Shorts sum;
  Bytes more;
  load(sums, sum);
  load(row, more);
  sum += __builtin_convertvector(more, Shorts);
  std::memcpy(sums.data(), &sum, sizeof(sum));
}

float factor(std::size_t count) {
  return count > 0 ? 1.0F / std::sqrt(static_cast<float>(count)) : 0.0F;
}

}  // namespace

Scorer::Scorer(std::shared_ptr<const Weights> weights)
    : weights_(std::move(weights)), memory_(kRemembered), scale_(weights_->settings().scale) {}

const Scorer::Remembered& Scorer::pieces_of(std::string_view normal, std::uint64_t word) {
  Remembered& slot = memory_[(word >> 20U) & (kRemembered - 1)];
  if (slot.word == word) return slot;
  slot.word = word;
  slot.pieces = 0;
  slot.sums.fill(0);
  each_piece(normal, [&](std::uint64_t piece) {
    ++slot.pieces;
    if (const WeightRow* row = weights_->find(piece)) add(slot.sums, *row);
  });
  return slot;
}

void Scorer::score(const Tokens& tokens) {
  make_features(tokens, false, features_);
  shares_.resize(tokens.list.size());
  Ints words{};
  Ints pieces{};
  std::size_t piece_count = 0;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    const TextToken& token = tokens.list[i];
    Share& share = shares_[i];
    share.own.fill(0);
    share.joint.fill(0);
    if (has_pieces(token)) {
      const std::string_view normal = tokens.normal_of(token);
      const Remembered& known = pieces_of(normal, hash_of(normal));
      share.pieces = known.sums;
      piece_count += known.pieces;
      Shorts sum;
      load(known.sums, sum);
      pieces += __builtin_convertvector(sum, Ints);
    } else {
      share.pieces.fill(0);
    }
  }
  for (const Feature& feature : features_) {
    const WeightRow* row = weights_->find(feature.hash);
    if (row == nullptr) continue;
    Bytes more;
    load(*row, more);
    words += __builtin_convertvector(more, Ints);
    if (feature.group == FeatureGroup::kShape || shares_.empty()) continue;
    Share& share = shares_[feature.token];
    add(feature.group == FeatureGroup::kWord ? share.own : share.joint, *row);
  }
  word_factor_ = factor(features_.size());
  piece_factor_ = factor(piece_count);
  const OutputSettings& settings = weights_->settings();
  for (std::size_t o = 0; o < kOutputs; ++o) {
    scores_[o] =
        settings.bias[o] + settings.scale[o] * (static_cast<float>(words[o]) * word_factor_ +
                                                static_cast<float>(pieces[o]) * piece_factor_);
  }
}

}  // namespace rapport
