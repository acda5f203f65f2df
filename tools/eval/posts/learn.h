// Learns what says something of dev and, unless only dev is asked, of test.

#pragma once

#include <vector>

#include "methods/linear.h"
#include "posts/task.h"

namespace rapport::methods {

// Log probabilities of `asked` from a linear model learnt from `rows`.
Scores linear_scores(const std::vector<Row>& rows, const Labels& labels,
                     const std::vector<Row>& asked, const LinearOptions& options);

// Linear models; the penalty with the least log loss on dev.
void run_linear(Task& task, const Settings& settings);

// The same where nearly everything is right already, so that dev is too small to choose by: by the
// accuracy over five folds of train and dev together, with what is added to the second class.
void run_linear_by_folds(Task& task, const Settings& settings);
void run_emotions_linear(Emotions& emotions);

// Nets that saw one set alone.
void run_own_nets(const Split& split, const Labels& labels, bool multilabel,
                  const Settings& settings, Scores& dev, Scores& test);

// Nets that learn all sets' train splits at once and then go on with each alone.
void run_nets(std::vector<Task>& tasks, Emotions& emotions, const Settings& settings);

}  // namespace rapport::methods
