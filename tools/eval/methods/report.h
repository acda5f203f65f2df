// What a program of tools/eval found, as a table for people and as JSON for tools/eval/run.

#pragma once

#include <string>
#include <vector>

namespace rapport::methods {

// One figure on one benchmark's test split. All values in percent.
struct Figure {
  std::string benchmark;          // "sentiment/airline"
  std::string metric;             // "accuracy"
  std::string column = "method";  // or "shipped": of the weights users get
  double value = 0;               // the method's figure on the test split
  double dev = 0;                 // the same settings on dev, or by folds inside train
  double to_beat = 0;             // 0 where there is none
  std::string baselines;          // published, as text
  std::string best;               // best published, as text
  // What of other sets' train splits went in; empty: nothing but the set's own.
  std::string besides;
  double own_only = 0;       // the figure without these; 0 where not measured or nothing went in
  double own_dev = 0;        // the same on dev
  double features = 0;       // numbers looked at, a post
  double multiply_adds = 0;  // a post
  std::string method;        // a few words
};

// What is measured, and what others reached.
struct Published {
  std::string benchmark;
  std::string metric;
  double to_beat = 0;  // 0 where there is none
  std::string baselines = "–";
  std::string best = "–";
};

// How it is reached: see Figure.
struct Way {
  std::string besides;
  std::string method;
  double features = 0;
  double multiply_adds = 0;
};

// In percent; 0 where it was not asked.
struct Reached {
  double dev = 0;
  double test = 0;
};

// `own` from the set's own train split alone, `all` with what of other sets went in.
Figure figure_of(Published published, Way way, Reached own = {}, Reached all = {});

// Writes the figures to `path` as a JSON array, unless it is empty.
void write_figures(const std::vector<Figure>& figures, const std::string& path);

// The same, and prints a table.
void report(const std::vector<Figure>& figures, const std::string& path);

// Says that the data is missing, if it is. The program should then end with success.
bool data_is_missing();

// "12.3s" since the program began, for the log on stderr.
std::string since_start();

}  // namespace rapport::methods
