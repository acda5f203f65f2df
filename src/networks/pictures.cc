#include "networks/pictures.h"

#include <utility>

namespace rapport {
namespace {

std::uint32_t byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

std::uint32_t big16(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) << 8U | byte(bytes, at + 1);
}

std::uint32_t big32(std::string_view bytes, std::size_t at) {
  return big16(bytes, at) << 16U | big16(bytes, at + 2);
}

std::uint32_t little16(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) | byte(bytes, at + 1) << 8U;
}

std::uint32_t little24(std::string_view bytes, std::size_t at) {
  return little16(bytes, at) | byte(bytes, at + 2) << 16U;
}

std::uint32_t little32(std::string_view bytes, std::size_t at) {
  return little16(bytes, at) | little16(bytes, at + 2) << 16U;
}

// Whether an Exif block says that the picture lies on its side.
bool lies_on_its_side(std::string_view exif) {
  constexpr std::string_view kMark("Exif\0\0", 6);
  constexpr std::uint32_t kOrientation = 0x0112;
  if (!exif.starts_with(kMark)) return false;
  exif.remove_prefix(kMark.size());
  const bool little = exif.starts_with("II");
  const auto two = [&](std::size_t at) { return little ? little16(exif, at) : big16(exif, at); };
  const auto four = [&](std::size_t at) { return little ? little32(exif, at) : big32(exif, at); };
  const std::size_t directory = four(4);
  if (directory >= exif.size()) return false;
  const std::uint32_t entries = two(directory);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > exif.size()) return false;
    if (two(entry) == kOrientation) return two(entry + 8) >= 5;
  }
  return false;
}

PictureFacts facts_of_jpeg(std::string_view bytes) {
  PictureFacts facts{"image/jpeg", 0, 0};
  bool turned = false;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (byte(bytes, at) != 0xFF) break;
    const std::uint32_t marker = byte(bytes, at + 1);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const std::uint32_t length = big16(bytes, at + 2);
    if (length < 2) break;
    if (marker == 0xE1) turned = turned || lies_on_its_side(bytes.substr(at + 4, length - 2));
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame && at + 9 <= bytes.size()) {
      facts.height = big16(bytes, at + 5);
      facts.width = big16(bytes, at + 7);
      if (turned) std::swap(facts.width, facts.height);
      break;
    }
    at += 2 + length;
  }
  return facts;
}

PictureFacts facts_of_webp(std::string_view bytes) {
  PictureFacts facts{"image/webp", 0, 0};
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") {
    facts.width = little24(bytes, 24) + 1;
    facts.height = little24(bytes, 27) + 1;
  } else if (chunk == "VP8L") {
    const std::uint32_t packed = little32(bytes, 21);
    facts.width = (packed & 0x3FFFU) + 1;
    facts.height = (packed >> 14U & 0x3FFFU) + 1;
  } else if (chunk == "VP8 ") {
    facts.width = little16(bytes, 26) & 0x3FFFU;
    facts.height = little16(bytes, 28) & 0x3FFFU;
  }
  return facts;
}

}  // namespace

std::optional<PictureFacts> facts_of_picture(std::string_view bytes) {
  std::optional<PictureFacts> facts;
  if (bytes.starts_with("\xFF\xD8\xFF")) {
    facts = facts_of_jpeg(bytes);
  } else if (bytes.starts_with("\x89PNG\r\n\x1A\n")) {
    facts = PictureFacts{"image/png", big32(bytes, 16), big32(bytes, 20)};
  } else if (bytes.starts_with("RIFF") && bytes.size() >= 30 && bytes.substr(8, 4) == "WEBP") {
    facts = facts_of_webp(bytes);
  }
  if (facts && (facts->width == 0 || facts->height == 0)) facts->width = facts->height = 0;
  return facts;
}

}  // namespace rapport
