// rapport read: posts in, readings out, a line each. No server, no database.

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands/commands.h"
#include "app/filter_lines.h"
#include "app/models_folder.h"
#include "app/reading_lines.h"

namespace rapport {

int run_read(const Config& config, const ReadOptions& options) {
  auto models = open_models(config);
  if (!models) return complain(models.error());
  std::vector<std::unique_ptr<ReadingLines>> readers;
  for (int i = 0; i < std::clamp(options.threads, 1, 256); ++i) {
    readers.push_back(std::make_unique<ReadingLines>(*models));
  }
  const auto work = [&readers](unsigned thread, std::string_view line, std::size_t number,
                               FilterOutput& output) {
    readers[thread]->read(line, number, output.out);
  };
  if (!filter_lines(static_cast<unsigned>(readers.size()), work)) {
    std::cerr << "rapport: standard input cannot be read.\n";
    return kFailed;
  }
  return kOk;
}

}  // namespace rapport
