#include "faqs/learn.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rapport::methods {
namespace {

constexpr std::size_t kSize = kSearchSignals;
constexpr int kSteps = 30;
constexpr double kRidge = 1e-3;

using Matrix = std::array<std::array<double, kSize>, kSize>;

// Solves a positive definite system by elimination.
SignalValues solved(Matrix a, SignalValues b) {
  for (std::size_t i = 0; i < kSize; ++i) {
    for (std::size_t row = i + 1; row < kSize; ++row) {
      const double factor = a[row][i] / a[i][i];
      for (std::size_t column = i; column < kSize; ++column) a[row][column] -= factor * a[i][column];
      b[row] -= factor * b[i];
    }
  }
  for (std::size_t i = kSize; i-- > 0;) {
    for (std::size_t column = i + 1; column < kSize; ++column) b[i] -= a[i][column] * b[column];
    b[i] /= a[i][i];
  }
  return b;
}

// How far each signal spreads, so that the ridge weighs all alike.
SignalValues spread_of(const std::vector<Judged>& all, const std::vector<std::size_t>& which) {
  SignalValues sum{};
  SignalValues squares{};
  double count = 0;
  for (const std::size_t question : which) {
    for (const SignalValues& values : all[question].signals) {
      ++count;
      for (std::size_t i = 0; i < kSize; ++i) {
        sum[i] += values[i];
        squares[i] += values[i] * values[i];
      }
    }
  }
  SignalValues out{};
  for (std::size_t i = 0; i < kSize; ++i) {
    const double mean = sum[i] / count;
    out[i] = std::sqrt(std::max(1e-12, squares[i] / count - mean * mean));
  }
  return out;
}

}  // namespace

SearchWeights learn_weights(const std::vector<Judged>& all, const std::vector<std::size_t>& which) {
  const SignalValues spread = spread_of(all, which);
  const auto count = static_cast<double>(which.size());
  SignalValues weights{};
  for (int step = 0; step < kSteps; ++step) {
    SignalValues slope{};
    Matrix curve{};
    for (const std::size_t question : which) {
      const Judged& judged = all[question];
      std::vector<double> shares;
      for (const SignalValues& values : judged.signals) {
        double score = 0;
        for (std::size_t i = 0; i < kSize; ++i) score += weights[i] * values[i] / spread[i];
        shares.push_back(score);
      }
      const double most = *std::ranges::max_element(shares);
      double total = 0;
      for (double& share : shares) total += share = std::exp(share - most);
      SignalValues mean{};
      for (std::size_t article = 0; article < shares.size(); ++article) {
        const double share = shares[article] / total;
        if (share < 1e-6) continue;
        for (std::size_t i = 0; i < kSize; ++i) {
          const double value = judged.signals[article][i] / spread[i];
          mean[i] += share * value;
          for (std::size_t j = 0; j < kSize; ++j) {
            curve[i][j] += share * value * judged.signals[article][j] / spread[j] / count;
          }
        }
      }
      for (std::size_t i = 0; i < kSize; ++i) {
        slope[i] += (judged.signals[judged.right][i] / spread[i] - mean[i]) / count;
        for (std::size_t j = 0; j < kSize; ++j) curve[i][j] -= mean[i] * mean[j] / count;
      }
    }
    for (std::size_t i = 0; i < kSize; ++i) {
      slope[i] -= kRidge * weights[i];
      curve[i][i] += kRidge + 1e-6;
    }
    // One that is held at 0 is not of the step.
    for (std::size_t i = 0; i < kSize; ++i) {
      if (weights[i] > 0 || slope[i] > 0) continue;
      for (std::size_t j = 0; j < kSize; ++j) curve[i][j] = curve[j][i] = i == j ? 1 : 0;
      slope[i] = 0;
    }
    const SignalValues move = solved(curve, slope);
    double longest = 1;
    for (const double each : move) longest = std::max(longest, std::abs(each));
    for (std::size_t i = 0; i < kSize; ++i) {
      weights[i] = std::max(0.0, weights[i] + move[i] / longest);
    }
  }
  SearchWeights out;
  for (std::size_t i = 0; i < kSize; ++i) out.of[i] = weights[i] / spread[i];
  // A word in the title is the measure of all.
  const double measure = out.of[0] > 0 ? out.of[0] : 1;
  for (double& weight : out.of) weight /= measure;
  return out;
}

}  // namespace rapport::methods
