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

// As a macro would: the sums as 32 wider numbers, added up in place.
struct Wide {
  const std::array<std::int16_t, kOutputs>& sums;
  friend void operator+=(Ints& into, const Wide& from) {
    Shorts sums;
    load(from.sums, sums);
    into += __builtin_convertvector(sums, Ints);
  }
};
Wide wide(const std::array<std::int16_t, kOutputs>& sums) { return {sums}; }

float factor(std::size_t count) {
  return count > 0 ? 1.0F / std::sqrt(static_cast<float>(count)) : 0.0F;
}

}  // namespace

Scorer::Scorer(std::shared_ptr<const Weights> weights)
    : weights_(std::move(weights)), memory_(kRemembered), scale_(weights_->settings().scale) {}

const Scorer::Remembered& Scorer::pieces_of(std::string_view normal, std::uint64_t word) {
  Remembered& slot = memory_[slot_of(word)];
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
  // What is looked up lies all over memory: everything is asked for before anything is used.
  for (const Feature& feature : features_) weights_->prefetch(feature.hash);
  words_.clear();
  for (const TextToken& token : tokens.list) {
    words_.push_back(has_pieces(token) ? hash_of(tokens.normal_of(token)) : 0);
    if (words_.back() != 0) __builtin_prefetch(&memory_[slot_of(words_.back())]);
  }
  shares_.resize(tokens.list.size());
  for (Share& share : shares_) share = Share{};
  Ints words{};
  Ints pieces{};
  Sums shapes{};
  std::size_t piece_count = 0;
  rows_.clear();
  for (const Feature& feature : features_) {
    rows_.push_back(weights_->find(feature.hash));
    if (rows_.back() != nullptr) __builtin_prefetch(rows_.back());
  }
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    if (words_[i] == 0) continue;
    const Remembered& known = pieces_of(tokens.normal_of(tokens.list[i]), words_[i]);
    shares_[i].pieces = known.sums;
    piece_count += known.pieces;
    pieces += wide(known.sums);
  }
  for (std::size_t i = 0; i < features_.size(); ++i) {
    if (rows_[i] == nullptr) continue;
    const Feature& feature = features_[i];
    if (feature.group == FeatureGroup::kShape || shares_.empty()) {
      add(shapes, *rows_[i]);
      continue;
    }
    Share& share = shares_[feature.token];
    add(feature.group == FeatureGroup::kWord ? share.own : share.joint, *rows_[i]);
  }
  words += wide(shapes);
  for (const Share& share : shares_) {
    words += wide(share.own);
    words += wide(share.joint);
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
