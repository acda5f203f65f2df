#include "networks/sandbox/story_data.h"

#include "base/embedded.h"

namespace rapport {

std::vector<StoryChapter> demo_story() {
  std::vector<StoryChapter> chapters;
  for (const auto& file : embedded::demo_files()) {
    chapters.push_back({std::string(file.path), std::string(file.bytes)});
  }
  return chapters;
}

}  // namespace rapport
