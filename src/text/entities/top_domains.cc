#include "text/entities/top_domains.h"

#include <libpsl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/characters/characters.h"

namespace rapport {
namespace {

constexpr std::size_t kLongest = 63;  // bytes of a label, as DNS has it
constexpr std::size_t kLetters = 26;

bool is_listed(const char* label) {
  return psl_is_public_suffix2(psl_builtin(), label, PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE) != 0;
}

// Most that is asked about has two letters.
const std::array<bool, kLetters * kLetters>& country_domains() {
  static const auto table = [] {
    std::array<bool, kLetters * kLetters> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
      const char label[3] = {static_cast<char>('a' + i / kLetters),
                             static_cast<char>('a' + i % kLetters), 0};
      made[i] = is_listed(label);
    }
    return made;
  }();
  return table;
}

}  // namespace

bool is_top_domain(std::string_view label) {
  if (label.size() < 2 || label.size() > kLongest) return false;
  std::array<char, kLongest + 8> lower;
  std::size_t size = 0;
  for (std::size_t at = 0; at < label.size();) {
    const Decoded next = decode(label, at);
    at += next.size;
    if (next.point == Decoded::kBroken) return false;
    if (next.point < 0x80) {
      const char c = static_cast<char>(next.point);
      lower[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    const auto folded = static_cast<std::uint32_t>(u_tolower(static_cast<UChar32>(next.point)));
    if (size + 4 > kLongest) return false;
    U8_APPEND_UNSAFE(lower.data(), size, folded);
  }
  lower[size] = 0;
  const auto letter = [&](std::size_t i) { return lower[i] >= 'a' && lower[i] <= 'z'; };
  if (size == 2 && letter(0) && letter(1)) {
    return country_domains()[static_cast<std::size_t>(lower[0] - 'a') * kLetters +
                             static_cast<std::size_t>(lower[1] - 'a')];
  }
  return is_listed(lower.data());
}

}  // namespace rapport
