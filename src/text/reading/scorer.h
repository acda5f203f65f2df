// From tokens to scores: the sums of the weights' rows, and what each token gave to each output.
//
// One a thread. A frequent word's pieces are summed once and remembered; that changes nothing but
// the time, since the sums are whole numbers.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/reading/features.h"
#include "text/reading/weights.h"
#include "text/tokens/tokens.h"

namespace rapport {

class Scorer {
 public:
  explicit Scorer(std::shared_ptr<const Weights> weights);

  // Of one text. `scores()` are then its scores, before any probability.
  void score(const Tokens& tokens);
  const std::array<float, kOutputs>& scores() const { return scores_; }

  // What the token itself, and its standing behind the one before it, gave to an output. Together
  // with the bias and the shape of the text they sum up to the score.
  float own_share(std::size_t token, std::size_t output) const {
    const Share& share = shares_[token];
    return scale_[output] * (static_cast<float>(share.own[output]) * word_factor_ +
                             static_cast<float>(share.pieces[output]) * piece_factor_);
  }
  float joint_share(std::size_t token, std::size_t output) const {
    return scale_[output] * static_cast<float>(shares_[token].joint[output]) * word_factor_;
  }

  // The hashes of words and pairs of the last text, token by token (for adaptations).
  const std::vector<Feature>& features() const { return features_; }

 private:
  using Sums = std::array<std::int16_t, kOutputs>;
  struct Remembered {
    std::uint64_t word = 0;
    std::uint32_t pieces = 0;
    Sums sums{};
  };
  struct Share {
    Sums own{};    // the word
    Sums joint{};  // pairs and negation
    Sums pieces{};
  };

  static std::size_t slot_of(std::uint64_t word) { return (word >> 20U) & (kRemembered - 1); }
  const Remembered& pieces_of(std::string_view normal, std::uint64_t word);

  static constexpr std::size_t kRemembered = 1U << 16U;

  const std::shared_ptr<const Weights> weights_;
  std::vector<Remembered> memory_;
  std::vector<Feature> features_;
  std::vector<std::uint64_t> words_;    // hashes of the tokens that have pieces, else 0
  std::vector<const WeightRow*> rows_;  // of the features; null if unknown
  std::vector<Share> shares_;
  std::array<float, kOutputs> scores_{};
  const std::array<float, kOutputs>& scale_;
  float word_factor_ = 0;
  float piece_factor_ = 0;
};

}  // namespace rapport
