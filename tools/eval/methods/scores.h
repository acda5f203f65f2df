// What models say of rows, class by class, and how it is put together.

#pragma once

#include <string>
#include <vector>

#include "methods/rows.h"

namespace rapport::methods {

using Scores = std::vector<float>;  // row × class: log probabilities, or margins

// Margins into log probabilities. Probabilities below `least` count as that much.
void log_softmax(Scores& scores, int classes, float least = 0);

Scores mixed_scores(const Scores& a, const Scores& b, double share_of_b);

// An empty sum is one of zeros.
void add_to(Scores& sum, const Scores& one, float share = 1);

// Of the second of two classes.
std::vector<double> log_odds(const Scores& scores);

// Labels that are joined by "|" in a row: which there are, and row × label whether it holds.
Labels split_labels(const std::vector<Row>& rows);
std::vector<char> members(const std::vector<Row>& rows, const Labels& labels);

}  // namespace rapport::methods
