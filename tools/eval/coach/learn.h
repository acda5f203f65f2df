// Learns what the signs of a manner weigh (coach/manner.h) from the pairs of development, and tells
// by folds of hands (whoever wrote a file) how far that reaches on writing of another hand.

#pragma once

#include <string>
#include <vector>

#include "coach/coach.h"
#include "coach/testing/pairs.h"

namespace rapport::methods {

// Prints what the folds reach; with a path, writes the weights learned from all as C++.
void learn_manner(coach::Coach& coach, const std::vector<coach::LabelledPair>& pairs,
                  const std::string& path, bool detail);

}  // namespace rapport::methods
