#include "app/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace rapport {
namespace {

class NoEcho {
 public:
  NoEcho() {
    tcgetattr(STDIN_FILENO, &before_);
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~NoEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  termios before_{};
};

Result<std::string> read_line(const std::string& question) {
  std::string line;
  if (isatty(STDIN_FILENO)) {
    std::cerr << question << ": " << std::flush;
    const NoEcho quiet;
    std::getline(std::cin, line);
    std::cerr << '\n';
  } else {
    std::getline(std::cin, line);
  }
  if (line.empty()) return invalid(question + " is needed.");
  return line;
}

}  // namespace

Result<std::string> ask_secret(const std::string& question, const char* variable) {
  if (const char* given = std::getenv(variable); given && *given) return std::string(given);
  return read_line(question);
}

Result<std::string> ask_new_secret(const std::string& question, const char* variable) {
  auto first = ask_secret(question, variable);
  if (!first || std::getenv(variable) || !isatty(STDIN_FILENO)) return first;
  auto second = read_line(question + " again");
  if (second && *second != *first) return invalid("The two differ.");
  return second;
}

}  // namespace rapport
