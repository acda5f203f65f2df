#include "base/utf8.h"

#include <cstdint>
#include <cstring>

namespace rapport {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Step {
  std::size_t length = 0;  // bytes taken
  bool good = false;
};

// One character, or the longest beginning of one that could still have become good (Unicode's
// "maximal subpart", so that a broken text is repaired the same way everywhere).
Step step(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {1, lead != 0};

  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {1, false};
  }
  for (std::size_t at = 1; at < length; ++at) {
    if (at >= text.size() || byte(at) < low || byte(at) > high) return {at, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

// How many bytes at the front are plain ASCII other than NUL, eight at a time.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    // The second term finds a zero byte.
    if ((word & kHighBits) != 0 || ((word - kOnes) & ~word & kHighBits) != 0) break;
  }
  return at;
}

std::size_t valid_prefix(std::string_view text) {
  std::size_t at = plain_prefix(text);
  while (at < text.size()) {
    const Step next = step(text.substr(at));
    if (!next.good) break;
    at += next.length;
    at += plain_prefix(text.substr(at));
  }
  return at;
}

}  // namespace

bool is_utf8(std::string_view text) { return valid_prefix(text) == text.size(); }

std::string clean_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t good = valid_prefix(text);
    out.append(text.substr(0, good));
    text.remove_prefix(good);
    if (text.empty()) break;
    out.append(text.front() == '\0' ? " " : kReplacement);
    text.remove_prefix(step(text).length);
  }
  return out;
}

}  // namespace rapport
