// Learns what the signs of a manner weigh (coach/manner.h) from the pairs of development, and tells
// by folds of hands (whoever wrote a file) how far that reaches on writing of another hand.

#pragma once

#include <string>
#include <vector>

#include "coach/coach.h"
#include "coach/testing/pairs.h"

namespace rapport::methods {

// Prints what the folds reach, and with a hand each of its pairs; with a path, writes the weights
// learned from all, as coach/sign_table.h reads them.
void learn_manner(coach::Coach& coach, const std::vector<coach::LabelledPair>& pairs,
                  const std::string& path, const std::string& detail);

}  // namespace rapport::methods
