#include "methods/arguments.h"

#include <algorithm>
#include <cstdlib>

namespace rapport::methods {

void read_arguments(int count, char** arguments, CommonSettings& settings, const Flags& flags) {
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const std::size_t sign = std::min(argument.find('='), argument.size());
    const std::string name = argument.substr(0, sign);
    const std::string value = argument.substr(std::min(sign + 1, argument.size()));
    if (argument == "--dev") {
      settings.test = false;
    } else if (name == "--nets") {
      settings.nets = std::atoi(value.c_str());
    } else if (const auto flag = flags.find(name); flag != flags.end()) {
      flag->second(value);
    } else if (!argument.starts_with("--")) {
      settings.out = argument;
    }
  }
}

}  // namespace rapport::methods
