#include "listen/letters.h"

#include <unicode/uchar.h>

#include <string>

#include "base/unicode.h"
#include "text/characters/characters.h"
#include "text/normalise/normalise.h"

namespace rapport {
namespace {

bool is_apostrophe(char32_t point) {
  return point == U'’' || point == U'‘' || point == U'ʼ' || point == U'＇';
}

std::u32string points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    out += next.point;
    at += next.size;
  }
  return out;
}

// A letter that is no single character with its accent: something that only the same sequence
// gives.
char32_t mark_of(const std::u32string& points) {
  if (points.size() == 1) return points[0];
  std::uint32_t hash = 2166136261U;
  for (const char32_t each : points) hash = (hash ^ each) * 16777619U;
  return 0x80000000U | (hash >> 2U);
}

// One character with the marks behind it.
void append_cluster(std::string_view cluster, char32_t base, std::vector<Letter>& out) {
  const std::string folded = fold_case(cluster);
  const std::u32string plain = points_of(normal_form(folded));
  if (plain.empty()) return;
  const std::u32string accented = points_of(folded);
  const bool capital =
      u_isUUppercase(static_cast<UChar32>(base)) != 0 || u_istitle(static_cast<UChar32>(base)) != 0;
  const bool bare = accented == plain;
  const char32_t mark = mark_of(accented);
  for (const char32_t each : plain) out.push_back({each, bare ? each : mark, capital});
}

}  // namespace

void append_letters(std::string_view text, Wildcards wildcards, std::vector<Letter>& out) {
  const CharacterTable& table = CharacterTable::get();
  for (std::size_t at = 0; at < text.size();) {
    const Decoded first = decode(text, at);
    std::size_t end = at + first.size;
    while (end < text.size()) {
      const Decoded next = decode(text, end);
      if (!table.is(next.point, kMarkClass | kExtendClass)) break;
      end += next.size;
    }
    const char32_t point = first.point;
    if (wildcards == Wildcards::kSpecial && (point == U'*' || point == U'?')) {
      const char32_t wild = point == U'*' ? kAnyLetters : kOneLetter;
      out.push_back({wild, wild, false});
    } else if (is_apostrophe(point)) {
      out.push_back({U'\'', U'\'', false});
    } else if (point < 0x80 && end == at + 1) {
      const bool capital = point >= U'A' && point <= U'Z';
      const char32_t small = capital ? point + 32 : point;
      out.push_back({small, small, capital});
    } else if (point != Decoded::kBroken) {
      append_cluster(text.substr(at, end - at), point, out);
    }
    at = end;
  }
}

bool letters_match(const Letter* asked, const Letter* asked_end, const Letter* heard,
                   const Letter* heard_end, CaseRule rule) {
  // Where the last "*" stands, and how far it reaches so far.
  const Letter* star = nullptr;
  const Letter* reached = nullptr;
  const auto fits = [rule](const Letter& want, const Letter& has) {
    if (want.plain == kOneLetter) return true;
    if (want.plain != has.plain) return false;
    if (want.accent != want.plain && want.accent != has.accent) return false;
    return rule == CaseRule::kAny || want.capital == has.capital;
  };
  while (heard != heard_end) {
    if (asked != asked_end && asked->plain == kAnyLetters) {
      star = ++asked;
      reached = heard;
    } else if (asked != asked_end && fits(*asked, *heard)) {
      ++asked;
      ++heard;
    } else if (star != nullptr) {
      asked = star;
      heard = ++reached;
    } else {
      return false;
    }
  }
  while (asked != asked_end && asked->plain == kAnyLetters) ++asked;
  return asked == asked_end;
}

bool text_matches(std::string_view asked, std::string_view heard) {
  std::vector<Letter> wanted;
  std::vector<Letter> has;
  append_letters(asked, Wildcards::kSpecial, wanted);
  append_letters(heard, Wildcards::kPlain, has);
  return letters_match(wanted.data(), wanted.data() + wanted.size(), has.data(),
                       has.data() + has.size(), CaseRule::kAny);
}

}  // namespace rapport
