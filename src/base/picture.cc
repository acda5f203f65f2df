#include "base/picture.h"

#include <array>
#include <utility>

namespace rapport {
namespace {

constexpr std::uint32_t kSideMost = 20'000;
constexpr std::uint64_t kPixelsMost = 100'000'000;

tl::unexpected<Error> broken() {
  return invalid("This picture is damaged. Try saving it again, or send another.", "picture");
}

// Reads numbers of either order; what lies outside reads as 0 and is noted.
class Bytes {
 public:
  explicit Bytes(std::string_view data) : data_(data) {}

  std::size_t size() const { return data_.size(); }
  bool has(std::size_t at, std::size_t length) const {
    return at <= data_.size() && length <= data_.size() - at;
  }
  std::uint32_t byte(std::size_t at) const {
    return at < data_.size() ? static_cast<unsigned char>(data_[at]) : 0;
  }
  std::uint32_t big16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
  std::uint32_t big32(std::size_t at) const { return big16(at) << 16 | big16(at + 2); }
  std::uint32_t little16(std::size_t at) const { return byte(at) | byte(at + 1) << 8; }
  std::uint32_t little24(std::size_t at) const { return little16(at) | byte(at + 2) << 16; }
  std::uint32_t little32(std::size_t at) const { return little16(at) | little16(at + 2) << 16; }
  std::string_view part(std::size_t at, std::size_t length) const {
    return has(at, length) ? data_.substr(at, length) : std::string_view();
  }

 private:
  std::string_view data_;
};

Result<Picture> checked(Picture picture) {
  if (picture.width == 0 || picture.height == 0) return broken();
  if (picture.width > kSideMost || picture.height > kSideMost ||
      std::uint64_t{picture.width} * picture.height > kPixelsMost) {
    return invalid("This picture is too large to show: at most 20,000 pixels a side.", "picture");
  }
  return picture;
}

// JPEG: a row of segments, each named by a marker; after a start of scan come the pixels, in which
// only a marker ends them.

constexpr std::uint32_t kStartOfScan = 0xDA;
constexpr std::uint32_t kEndOfImage = 0xD9;

bool is_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool is_restart(std::uint32_t marker) { return marker >= 0xD0 && marker <= 0xD7; }

// What is needed to show it: tables, frames, scans, JFIF, the colour profile and Adobe's word on
// how the colours are kept.
bool is_kept(std::uint32_t marker, std::string_view payload) {
  if (marker == 0xE0) return payload.starts_with(std::string_view("JFIF\0", 5));
  if (marker == 0xE2) return payload.starts_with(std::string_view("ICC_PROFILE\0", 12));
  if (marker == 0xEE) return payload.starts_with("Adobe");
  return !(marker >= 0xE0 && marker <= 0xEF) && marker != 0xFE;
}

// Which way is up, of an Exif segment: 1 to 8, 1 if it does not say.
std::uint32_t orientation_of(std::string_view payload) {
  if (!payload.starts_with(std::string_view("Exif\0\0", 6))) return 1;
  const Bytes tiff(payload.substr(6));
  const bool little = tiff.part(0, 2) == "II";
  if (!little && tiff.part(0, 2) != "MM") return 1;
  const auto two = [&](std::size_t at) { return little ? tiff.little16(at) : tiff.big16(at); };
  const auto four = [&](std::size_t at) { return little ? tiff.little32(at) : tiff.big32(at); };
  const std::size_t directory = four(4);
  if (!tiff.has(directory, 2)) return 1;
  const std::size_t entries = two(directory);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (!tiff.has(entry, 12)) return 1;
    if (two(entry) != 0x0112) continue;
    const std::uint32_t value = two(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

// An Exif segment that says which way is up and nothing else.
std::string orientation_segment(std::uint32_t orientation) {
  std::string segment(
      "\xFF\xE1\x00\x22"
      "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0",
      36);
  segment[29] = static_cast<char>(orientation);
  return segment;
}

Result<Picture> read_jpeg(std::string_view file) {
  const Bytes bytes(file);
  Picture picture;
  picture.mime = "image/jpeg";
  std::string rest;  // after the orientation, which is known only once its segment was met
  std::uint32_t orientation = 1;
  bool scanned = false;

  std::size_t at = 2;
  for (;;) {
    if (!bytes.has(at, 2) || bytes.byte(at) != 0xFF) return broken();
    const std::uint32_t marker = bytes.byte(at + 1);
    if (marker == 0xFF) {  // fill
      ++at;
      continue;
    }
    if (marker == kEndOfImage) break;
    if (marker == 0 || marker == 0x01 || is_restart(marker) || marker == 0xD8) return broken();
    const std::size_t length = bytes.big16(at + 2);
    if (length < 2 || !bytes.has(at + 2, length)) return broken();
    const std::string_view payload = bytes.part(at + 4, length - 2);
    if (marker == 0xE1 && orientation == 1) orientation = orientation_of(payload);
    if (is_frame(marker)) {
      picture.height = bytes.big16(at + 5);
      picture.width = bytes.big16(at + 7);
    }
    if (is_kept(marker, payload)) rest += bytes.part(at, length + 2);
    at += length + 2;
    if (marker != kStartOfScan) continue;

    scanned = true;
    const std::size_t begin = at;
    while (bytes.has(at, 2) &&
           (bytes.byte(at) != 0xFF || bytes.byte(at + 1) == 0 || is_restart(bytes.byte(at + 1)))) {
      ++at;
    }
    rest += bytes.part(begin, at - begin);
  }
  if (!scanned) return broken();

  picture.bytes = "\xFF\xD8";
  // JFIF wants to be first where it is there.
  if (rest.starts_with("\xFF\xE0")) {
    const std::size_t length = Bytes(rest).big16(2) + 2;
    picture.bytes += rest.substr(0, length);
    rest.erase(0, length);
  }
  if (orientation != 1) picture.bytes += orientation_segment(orientation);
  picture.bytes += rest;
  picture.bytes += "\xFF\xD9";
  // From 5 on it lies on its side.
  if (orientation >= 5) std::swap(picture.width, picture.height);
  return checked(std::move(picture));
}

// PNG: a row of chunks, each with its length, name and sum.

constexpr std::string_view kPngStart("\x89PNG\r\n\x1A\n", 8);

bool is_kept_chunk(std::string_view name) {
  constexpr std::array<std::string_view, 15> kKept = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                                      "cHRM", "gAMA", "iCCP", "sBIT", "sRGB",
                                                      "bKGD", "cICP", "acTL", "fcTL", "fdAT"};
  for (const auto each : kKept) {
    if (each == name) return true;
  }
  return false;
}

Result<Picture> read_png(std::string_view file) {
  const Bytes bytes(file);
  Picture picture;
  picture.mime = "image/png";
  picture.bytes = kPngStart;
  bool pixels = false;
  for (std::size_t at = kPngStart.size();;) {
    if (!bytes.has(at, 12)) return broken();
    const std::size_t length = bytes.big32(at);
    const std::string_view name = bytes.part(at + 4, 4);
    if (!bytes.has(at + 12, length)) return broken();
    if (at == kPngStart.size()) {
      if (name != "IHDR" || length != 13) return broken();
      picture.width = bytes.big32(at + 8);
      picture.height = bytes.big32(at + 12);
    }
    pixels |= name == "IDAT";
    if (is_kept_chunk(name)) picture.bytes += bytes.part(at, length + 12);
    at += length + 12;
    if (name == "IEND") break;
  }
  if (!pixels) return broken();
  return checked(std::move(picture));
}

// WebP: a RIFF file of chunks, padded to even lengths.

void add_little32(std::string& to, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) to += static_cast<char>(value >> shift & 0xFF);
}

Result<Picture> read_webp(std::string_view file) {
  const Bytes bytes(file);
  Picture picture;
  picture.mime = "image/webp";
  std::string chunks;
  const std::size_t end = std::size_t{bytes.little32(4)} + 8;
  if (end > bytes.size() || end < 20) return broken();
  bool pixels = false;
  for (std::size_t at = 12; at < end;) {
    if (!bytes.has(at, 8)) return broken();
    const std::string_view name = bytes.part(at, 4);
    const std::size_t length = bytes.little32(at + 4);
    if (!bytes.has(at + 8, length) || at + 8 + length > end) return broken();
    const std::size_t begin = at + 8;
    const bool sized = picture.width != 0;
    if (name == "VP8X" && length >= 10) {
      picture.width = bytes.little24(begin + 4) + 1;
      picture.height = bytes.little24(begin + 7) + 1;
    } else if (name == "VP8 " && length >= 10) {
      if (!sized) {
        picture.width = bytes.little16(begin + 6) & 0x3FFF;
        picture.height = bytes.little16(begin + 8) & 0x3FFF;
      }
      pixels = true;
    } else if (name == "VP8L" && length >= 5) {
      if (bytes.byte(begin) != 0x2F) return broken();
      const std::uint32_t sizes = bytes.little32(begin + 1);
      if (!sized) {
        picture.width = (sizes & 0x3FFF) + 1;
        picture.height = (sizes >> 14 & 0x3FFF) + 1;
      }
      pixels = true;
    } else if (name == "ANMF") {
      pixels = true;
    }
    const bool kept = name == "VP8X" || name == "VP8 " || name == "VP8L" || name == "ALPH" ||
                      name == "ANIM" || name == "ANMF" || name == "ICCP";
    if (kept) {
      const std::size_t start = chunks.size();
      chunks += bytes.part(at, 8 + length);
      if (length % 2 == 1) chunks += '\0';
      // No Exif and no XMP any more.
      if (name == "VP8X" && length >= 10)
        chunks[start + 8] = static_cast<char>(chunks[start + 8] & ~0x0C);
    }
    at = begin + length + length % 2;
  }
  if (!pixels) return broken();
  picture.bytes = "RIFF";
  add_little32(picture.bytes, chunks.size() + 4);
  picture.bytes += "WEBP";
  picture.bytes += chunks;
  return checked(std::move(picture));
}

}  // namespace

Result<Picture> read_picture(std::string_view file) {
  if (file.starts_with("\xFF\xD8\xFF")) return read_jpeg(file);
  if (file.starts_with(kPngStart)) return read_png(file);
  if (file.size() >= 16 && file.starts_with("RIFF") && file.substr(8, 4) == "WEBP") {
    return read_webp(file);
  }
  if (file.starts_with("GIF8")) {
    return invalid("Moving pictures cannot be sent yet. A JPEG, PNG or WebP can.", "picture");
  }
  return invalid("This is no picture we can send: it has to be a JPEG, PNG or WebP.", "picture");
}

}  // namespace rapport
