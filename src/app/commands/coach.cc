// rapport coach: drafts in, what the coach says of each out. No server, no database.

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/coach_lines.h"
#include "app/commands/commands.h"
#include "app/filter_lines.h"
#include "app/models_folder.h"

namespace rapport {

int run_coach(const Config& config, const CoachOptions& options) {
  auto models = open_models(config);
  if (!models) return complain(models.error());
  std::vector<std::unique_ptr<CoachLines>> coaches;
  for (int i = 0; i < std::clamp(options.threads, 1, 256); ++i) {
    coaches.push_back(std::make_unique<CoachLines>(*models));
  }
  const auto work = [&coaches](unsigned thread, std::string_view line, std::size_t number,
                               FilterOutput& output) {
    coaches[thread]->review(line, number, output.out);
  };
  if (!filter_lines(static_cast<unsigned>(coaches.size()), work)) {
    std::cerr << "rapport: standard input cannot be read.\n";
    return kFailed;
  }
  return kOk;
}

}  // namespace rapport
