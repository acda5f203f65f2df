// The trained weights of the reading engine, as they lie in models/reading.bin and in memory.
//
// A row of small integers for each feature that is known, one number for each output; what is not
// known has no row and says nothing. Rows are found by the feature's hash in an open table: a tag
// of 16 bits beside each row tells most strangers off without touching the rows.
//
// An output's score is
//   bias + scale * (sum of rows of words, pairs … / sqrt(how many) + sum of pieces / sqrt(how
//   many))
// and its probability the logistic of `slope * score + shift` (Platt 1999), or the softmax of a
// group's scores times its slope (temperature scaling, Guo et al. 2017), fitted on held-out texts.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/reading.h"

namespace rapport {

// What the numbers of a row are, in this order.
inline constexpr std::size_t kSentimentOutputs = 0;  // negative, neutral, positive: a softmax
inline constexpr std::size_t kIntentOutputs = 3;
inline constexpr std::size_t kReasonOutputs = kIntentOutputs + kIntents;
inline constexpr std::size_t kEmotionOutputs = kReasonOutputs + kReasons;  // "none" scores 0
inline constexpr std::size_t kToxicityOutput = kEmotionOutputs + kEmotions - 1;
inline constexpr std::size_t kUrgencyOutput = kToxicityOutput + 1;
inline constexpr std::size_t kNeedsReplyOutput = kUrgencyOutput + 1;
inline constexpr std::size_t kOutputs = kNeedsReplyOutput + 1;
static_assert(kOutputs == 32, "half a cache line a feature");

using WeightRow = std::array<std::int8_t, kOutputs>;

struct OutputSettings {
  std::array<float, kOutputs> scale{};  // of one step of the small integers
  std::array<float, kOutputs> bias{};
  std::array<float, kOutputs> slope{};
  std::array<float, kOutputs> shift{};
  std::array<float, kOutputs> threshold{};  // probability from which on a label holds
};

class Weights {
 public:
  // Maps the file. Error: not there, cut short, of another version.
  static Result<std::shared_ptr<const Weights>> open(const std::string& path);
  ~Weights();
  Weights(const Weights&) = delete;
  Weights& operator=(const Weights&) = delete;

  // The row of a feature; null if it is not known.
  const WeightRow* find(std::uint64_t hash) const {
    const auto tag = tag_of(hash);
    std::size_t slot = hash & mask_;
    for (std::size_t probe = 0; probe < kMostProbes; ++probe, slot = (slot + 1) & mask_) {
      if (tags_[slot] == tag) return rows_ + slot;
      if (tags_[slot] == 0) return nullptr;
    }
    return nullptr;
  }

  void prefetch(std::uint64_t hash) const { __builtin_prefetch(tags_ + (hash & mask_)); }

  const OutputSettings& settings() const { return *settings_; }
  std::uint32_t version() const { return version_; }  // of these very weights
  std::size_t bytes() const { return size_; }

  static constexpr std::size_t kMostProbes = 16;
  static std::uint16_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint16_t>((hash >> 48U) | 1U);
  }

 private:
  Weights() = default;

  void* mapped_ = nullptr;
  std::size_t size_ = 0;
  std::uint32_t version_ = 0;
  std::size_t mask_ = 0;
  const OutputSettings* settings_ = nullptr;
  const std::uint16_t* tags_ = nullptr;
  const WeightRow* rows_ = nullptr;
};

// What training writes.
struct WeightsFile {
  OutputSettings settings;
  struct Row {
    std::uint64_t hash;
    WeightRow weights;
  };
  std::vector<Row> rows;  // the most telling first: what finds no slot is left out

  // With 2^slot_bits slots. Error: cannot be written.
  Result<Done> write(const std::string& path, unsigned slot_bits) const;
};

}  // namespace rapport
