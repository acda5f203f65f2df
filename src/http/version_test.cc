#include "http/version.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "source_dir.h"

namespace rapport {
namespace {

TEST(Version, IsThatOfTheProject) {
  std::ifstream file(RAPPORT_SOURCE_DIR "/CMakeLists.txt");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_NE(text.find("project(rapport VERSION " + std::string(kVersion) + " "), std::string::npos);
}

}  // namespace
}  // namespace rapport
