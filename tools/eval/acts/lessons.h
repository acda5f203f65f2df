// What the nets learn before they turn to one set.

#pragma once

#include <utility>
#include <vector>

#include "acts/task.h"

namespace rapport::methods {

// Train and held in: the 77 intents have no dev, so a ninth of train, which no net learns from
// first, stands for it.
std::pair<std::vector<Row>, std::vector<Row>> banking_cut(const std::vector<Row>& train);

// Banking77, and CLINC150 with what is out of scope; no text that is held out is in train.
Split banking_split();
Split scope_split();

// Nets that learnt train splits and our own posts. Neither rows nor words of a test or dev split
// are in it, nor of the sets that are judged or chosen by folds: acts, complaints and reasons.
SharedNets learn_nets(const Settings& settings, const std::vector<Row>& acts,
                      const std::vector<Row>& complaints);

}  // namespace rapport::methods
