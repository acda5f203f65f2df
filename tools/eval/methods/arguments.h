// What the programs of tools/eval are told on their command line.

#pragma once

#include <functional>
#include <map>
#include <string>

namespace rapport::methods {

// What they all understand: [OUT.json] [--dev] [--nets=N]
struct CommonSettings {
  std::string out;   // where the figures go; empty: nowhere but on stdout
  bool test = true;  // without: only what dev, or folds inside train, say
  int nets = 1;      // learnt from different seeds
};

// Flags of one program, by what stands before "=".
using Flags = std::map<std::string, std::function<void(const std::string& value)>>;

// Flags that nobody knows are passed over.
void read_arguments(int count, char** arguments, CommonSettings& settings, const Flags& flags = {});

}  // namespace rapport::methods
