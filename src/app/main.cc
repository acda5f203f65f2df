#include <exception>
#include <iostream>

#include "app/cli.h"

int main(int argc, char** argv) {
  try {
    return rapport::run_command_line(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "rapport: " << error.what() << '\n';
    return 1;
  }
}
