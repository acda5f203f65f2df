#include "networks/pictures.h"

#include <gtest/gtest.h>

#include <string>

namespace rapport {
namespace {

using namespace std::string_literals;

TEST(Pictures, AreKnownByTheirBytes) {
  const auto png = facts_of_picture("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x04\xB0\0\0\x03\x20"s);
  ASSERT_TRUE(png);
  EXPECT_EQ(png->mime, "image/png");
  EXPECT_EQ(png->width, 1200U);
  EXPECT_EQ(png->height, 800U);

  const std::string frame = "\xFF\xC0\0\x11\x08\x03\x20\x04\xB0\x03"s;
  const auto jpeg = facts_of_picture("\xFF\xD8\xFF\xE0\0\x04\0\0"s + frame);
  ASSERT_TRUE(jpeg);
  EXPECT_EQ(jpeg->mime, "image/jpeg");
  EXPECT_EQ(jpeg->width, 1200U);
  // Taken with the camera on its side.
  const std::string exif = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s;
  const auto turned =
      facts_of_picture("\xFF\xD8\xFF\xE1\0"s + static_cast<char>(exif.size() + 2) + exif + frame);
  ASSERT_TRUE(turned);
  EXPECT_EQ(turned->width, 800U);
  EXPECT_EQ(turned->height, 1200U);

  const auto webp = facts_of_picture("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xAF\x04\0\x1F\x03\0"s);
  ASSERT_TRUE(webp);
  EXPECT_EQ(webp->mime, "image/webp");
  EXPECT_EQ(webp->width, 1200U);
  EXPECT_EQ(webp->height, 800U);
}

TEST(Pictures, OtherFilesAreNone) {
  for (const std::string& bytes : {""s, "GIF89a"s, "<svg/>"s, "RIFF\0\0\0\0WEBP"s, "\xFF\xD8"s}) {
    EXPECT_FALSE(facts_of_picture(bytes)) << bytes;
  }
  // Cut off: still a picture, of no known size.
  EXPECT_EQ(facts_of_picture("\xFF\xD8\xFF\xC0\0"s)->width, 0U);
}

}  // namespace
}  // namespace rapport
