#include "text/normalise/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/uset.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "text/characters/characters.h"

namespace rapport {
namespace {

constexpr char32_t kPoints = 0x20000;  // beyond are only ideographs, which stay as they are
constexpr std::size_t kMostForm = 12;  // bytes; a longer form is not taken

// Marks that are left out: accents, and the vowels of Arabic, which most leave out themselves.
bool is_dropped_mark(char32_t point) {
  return (point >= 0x0300 && point <= 0x036F) || (point >= 0x064B && point <= 0x0652) ||
         point == 0x0670 || point == 0x0640;
}

// What Unicode doesn't take apart though people write it with or without.
constexpr std::array<std::pair<char32_t, std::string_view>, 18> kByHand{{
    {0x00E6, "ae"},
    {0x0153, "oe"},
    {0x00F8, "o"},
    {0x0142, "l"},
    {0x0111, "d"},
    {0x00F0, "d"},
    {0x00FE, "th"},
    {0x0131, "i"},
    {0x2018, "'"},
    {0x2019, "'"},
    {0x02BC, "'"},
    {0x201C, "\""},
    {0x201D, "\""},
    {0x201E, "\""},
    {0x2010, "-"},
    {0x2012, "-"},
    {0x2013, "-"},
    {0x2014, "-"},
}};

// Letters, after folding, that look like a Latin one in small or capital.
constexpr std::array<std::pair<char32_t, char>, 36> kLookalikes{{
    {0x0430, 'a'}, {0x0432, 'b'}, {0x0441, 'c'}, {0x0501, 'd'}, {0x0435, 'e'}, {0x04BB, 'h'},
    {0x043D, 'h'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x043A, 'k'}, {0x04CF, 'l'}, {0x043C, 'm'},
    {0x043E, 'o'}, {0x0440, 'p'}, {0x051B, 'q'}, {0x0455, 's'}, {0x0442, 't'}, {0x0475, 'v'},
    {0x051D, 'w'}, {0x0445, 'x'}, {0x0443, 'y'}, {0x03B1, 'a'}, {0x03B2, 'b'}, {0x03B5, 'e'},
    {0x03B7, 'n'}, {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BC, 'm'}, {0x03BD, 'v'}, {0x03BF, 'o'},
    {0x03C1, 'p'}, {0x03C4, 't'}, {0x03C5, 'u'}, {0x03C7, 'x'}, {0x03B6, 'z'}, {0x0457, 'i'},
}};

char lookalike(char32_t point) {
  for (const auto& [from, to] : kLookalikes) {
    if (from == point) return to;
  }
  return 0;
}

// The form of every character that has another, as bytes.
class Forms {
 public:
  static const Forms& get() {
    static const Forms forms;
    return forms;
  }

  // Does `point` change? Then its form is put into `form`.
  bool find(char32_t point, std::string_view& form) const {
    if (point >= kPoints || index_[point] == 0) return false;
    const std::uint32_t entry = entries_[index_[point] - 1U];
    form = std::string_view(pool_).substr(entry >> 8U, entry & 0xFFU);
    return true;
  }

 private:
  Forms() : index_(kPoints, 0) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
    const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(error);
    const icu::Normalizer2* together = icu::Normalizer2::getNFCInstance(error);
    if (U_FAILURE(error)) return;
    icu::UnicodeSet changing;
    changing.applyIntPropertyValue(UCHAR_CHANGES_WHEN_NFKC_CASEFOLDED, 1, error);
    icu::UnicodeSet decomposed;
    decomposed.applyIntPropertyValue(UCHAR_NFD_QUICK_CHECK, UNORM_NO, error);
    changing.addAll(decomposed);
    changing.remove(0xAC00, 0xD7A3);  // Korean syllables are letters, not letters with marks
    changing.remove(static_cast<UChar32>(kPoints), 0x10FFFF);
    for (std::int32_t range = 0; range < changing.getRangeCount(); ++range) {
      for (UChar32 point = changing.getRangeStart(range); point <= changing.getRangeEnd(range);
           ++point) {
        const icu::UnicodeString folded = folding->normalize(icu::UnicodeString(point), error);
        const icu::UnicodeString parts = apart->normalize(folded, error);
        icu::UnicodeString kept;
        for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
          const UChar32 part = parts.char32At(at);
          if (!is_dropped_mark(static_cast<char32_t>(part))) kept.append(part);
        }
        std::string form;
        together->normalize(kept, error).toUTF8String(form);
        if (U_FAILURE(error)) return;
        set(static_cast<char32_t>(point), by_hand(form));
      }
    }
    for (const auto& [point, form] : kByHand) set(point, form);
    for (char32_t point = 0; point < kPoints; ++point) {
      if (is_dropped_mark(point)) set(point, "");
    }
  }

  // "Æ" was folded to "æ", which is done by hand.
  static std::string by_hand(const std::string& form) {
    std::string out;
    for (std::size_t at = 0; at < form.size();) {
      const Decoded next = decode(form, at);
      std::string_view put = std::string_view(form).substr(at, next.size);
      for (const auto& [point, hand] : kByHand) {
        if (point == next.point) put = hand;
      }
      out += put;
      at += next.size;
    }
    return out;
  }

  void set(char32_t point, std::string_view form) {
    if (form.size() > kMostForm) return;
    entries_.push_back(static_cast<std::uint32_t>(pool_.size() << 8U | form.size()));
    pool_ += form;
    index_[point] = static_cast<std::uint16_t>(entries_.size());
  }

  std::vector<std::uint16_t> index_;  // into entries_, one more; 0: stays
  std::vector<std::uint32_t> entries_;
  std::string pool_;
};

// Puts characters one behind the other: runs of a letter and of spaces are cut short, words that
// mix scripts are put into one.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out), begin_(out.size()), word_(out.size()) {}

  void put(char32_t point, std::string_view bytes, unsigned bits) {
    if ((bits & (kLetterClass | kMarkClass | kNumberClass)) == 0) {
      end_word();
      if ((bits & (kSpaceClass | kControlClass)) != 0) {
        if (out_.size() > begin_ && out_.back() != ' ') out_ += ' ';
      } else {
        out_ += bytes;
      }
      word_ = out_.size();
      last_ = 0;
      return;
    }
    run_ = point == last_ ? run_ + 1 : 1;
    last_ = point;
    if (run_ > 2 && (bits & kLetterClass) != 0) return;
    if (point < 0x80) {
      has_latin_ = has_latin_ || (bits & kLetterClass) != 0;
    } else if (point >= 0x0370 && point < 0x0530) {
      has_other_ = true;
    }
    out_ += bytes;
  }

  void finish() {
    end_word();
    if (out_.size() > begin_ && out_.back() == ' ') out_.pop_back();
  }

 private:
  void end_word() {
    if (has_latin_ && has_other_) unmix();
    has_latin_ = has_other_ = false;
  }

  void unmix() {
    std::size_t to = word_;
    char before = 0;
    std::size_t run = 0;
    for (std::size_t at = word_; at < out_.size();) {
      const Decoded next = decode(out_, at);
      const char latin = next.point < 0x80 ? static_cast<char>(next.point) : lookalike(next.point);
      if (latin != 0) {
        run = latin == before ? run + 1 : 1;
        before = latin;
        if (run <= 2 || (latin >= '0' && latin <= '9')) out_[to++] = latin;
      } else {
        before = 0;
        for (std::size_t i = 0; i < next.size; ++i) out_[to++] = out_[at + i];
      }
      at += next.size;
    }
    out_.resize(to);
  }

  std::string& out_;
  std::size_t begin_;
  std::size_t word_;  // where the word began
  char32_t last_ = 0;
  std::size_t run_ = 0;
  bool has_latin_ = false;
  bool has_other_ = false;
};

}  // namespace

void append_normal_form(std::string_view text, std::string& out) {
  const Forms& forms = Forms::get();
  const CharacterTable& table = CharacterTable::get();
  if (text.size() > kMostComparedBytes) text = text.substr(0, kMostComparedBytes);
  Writer writer(out);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c >= 'a' && c <= 'z') {
      writer.put(static_cast<char32_t>(c), text.substr(at, 1), kLetterClass);
      ++at;
      continue;
    }
    const Decoded next = decode(text, at);
    if (next.point == Decoded::kBroken) {
      writer.put(U' ', " ", kSpaceClass);
      at += next.size;
      continue;
    }
    std::string_view form;
    if (!forms.find(next.point, form)) {
      writer.put(next.point, text.substr(at, next.size), table.of(next.point));
    } else {
      for (std::size_t part = 0; part < form.size();) {
        const Decoded its = decode(form, part);
        writer.put(its.point, form.substr(part, its.size), table.of(its.point));
        part += its.size;
      }
    }
    at += next.size;
  }
  writer.finish();
}

std::string normal_form(std::string_view text) {
  std::string out;
  append_normal_form(text, out);
  return out;
}

}  // namespace rapport
