#include "networks/sandbox/story_data.h"

#include "base/embedded.h"

namespace rapport {

std::string_view demo_story() {
  const auto files = embedded::demo_files();
  return files.empty() ? std::string_view{} : files.front().bytes;
}

}  // namespace rapport
