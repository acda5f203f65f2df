#include "text/reading/scorer.h"

#include <algorithm>
#include <cmath>

namespace rapport {
namespace {

// Saturating: a text of a thousand equal words must not wrap round.
void add(std::array<std::int16_t, kOutputs>& sums, const WeightRow& row) {
  for (std::size_t i = 0; i < kOutputs; ++i) {
    const int sum = sums[i] + row[i];
    sums[i] = static_cast<std::int16_t>(std::clamp(sum, -32768, 32767));
  }
}

float factor(std::size_t count) {
  return count > 0 ? 1.0F / std::sqrt(static_cast<float>(count)) : 0.0F;
}

}  // namespace

Scorer::Scorer(std::shared_ptr<const Weights> weights)
    : weights_(std::move(weights)), memory_(kRemembered) {}

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
  std::array<std::int32_t, kOutputs> words{};
  std::array<std::int32_t, kOutputs> pieces{};
  std::size_t piece_count = 0;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    const Token& token = tokens.list[i];
    Share& share = shares_[i];
    share.own.fill(0);
    share.joint.fill(0);
    if (has_pieces(token)) {
      const std::string_view normal = tokens.normal_of(token);
      const Remembered& known = pieces_of(normal, hash_of(normal));
      share.pieces = known.sums;
      piece_count += known.pieces;
      for (std::size_t o = 0; o < kOutputs; ++o) pieces[o] += known.sums[o];
    } else {
      share.pieces.fill(0);
    }
  }
  for (const Feature& feature : features_) {
    const WeightRow* row = weights_->find(feature.hash);
    if (row == nullptr) continue;
    for (std::size_t o = 0; o < kOutputs; ++o) words[o] += (*row)[o];
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

float Scorer::own_share(std::size_t token, std::size_t output) const {
  const Share& share = shares_[token];
  return weights_->settings().scale[output] *
         (static_cast<float>(share.own[output]) * word_factor_ +
          static_cast<float>(share.pieces[output]) * piece_factor_);
}

float Scorer::joint_share(std::size_t token, std::size_t output) const {
  return weights_->settings().scale[output] * static_cast<float>(shares_[token].joint[output]) *
         word_factor_;
}

}  // namespace rapport
