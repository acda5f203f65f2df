#include "methods/linear.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace rapport::methods {
namespace {

// How much larger than plain a weight's step may be: the square of its scale.
std::vector<float> bayes_scales(const SparseRows& rows, const std::vector<char>& member,
                                std::size_t classes, const LinearOptions& options) {
  std::vector<float> scale(rows.columns * classes, 1);
  if (options.bayes <= 0) return scale;
  std::vector<double> inside(rows.columns * classes, 0);
  std::vector<double> all(rows.columns, 0);
  std::vector<double> inside_rows(classes, 0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t k = 0; k < classes; ++k) inside_rows[k] += member[i * classes + k];
    for (std::size_t at = rows.begin[i]; at < rows.begin[i + 1]; ++at) {
      ++all[rows.index[at]];
      for (std::size_t k = 0; k < classes; ++k) {
        inside[rows.index[at] * classes + k] += member[i * classes + k];
      }
    }
  }
  const double smooth = options.bayes_smoothing;
  const auto size = static_cast<double>(rows.size());
  for (std::size_t f = 0; f < rows.columns; ++f) {
    for (std::size_t k = 0; k < classes; ++k) {
      const double in = (inside[f * classes + k] + smooth) / (inside_rows[k] + 2 * smooth);
      const double out =
          (all[f] - inside[f * classes + k] + smooth) / (size - inside_rows[k] + 2 * smooth);
      const double ratio = std::abs(std::log(in / out));
      const double one = (1 - options.bayes) + options.bayes * ratio;
      scale[f * classes + k] = static_cast<float>(one * one);
    }
  }
  return scale;
}

// Where the dual of the logistic loss is best along one coordinate: by Newton's method in the
// smaller of (alpha, C - alpha), as liblinear does.
double logistic_step(double alpha, double cost, double margin, double square) {
  // minimise over z in (0, C): square/2 (z - alpha)^2 + margin (z - alpha) + z log z + (C-z)
  // log(C-z)
  const double other = cost - alpha;
  const bool turned = 0.5 * square * (other - alpha) + margin < 0;
  // In the turned problem z counts what is left of C.
  const double start = turned ? other : alpha;
  const double slope = turned ? -margin : margin;
  double z = start;
  if (cost - z < 0.5 * cost) z *= 0.1;
  double gradient = square * (z - start) + slope + std::log(z / (cost - z));
  for (int i = 0; i < 30 && std::abs(gradient) > 1e-5; ++i) {
    const double curvature = square + cost / ((cost - z) * z);
    double next = z - gradient / curvature;
    if (next <= 0) next = z * 0.1;
    if (next >= cost) next = z + 0.9 * (cost - z);
    z = next;
    gradient = square * (z - start) + slope + std::log(z / (cost - z));
  }
  return turned ? cost - z : z;
}

}  // namespace

LinearModel LinearModel::train_multilabel(const SparseRows& rows, const std::vector<char>& member,
                                          int class_count, const LinearOptions& options,
                                          const std::vector<float>& weights) {
  const auto classes = static_cast<std::size_t>(class_count);
  LinearModel out;
  out.classes_ = class_count;
  out.weight_.assign(rows.columns * classes, 0);
  out.bias_.assign(classes, 0);
  const bool plain = options.bayes <= 0;
  const std::vector<float> scale =
      plain ? std::vector<float>() : bayes_scales(rows, member, classes, options);
  const std::size_t size = rows.size();

  // The square of each row's length, as the scales make it; 1 for the bias.
  std::vector<float> squares(size * (plain ? 1 : classes), 1);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t at = rows.begin[i]; at < rows.begin[i + 1]; ++at) {
      const float square = rows.value[at] * rows.value[at];
      if (plain) {
        squares[i] += square;
      } else {
        for (std::size_t k = 0; k < classes; ++k) {
          squares[i * classes + k] += square * scale[rows.index[at] * classes + k];
        }
      }
    }
  }

  const auto cost_of = [&](std::size_t i, std::size_t k) {
    double cost = options.cost;
    if (!weights.empty()) cost *= static_cast<double>(weights[i]);
    if (!options.class_weight.empty() && member[i * classes + k] != 0) {
      cost *= options.class_weight[k];
    }
    return cost;
  };

  const bool logistic = options.loss == Loss::kLogistic;
  std::vector<float> alpha(size * classes, 0);
  std::vector<float> margin(classes);
  std::vector<float> step(classes);
  if (logistic) {
    // The logistic dual lives inside (0, C).
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t k = 0; k < classes; ++k) {
        const double cost = cost_of(i, k);
        const auto first = static_cast<float>(std::min(0.001 * cost, 1e-8));
        alpha[i * classes + k] = first;
        const float by = member[i * classes + k] != 0 ? first : -first;
        for (std::size_t at = rows.begin[i]; at < rows.begin[i + 1]; ++at) {
          const std::size_t w = rows.index[at] * classes + k;
          out.weight_[w] += by * rows.value[at] * (plain ? 1 : scale[w]);
        }
        out.bias_[k] += by;
      }
    }
  }

  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937_64 random(options.seed);
  for (int round = 0; round < options.rounds; ++round) {
    for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t i : order) {
      if (!weights.empty() && weights[i] <= 0) continue;
      const std::size_t from = rows.begin[i];
      const std::size_t to = rows.begin[i + 1];
      std::copy(out.bias_.begin(), out.bias_.end(), margin.begin());
      for (std::size_t at = from; at < to; ++at) {
        const float* w = &out.weight_[rows.index[at] * classes];
        const float x = rows.value[at];
        for (std::size_t k = 0; k < classes; ++k) margin[k] += w[k] * x;
      }
      bool moved = false;
      for (std::size_t k = 0; k < classes; ++k) {
        const double y = member[i * classes + k] != 0 ? 1 : -1;
        const double cost = cost_of(i, k);
        const auto square = static_cast<double>(plain ? squares[i] : squares[i * classes + k]);
        float& a = alpha[i * classes + k];
        const auto before = static_cast<double>(a);
        double next = before;
        if (logistic) {
          next = logistic_step(before, cost, y * static_cast<double>(margin[k]), square);
          next = std::clamp(next, 1e-12, cost * (1 - 1e-9));
        } else {
          const double gradient = y * static_cast<double>(margin[k]) - 1 + before / (2 * cost);
          next = std::max(0.0, before - gradient / (square + 1 / (2 * cost)));
        }
        a = static_cast<float>(next);
        step[k] = static_cast<float>((next - before) * y);
        moved = moved || std::abs(step[k]) > 1e-7F;
      }
      if (!moved) continue;
      for (std::size_t k = 0; k < classes; ++k) out.bias_[k] += step[k];
      for (std::size_t at = from; at < to; ++at) {
        const std::size_t column = rows.index[at] * classes;
        float* w = &out.weight_[column];
        const float x = rows.value[at];
        if (plain) {
          for (std::size_t k = 0; k < classes; ++k) w[k] += step[k] * x;
        } else {
          const float* s = &scale[column];
          for (std::size_t k = 0; k < classes; ++k) w[k] += step[k] * x * s[k];
        }
      }
    }
  }
  return out;
}

LinearModel LinearModel::train(const SparseRows& rows, const std::vector<int>& gold, int classes,
                               const LinearOptions& options, const std::vector<float>& weights) {
  std::vector<char> member(rows.size() * static_cast<std::size_t>(classes), 0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (gold[i] >= 0) {
      member[i * static_cast<std::size_t>(classes) + static_cast<std::size_t>(gold[i])] = 1;
    }
  }
  return train_multilabel(rows, member, classes, options, weights);
}

std::vector<float> LinearModel::scores(const SparseRows& rows) const {
  const auto classes = static_cast<std::size_t>(classes_);
  std::vector<float> out(rows.size() * classes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    float* score = &out[i * classes];
    std::copy(bias_.begin(), bias_.end(), score);
    for (std::size_t at = rows.begin[i]; at < rows.begin[i + 1]; ++at) {
      const float* w = &weight_[rows.index[at] * classes];
      for (std::size_t k = 0; k < classes; ++k) score[k] += w[k] * rows.value[at];
    }
  }
  return out;
}

std::vector<int> best_of(const std::vector<float>& scores, int class_count,
                         const std::vector<double>& shift) {
  const auto classes = static_cast<std::size_t>(class_count);
  std::vector<int> out(scores.size() / classes);
  for (std::size_t i = 0; i < out.size(); ++i) {
    double best = -1e30;
    for (std::size_t k = 0; k < classes; ++k) {
      const double score =
          static_cast<double>(scores[i * classes + k]) + (shift.empty() ? 0 : shift[k]);
      if (score > best) {
        best = score;
        out[i] = static_cast<int>(k);
      }
    }
  }
  return out;
}

void softmax(std::vector<float>& scores, int class_count, double temperature) {
  const auto classes = static_cast<std::size_t>(class_count);
  for (std::size_t i = 0; i < scores.size(); i += classes) {
    const float most = *std::max_element(&scores[i], &scores[i] + classes);
    float sum = 0;
    for (std::size_t k = 0; k < classes; ++k) {
      scores[i + k] = std::exp((scores[i + k] - most) / static_cast<float>(temperature));
      sum += scores[i + k];
    }
    for (std::size_t k = 0; k < classes; ++k) scores[i + k] /= sum;
  }
}

}  // namespace rapport::methods
