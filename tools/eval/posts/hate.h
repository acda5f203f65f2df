// The set whose test split drifts: what helps there without a look at it.

#pragma once

#include <vector>

#include "posts/task.h"

namespace rapport::methods {

// The hate set's test split was gathered at another time and about other things than train and dev,
// so dev can't say how far to trust what is particular to train. Its two topics can: a model of one
// is asked about the other, with more or less of the general offence model's score added. The share
// with the best area under the curve, over both ways, is returned.
double choose_offence_share(Task& hate, const Task& offensive, const Settings& settings);

// That models see too much hate in this set's test split is what all who took part reported. So not
// the threshold that is best on dev is taken, but the highest within two standard errors of it.
double cautious_threshold(const Scores& scores, const std::vector<int>& gold);

}  // namespace rapport::methods
