// Writing systems, as far as they help to tell languages apart.

#pragma once

#include <cstdint>

namespace rapport {

enum class Script : std::uint8_t {
  kNone,
  // Many languages each: told apart by words and their pieces.
  kLatin,
  kCyrillic,
  kArabic,
  kDevanagari,
  // One language each, as far as we tell.
  kGreek,
  kArmenian,
  kHebrew,
  kBengali,
  kGurmukhi,
  kGujarati,
  kOriya,
  kTamil,
  kTelugu,
  kKannada,
  kMalayalam,
  kSinhala,
  kThai,
  kLao,
  kTibetan,
  kMyanmar,
  kGeorgian,
  kEthiopic,
  kKhmer,
  kHangul,
  kKana,
  kHan,
  kInherited,  // marks that take the script of what they stand on
};

inline constexpr unsigned kScripts = static_cast<unsigned>(Script::kInherited) + 1;
inline constexpr unsigned kGroups = 4;  // the scripts of many languages, from kLatin on

inline bool is_group(Script script) {
  return script >= Script::kLatin && script <= Script::kDevanagari;
}
inline unsigned group_of(Script script) {
  return static_cast<unsigned>(script) - static_cast<unsigned>(Script::kLatin);
}

}  // namespace rapport
