// The official metrics of the benchmarks. All are shares of 1; gold and predicted are class
// numbers.

#pragma once

#include <vector>

namespace rapport::methods {

double accuracy(const std::vector<int>& gold, const std::vector<int>& predicted);

// Of one class; 0 where it is neither there nor said.
double f1_of(int which, const std::vector<int>& gold, const std::vector<int>& predicted);
double recall_of(int which, const std::vector<int>& gold, const std::vector<int>& predicted);

// The plain mean over the classes 0 … classes-1.
double macro_f1(int classes, const std::vector<int>& gold, const std::vector<int>& predicted);
double macro_recall(int classes, const std::vector<int>& gold, const std::vector<int>& predicted);

// Area under the ROC curve, ties counted half; gold is 0 or 1.
double auc(const std::vector<int>& gold, const std::vector<double>& scores);

// Of yes-and-no decisions for several labels a row: gold[row][label].
double multilabel_macro_f1(const std::vector<std::vector<char>>& gold,
                           const std::vector<std::vector<char>>& predicted);

}  // namespace rapport::methods
