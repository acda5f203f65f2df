#include "listen/letters.h"

#include <unicode/uchar.h>

#include <cstdint>
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

// Letters that are themselves and nothing else: Kana, the common ideographs, Korean syllables.
bool is_itself(char32_t point) {
  return (point >= 0x3041 && point <= 0x3096) || (point >= 0x30A1 && point <= 0x30FA) ||
         point == 0x30FC || (point >= 0x4E00 && point <= 0x9FFF) ||
         (point >= 0xAC00 && point <= 0xD7A3);
}

// What append_cluster gives for every character of the alphabets, worked out once: a letter with an
// accent is half of what some languages write.
class AlphabetLetters {
 public:
  static constexpr char32_t kEnd = 0x2000;

  static const AlphabetLetters& get() {
    static const AlphabetLetters letters;
    return letters;
  }

  void append(char32_t point, std::vector<Letter>& out) const {
    const auto from = pool_.begin();
    out.insert(out.end(), from + begins_[point], from + begins_[point + 1]);
  }

 private:
  AlphabetLetters() {
    begins_.reserve(kEnd + 1);
    for (char32_t point = 0; point < kEnd; ++point) {
      begins_.push_back(static_cast<std::int32_t>(pool_.size()));
      const auto unit = static_cast<char16_t>(point);
      append_cluster(to_utf8(std::u16string_view(&unit, 1)), point, pool_);
    }
    begins_.push_back(static_cast<std::int32_t>(pool_.size()));
  }

  std::vector<std::int32_t> begins_;  // into pool_
  std::vector<Letter> pool_;
};

}  // namespace

void append_letters(std::string_view text, Wildcards wildcards, std::vector<Letter>& out) {
  const CharacterTable& table = CharacterTable::get();
  for (std::size_t at = 0; at < text.size();) {
    // Most of what is written; a mark could only follow with a byte beyond ASCII.
    const char c = text[at];
    const bool alone = at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < 0x80;
    if (alone && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
      const bool capital = c <= 'Z' && c >= 'A';
      const auto small = static_cast<char32_t>(capital ? c + 32 : c);
      out.push_back({small, small, capital});
      ++at;
      continue;
    }
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
    } else if (end == at + first.size && is_itself(point)) {
      out.push_back({point, point, false});
    } else if (end == at + first.size && point < AlphabetLetters::kEnd) {
      AlphabetLetters::get().append(point, out);
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
