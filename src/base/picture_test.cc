#include "base/picture.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

using namespace std::string_literals;

std::string segment(int marker, const std::string& payload) {
  const std::size_t length = payload.size() + 2;
  return "\xFF"s + static_cast<char>(marker) + static_cast<char>(length >> 8) +
         static_cast<char>(length & 0xFF) + payload;
}

const std::string kJfif = segment(0xE0, "JFIF\0\1\1\0\0\1\0\1\0\0"s);
const std::string kFrame = segment(0xC0, "\x08\x01\x2C\x01\x90\1\1\x11\0"s);  // 400 by 300
const std::string kScan = segment(0xDA, "\1\1\0\0\x3F\0"s) + "pixels\xFF\0and \xFF\xD3more"s;

// An Exif segment with a place in it.
std::string exif(int orientation) {
  return segment(0xE1, "Exif\0\0II\x2A\0\x08\0\0\0\x02\0"s + "\x12\x01\x03\0\x01\0\0\0"s +
                           static_cast<char>(orientation) + "\0\0\0"s +
                           "\x25\x88\x04\0\x01\0\0\0\x64\0\0\0"s + "\0\0\0\0GPS 52.5200N"s);
}

TEST(Picture, LeavesOutWhatACameraWroteIntoAJpeg) {
  const std::string file = "\xFF\xD8"s + kJfif + exif(1) + segment(0xFE, "taken at home") +
                           segment(0xED, "Photoshop 3.0") +
                           segment(0xE2, "ICC_PROFILE\0 colours"s) + kFrame + kScan +
                           "\xFF\xD9 a film with a place in it"s;
  const auto picture = read_picture(file);
  ASSERT_TRUE(picture) << picture.error().message;
  EXPECT_EQ("image/jpeg", picture->mime);
  EXPECT_EQ(400u, picture->width);
  EXPECT_EQ(300u, picture->height);
  EXPECT_EQ(
      "\xFF\xD8"s + kJfif + segment(0xE2, "ICC_PROFILE\0 colours"s) + kFrame + kScan + "\xFF\xD9"s,
      picture->bytes);
}

TEST(Picture, KeepsWhichWayIsUp) {
  const auto picture = read_picture("\xFF\xD8"s + exif(6) + kFrame + kScan + "\xFF\xD9"s);
  ASSERT_TRUE(picture) << picture.error().message;
  // On its side: what is shown is turned.
  EXPECT_EQ(300u, picture->width);
  EXPECT_EQ(400u, picture->height);
  EXPECT_EQ(std::string::npos, picture->bytes.find("GPS"));
  const auto again = read_picture(picture->bytes);
  ASSERT_TRUE(again);
  EXPECT_EQ(picture->bytes, again->bytes);
  EXPECT_EQ(300u, again->width);
}

std::string chunk(const std::string& name, const std::string& data) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += static_cast<char>(data.size() >> shift & 0xFF);
  }
  return out + name + data + "sum!";
}

TEST(Picture, LeavesOutTheTextsOfAPng) {
  const std::string start = "\x89PNG\r\n\x1A\n"s;
  const std::string head = chunk("IHDR", "\0\0\x04\xB0\0\0\x03\x20\x08\x06\0\0\0"s);
  const auto picture =
      read_picture(start + head + chunk("tEXt", "Author\0Ana"s) + chunk("eXIf", "place") +
                   chunk("iCCP", "colours") + chunk("IDAT", "pixels") + chunk("IEND", "") + "more");
  ASSERT_TRUE(picture) << picture.error().message;
  EXPECT_EQ("image/png", picture->mime);
  EXPECT_EQ(1200u, picture->width);
  EXPECT_EQ(800u, picture->height);
  EXPECT_EQ(start + head + chunk("iCCP", "colours") + chunk("IDAT", "pixels") + chunk("IEND", ""),
            picture->bytes);
}

std::string little(std::size_t value) {
  std::string out;
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
  return out;
}

std::string riff(const std::string& chunks) {
  return "RIFF" + little(chunks.size() + 4) + "WEBP" + chunks;
}

TEST(Picture, LeavesOutTheExifOfAWebp) {
  const auto part = [](const std::string& name, const std::string& data) {
    return name + little(data.size()) + data + (data.size() % 2 == 1 ? "\0"s : ""s);
  };
  const std::string pixels = part("VP8L", "\x2F\x8F\xC1\x4A\0 more"s);
  const auto picture = read_picture(riff(part("VP8X", "\x2C\0\0\0\x8F\x01\0\x2B\x01\0"s) + pixels +
                                         part("EXIF", "a place") + part("XMP ", "a name")));
  ASSERT_TRUE(picture) << picture.error().message;
  EXPECT_EQ("image/webp", picture->mime);
  EXPECT_EQ(400u, picture->width);
  EXPECT_EQ(300u, picture->height);
  EXPECT_EQ(riff(part("VP8X", "\x20\0\0\0\x8F\x01\0\x2B\x01\0"s) + pixels), picture->bytes);

  const auto plain = read_picture(riff(pixels));
  ASSERT_TRUE(plain);
  EXPECT_EQ(400u, plain->width);
  EXPECT_EQ(300u, plain->height);
}

TEST(Picture, RefusesWhatIsNone) {
  const std::string jpeg = "\xFF\xD8"s + kFrame + kScan + "\xFF\xD9"s;
  for (const std::string& file : {""s, "hello"s, "<svg onload=alert(1)>"s, "GIF89a..."s,
                                  "\xFF\xD8"s, "\xFF\xD8\xFF"s, jpeg.substr(0, jpeg.size() - 2),
                                  "\xFF\xD8"s + kScan + "\xFF\xD9"s,   // of no size
                                  "\xFF\xD8"s + kFrame + "\xFF\xD9"s,  // without pixels
                                  "\x89PNG\r\n\x1A\n"s, "RIFF\xFF\xFF\xFF\x7FWEBPVP8 "s}) {
    const auto picture = read_picture(file);
    ASSERT_FALSE(picture) << file;
    EXPECT_EQ(ErrorKind::kInvalid, picture.error().kind);
    EXPECT_EQ("picture", picture.error().field);
  }
  const std::string huge = segment(0xC0, "\x08\xFF\xFF\xFF\xFF\1\1\x11\0"s);
  EXPECT_FALSE(read_picture("\xFF\xD8"s + huge + kScan + "\xFF\xD9"s));
}

TEST(Picture, IsNotFooledAnywhereItIsCutOff) {
  const std::string file = "\xFF\xD8"s + kJfif + exif(6) + kFrame + kScan + "\xFF\xD9"s;
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_FALSE(read_picture(std::string_view(file).substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace rapport
