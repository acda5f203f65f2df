// Linear models, one against the rest, with an L2 penalty, learnt by dual coordinate descent
// (Hsieh et al. 2008 for the squared hinge, Yu et al. 2011 for the logistic loss). All classes of a
// row are learnt in one go, so what costs is one walk through memory a row and round.

#pragma once

#include <cstdint>
#include <vector>

#include "methods/sparse.h"

namespace rapport::methods {

enum class Loss : std::uint8_t { kSquaredHinge, kLogistic };

struct LinearOptions {
  Loss loss = Loss::kLogistic;
  double cost = 1;  // C: how dear an error is against large weights
  int rounds = 20;
  // Naive Bayes: features may weigh the more, the more unevenly they are spread over a class and
  // the rest (Wang and Manning 2012). The share of it: 0 is plain, 1 is |log ratio| alone.
  double bayes = 0;
  double bayes_smoothing = 1;
  // Of each class; empty: 1. Errors on rows of the class cost this much more.
  std::vector<double> class_weight;
  std::uint64_t seed = 1;
};

class LinearModel {
 public:
  // gold[row] is the class; a class of -1 belongs to none. With `weights`, errors on a row cost
  // that much more.
  static LinearModel train(const SparseRows& rows, const std::vector<int>& gold, int classes,
                           const LinearOptions& options, const std::vector<float>& weights = {});
  // member[row * classes + class]: several may hold at once.
  static LinearModel train_multilabel(const SparseRows& rows, const std::vector<char>& member,
                                      int classes, const LinearOptions& options,
                                      const std::vector<float>& weights = {});

  int classes() const { return classes_; }
  // Margins, row by row, `classes()` each.
  std::vector<float> scores(const SparseRows& rows) const;

 private:
  int classes_ = 0;
  std::vector<float> weight_;  // column × class
  std::vector<float> bias_;
};

// The best class of each row, after adding `shift` (by class) if there is one.
std::vector<int> best_of(const std::vector<float>& scores, int classes,
                         const std::vector<double>& shift = {});

// Margins into probabilities by softmax(margin / temperature).
void softmax(std::vector<float>& scores, int classes, double temperature = 1);

// The shift for each class which makes `metric` of the rows best: coordinate ascent over a grid.
template <class Metric>
std::vector<double> tune_shift(const std::vector<float>& scores, int classes, double reach,
                               Metric&& metric) {
  std::vector<double> shift(static_cast<std::size_t>(classes), 0.0);
  double best = metric(best_of(scores, classes, shift));
  for (double step = reach / 4; step > reach / 40; step /= 2) {
    for (bool moved = true; moved;) {
      moved = false;
      for (double& one : shift) {
        const double before = one;
        for (const double to : {before - step, before + step}) {
          if (to > reach || to < -reach) continue;
          one = to;
          const double now = metric(best_of(scores, classes, shift));
          if (now > best + 1e-9) {
            best = now;
            moved = true;
            break;
          }
          one = before;
        }
      }
    }
  }
  return shift;
}

}  // namespace rapport::methods
