// One set as the programs' models see it, what they say of its rows, and how that is put together.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acts/models.h"
#include "methods/arguments.h"
#include "methods/report.h"
#include "methods/rows.h"

namespace rapport::methods {

struct Settings : CommonSettings {
  Settings() { nets = 2; }  // that know other sets

  std::string only;  // one family of sets; empty: all
};

struct Shares {
  double nets = 0.5;    // of the nets against the linear model
  double shared = 0.6;  // of the nets that know other sets, among the nets
};

struct Task {
  const char* name;  // of the shared nets' head, too
  Labels labels;
  LinearHow linear;
  FineOptions fine;
  Shares shares;
  double words = 22;  // a text, for what reading it costs

  int classes() const { return labels.size(); }
};

// Log probabilities from the set's own rows, by a linear model and by a net, and from nets that
// know other sets.
struct Said {
  Scores linear, own, shared;
  double features = 0;
};

Said ask(SharedNets& nets, const Task& task, const std::vector<Row>& train,
         const std::vector<Row>& asked);

// Each fold of `rows` asked of models of the rest.
Said by_folds(SharedNets& nets, const Task& task, const std::vector<Row>& rows, int folds,
              std::uint64_t seed);

// The rows that ten folds learn from while the first is asked: what is chosen by hand is chosen by
// folds of these.
std::vector<Row> without_first_fold(const std::vector<Row>& rows);

// What is said by the set's own rows, and with the nets that know other sets.
Scores alone(const Said& said, const Shares& shares);
Scores together(const Said& said, const Shares& shares);

double share_right(const Scores& scores, const std::vector<int>& gold, int classes);

// Says on stderr how each share does on rows that were not learned from.
void log_shares(const Task& task, const Said& said, const std::vector<int>& gold);

// A figure without its values.
Figure figure(std::string benchmark, std::string metric, double to_beat, std::string baselines,
              std::string best, const Task& task, const Settings& settings, double features);

}  // namespace rapport::methods
