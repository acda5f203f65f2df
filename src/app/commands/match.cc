// rapport match: monitors out of a file, posts in, a line for each match out. No server, no
// database.

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands/commands.h"
#include "app/filter_lines.h"
#include "app/match_lines.h"
#include "app/models_folder.h"

namespace rapport {

int run_match(const Config& config, const MatchOptions& options) {
  std::ifstream file(options.monitors, std::ios::binary);
  if (!file) {
    std::cerr << "rapport: " << options.monitors << " cannot be read.\n";
    return kFailed;
  }
  std::atomic<bool> all_good = true;
  MatchMonitors monitors;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    const std::size_t size = line.size();
    line.append(kLinePadding, '\0');
    const std::string wrong = monitors.add(std::string_view(line).substr(0, size));
    if (wrong.empty()) continue;
    all_good = false;
    std::cerr << options.monitors << ":" << number << ": " << wrong << "\n";
  }
  if (monitors.size() == 0) {
    std::cerr << "rapport: " << options.monitors << " has no monitor that can be used.\n";
    return kFailed;
  }
  // The weights are only opened if a monitor asks for what they know.
  std::shared_ptr<const Models> models;
  if (monitors.matcher().needs().reading()) {
    auto opened = open_models(config);
    if (!opened) return complain(opened.error());
    models = *opened;
  }
  std::vector<std::unique_ptr<MatchLines>> matchers;
  for (int i = 0; i < std::clamp(options.threads, 1, 256); ++i) {
    matchers.push_back(std::make_unique<MatchLines>(monitors, models));
  }
  std::atomic<bool> settled = false;
  constexpr std::size_t kKnown = 4096;  // lines after which it is known which words are rare
  const auto work = [&](unsigned thread, std::string_view post, std::size_t number,
                        FilterOutput& output) {
    if (number > kKnown && !settled.exchange(true)) monitors.matcher().settle();
    const std::string wrong = matchers[thread]->match(post, output.out);
    if (wrong.empty()) return;
    all_good = false;
    output.err += "line " + std::to_string(number) + ": " + wrong + "\n";
  };
  if (!filter_lines(static_cast<unsigned>(matchers.size()), work)) {
    std::cerr << "rapport: standard input cannot be read.\n";
    return kFailed;
  }
  return all_good ? kOk : kFailed;
}

}  // namespace rapport
