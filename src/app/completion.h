// Completion for shells: a script written from the command line itself, so that a new command or
// option is completed without a line here. Values are offered where an option checks them with
// CLI::IsMember; all others complete as file names, as shells do by themselves.

#pragma once

#include <string>

namespace CLI {
class App;
}

namespace rapport {

enum class Shell { kBash, kZsh, kFish };

std::string completion_script(const CLI::App& app, Shell shell);

}  // namespace rapport
