#include "text/characters/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>

#include <algorithm>
#include <map>
#include <vector>

namespace rapport {
namespace {

constexpr std::size_t kPoints = 0x110000;

std::uint16_t class_of_type(UCharCategory type) {
  const auto mask = static_cast<std::uint32_t>(U_MASK(type));
  if ((mask & U_GC_L_MASK) != 0) return kLetterClass;
  if ((mask & U_GC_M_MASK) != 0) return kMarkClass;
  if ((mask & (U_GC_ND_MASK | U_GC_NL_MASK)) != 0) return kNumberClass;
  if ((mask & U_GC_P_MASK) != 0) return kPunctuationClass;
  if ((mask & (U_GC_S_MASK | U_GC_NO_MASK)) != 0) return kSymbolClass;
  if ((mask & U_GC_Z_MASK) != 0) return kSpaceClass;
  if ((mask & U_GC_CC_MASK) != 0) return kControlClass;
  return 0;
}

UBool U_CALLCONV set_types(const void* context, UChar32 begin, UChar32 end, UCharCategory type) {
  auto& classes = *static_cast<std::vector<std::uint16_t>*>(const_cast<void*>(context));
  std::fill(classes.begin() + begin, classes.begin() + end, class_of_type(type));
  return 1;
}

void add_ranges(std::vector<std::uint16_t>& classes, const USet* set, std::uint16_t bit) {
  for (std::int32_t i = 0; i < uset_getItemCount(set); ++i) {
    UChar32 begin = 0;
    UChar32 end = 0;
    UErrorCode error = U_ZERO_ERROR;
    if (uset_getItem(set, i, &begin, &end, nullptr, 0, &error) != 0) continue;  // a string
    for (UChar32 point = begin; point <= end; ++point) {
      classes[static_cast<std::size_t>(point)] |= bit;
    }
  }
}

void add_property(std::vector<std::uint16_t>& classes, UProperty property, std::uint16_t bit) {
  UErrorCode error = U_ZERO_ERROR;
  const USet* set = u_getBinaryPropertySet(property, &error);
  if (U_SUCCESS(error)) add_ranges(classes, set, bit);
}

void add_value(std::vector<std::uint16_t>& classes, UProperty property, std::int32_t value,
               std::uint16_t bit) {
  UErrorCode error = U_ZERO_ERROR;
  USet* set = uset_openEmpty();
  uset_applyIntPropertyValue(set, property, value, &error);
  if (U_SUCCESS(error)) add_ranges(classes, set, bit);
  uset_close(set);
}

std::vector<std::uint16_t> all_classes() {
  std::vector<std::uint16_t> classes(kPoints, 0);
  u_enumCharTypes(set_types, &classes);
  add_property(classes, UCHAR_WHITE_SPACE, kSpaceClass);
  add_property(classes, UCHAR_EXTENDED_PICTOGRAPHIC, kPictographicClass);
  add_property(classes, UCHAR_EMOJI, kTextEmojiClass);
  add_property(classes, UCHAR_EMOJI_PRESENTATION, kEmojiClass);
  add_property(classes, UCHAR_REGIONAL_INDICATOR, kRegionClass);
  add_value(classes, UCHAR_GRAPHEME_CLUSTER_BREAK, U_GCB_EXTEND, kExtendClass);
  add_value(classes, UCHAR_GRAPHEME_CLUSTER_BREAK, U_GCB_SPACING_MARK, kExtendClass);
  for (const UScriptCode script :
       {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_BOPOMOFO, USCRIPT_THAI,
        USCRIPT_LAO, USCRIPT_KHMER, USCRIPT_MYANMAR, USCRIPT_TIBETAN, USCRIPT_YI}) {
    add_value(classes, UCHAR_SCRIPT, script, kUnspacedClass);
  }
  // Korean has spaces, but writes its particles onto foreign words as Japanese does.
  add_value(classes, UCHAR_SCRIPT, USCRIPT_HANGUL, kUnspacedClass);
  classes[0x30FC] |= kUnspacedClass;  // the long vowel, which several scripts share
  // How a sign is drawn, and the keycap around it, are no marks of a letter.
  for (std::size_t style = 0xFE00; style <= 0xFE0F; ++style) classes[style] = kExtendClass;
  classes[0x20E3] = kExtendClass;
  for (std::uint16_t& each : classes) {
    if ((each & kEmojiClass) != 0) each &= static_cast<std::uint16_t>(~unsigned{kTextEmojiClass});
  }
  return classes;
}

}  // namespace

CharacterTable::CharacterTable() {
  const std::vector<std::uint16_t> all = all_classes();
  static std::vector<std::uint16_t> kept;
  std::map<std::vector<std::uint16_t>, std::uint16_t> known;
  for (std::size_t block = 0; block < kBlocks; ++block) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(block << 7U);
    std::vector<std::uint16_t> classes(begin, begin + 128);
    const auto next = static_cast<std::uint16_t>(known.size());
    const auto [place, is_new] = known.try_emplace(std::move(classes), next);
    if (is_new) kept.insert(kept.end(), place->first.begin(), place->first.end());
    blocks_[block] = place->second;
  }
  classes_ = kept.data();
}

const CharacterTable& CharacterTable::get() {
  static const CharacterTable table;
  return table;
}

}  // namespace rapport
