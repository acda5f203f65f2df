#include "base/base64.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Base64, GivesEveryByteBack) {
  for (const std::size_t size : {0, 1, 2, 3, 255, 256}) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(i));
    EXPECT_EQ(bytes, of_base64(to_base64(bytes))) << size;
  }
  EXPECT_EQ("YWI=", to_base64("ab"));
}

TEST(Base64, RefusesWhatIsNone) {
  EXPECT_FALSE(of_base64("YW?="));
  EXPECT_FALSE(of_base64("YWI"));
  EXPECT_FALSE(of_base64("YWI= and more"));
}

}  // namespace
}  // namespace rapport
