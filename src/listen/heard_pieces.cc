#include "listen/heard_pieces.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "text/characters/characters.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace rapport {
namespace {

constexpr unsigned kInWord = kLetterClass | kMarkClass | kNumberClass;
constexpr unsigned kDrawn = kPictographicClass | kEmojiClass | kTextEmojiClass | kRegionClass;
constexpr char32_t kKeycap = 0x20E3;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060; }
bool is_style(char32_t c) { return c == 0xFE0F || c == 0xFE0E; }

// Which of up to 64 bytes are ASCII letters and digits, and which are beyond ASCII.
struct Block {
  std::uint64_t words = 0;
  std::uint64_t high = 0;
};

#ifdef __SSE2__
void look_at(const char* at, unsigned shift, Block& out) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const __m128i letters = _mm_and_si128(_mm_cmpgt_epi8(small, _mm_set1_epi8('a' - 1)),
                                        _mm_cmplt_epi8(small, _mm_set1_epi8('z' + 1)));
  const __m128i digits = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('0' - 1)),
                                       _mm_cmplt_epi8(bytes, _mm_set1_epi8('9' + 1)));
  const auto words = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(letters, digits)));
  out.words |= std::uint64_t{words & 0xFFFFU} << shift;
  out.high |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(bytes)) & 0xFFFFU} << shift;
}
#else
bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void look_at(const char* at, unsigned shift, Block& out) {
  for (unsigned i = 0; i < 16; ++i) {
    if (is_ascii_word(at[i])) out.words |= std::uint64_t{1} << (shift + i);
    if (is_high(at[i])) out.high |= std::uint64_t{1} << (shift + i);
  }
}
#endif

Block block_at(std::string_view text, std::size_t at) {
  Block out;
  const std::size_t left = std::min<std::size_t>(64, text.size() - at);
  std::size_t done = 0;
  for (; done + 16 <= left; done += 16) {
    look_at(text.data() + at + done, static_cast<unsigned>(done), out);
  }
  if (done < left) {
    char rest[16] = {};
    std::memcpy(rest, text.data() + at + done, left - done);
    look_at(rest, static_cast<unsigned>(done), out);
  }
  return out;
}

class PieceCutter {
 public:
  PieceCutter(std::uint32_t wish, PieceRoom& room, PieceSet& out)
      : prefixes_(wish & kWishPrefixes), room_(room), set_(out), table_(CharacterTable::get()) {}

  // Something that was said.
  void text(std::string_view text) {
    if (text.empty()) return;
    text_ = text;
    out_ = set_.room_for(text.size());
    complex_ = false;
    last_dense_ = last_letter_ = 0;
    bool inside = false;
    std::size_t begin = 0;
    bool high = false;  // in the run so far
    for (std::size_t base = 0; base < text.size(); base += 64) {
      const Block block = block_at(text, base);
      const std::uint64_t runs = block.words | block.high;
      std::uint64_t edges = runs ^ (runs << 1U | (inside ? 1U : 0U));
      unsigned from = 0;
      while (edges != 0) {
        const auto bit = static_cast<unsigned>(std::countr_zero(edges));
        edges &= edges - 1;
        if (!inside) {
          begin = base + bit;
          from = bit;
          high = false;
        } else {
          const std::uint64_t its =
              (bit == 0 ? 0 : ~std::uint64_t{0} >> (64 - bit)) & (~std::uint64_t{0} << from);
          const std::size_t end = base + bit;
          if (prefixes_ == 0 && !high && (block.high & its) == 0 &&
              (begin == 0 || text[begin - 1] != ':')) {
            *out_++ = hash_bytes(text.data() + begin, end - begin, text.data(),
                                 text.data() + text.size());
          } else {
            run(begin, end, high || (block.high & its) != 0);
          }
        }
        inside = !inside;
      }
      if (inside) high = high || (block.high & (~std::uint64_t{0} << from)) != 0;
    }
    if (inside) run(begin, text.size(), high);
    set_.wrote(out_);
    if (complex_) as_spoken();
  }

  // Something that is compared as a whole, letter by letter.
  void whole(std::string_view text, PieceSalt salt) {
    if (text.empty()) return;
    room_.letters.clear();
    append_letters(text, Wildcards::kPlain, room_.letters);
    out_ = set_.room_for(room_.letters.size() * 4);
    pieces(room_.letters.data(), room_.letters.data() + room_.letters.size(), salt);
    set_.wrote(out_);
  }

 private:
  void emit(const char* begin, std::size_t size, const char* from, const char* to) {
    *out_++ = hash_bytes(begin, size, from, to);
    if (prefixes_ == 0) return;
    for (std::size_t i = 0; i < kPrefixSizes.size(); ++i) {
      if ((prefixes_ >> i & 1U) == 0 || size < kPrefixSizes[i]) continue;
      *out_++ = prefix_hash(hash_bytes(begin, kPrefixSizes[i], from, to), kPrefixSizes[i]);
    }
  }

  void run(std::size_t begin, std::size_t end, bool high) {
    if (!high) {
      emit(text_.data() + begin, end - begin, text_.data(), text_.data() + text_.size());
    } else {
      mixed_run(begin, end);
      // "caféhttps://…" is a word and a link.
      if (text_.substr(end).starts_with("://")) complex_ = true;
    }
    // Behind a port another word may begin.
    if (begin > 0 && text_[begin - 1] == ':' && is_digit(text_[begin])) {
      while (begin < end && is_digit(text_[begin])) ++begin;
      if (begin < end) run(begin, end, high);
    }
  }

  // The pieces of folded letters.
  void pieces(const Letter* at, const Letter* end, PieceSalt salt) {
    std::string& bytes = room_.bytes;
    while (at != end) {
      bytes.clear();
      while (at != end && is_piece_letter(at->plain)) append_utf8_of((at++)->plain, bytes);
      if (!bytes.empty()) {
        if (salt == PieceSalt::kSaid) {
          emit(bytes.data(), bytes.size(), bytes.data(), bytes.data() + bytes.size());
        } else {
          *out_++ = salted(piece_hash(bytes), salt);
        }
      }
      while (at != end && !is_piece_letter(at->plain)) ++at;
    }
  }

  void word(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (std::none_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                     text_.begin() + static_cast<std::ptrdiff_t>(end), is_high)) {
      emit(text_.data() + begin, end - begin, text_.data(), text_.data() + text_.size());
      return;
    }
    room_.letters.clear();
    append_letters(text_.substr(begin, end - begin), Wildcards::kPlain, room_.letters);
    // A single character may stand for a dozen letters.
    set_.wrote(out_);
    out_ = set_.room_for(room_.letters.size() + text_.size() - begin);
    pieces(room_.letters.data(), room_.letters.data() + room_.letters.size(), PieceSalt::kSaid);
  }

  // Letters beyond ASCII, with ASCII ones among them.
  void mixed_run(std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    std::size_t open = end;   // where the word so far begins; `end`: there is none
    std::size_t split = end;  // a sign that may stand inside of a word or between two
    std::size_t behind = end;
    const auto close = [&](std::size_t to) {
      if (open != end) {
        word(open, to);
        if (split != end) {
          word(open, split);
          // "12" before a keycap may be "1" and a drawn "2".
          if (split > open && is_digit(text_[split - 1])) word(open, split - 1);
          word(behind, to);
        }
      }
      open = split = behind = end;
    };
    const auto may_split = [&](std::size_t from, std::size_t to) {
      // Twice in one word: rare, and left to the one who cuts by all rules.
      if (split != end && behind != from) complex_ = true;
      if (split == end) split = from;
      behind = to;
    };
    while (at < end) {
      if (!is_high(text_[at])) {
        if (open == end) open = at;
        ++at;
        continue;
      }
      const Decoded next = decode(text_, at);
      const unsigned its = table_.of(next.point);
      if ((its & kInWord) != 0 && (its & kUnspacedClass) != 0) {
        close(at);
        at = dense(at, next.size, end);
        continue;
      }
      const bool drawn = next.point == kKeycap || (its & kDrawn) != 0;
      if ((its & kInWord) != 0) {
        if (is_style(next.point) || drawn) {
          if (open == end && drawn) open = at;
          if (open != end) may_split(at, at + next.size);
          if (drawn) *out_++ = drawn_hash(next.point);
        } else if (open == end) {
          open = at;
          // A mark on something drawn, which may fold to a letter that is nobody's.
          if ((its & kMarkClass) != 0) complex_ = true;
        }
      } else if (is_invisible(next.point)) {
        if (open != end) may_split(at, at + next.size);
      } else {
        if (open != end && is_digit(text_[at - 1]) && is_keycap(at, next)) word(open, at - 1);
        close(at);
        if (drawn) *out_++ = drawn_hash(next.point);
      }
      at += next.size;
    }
    close(end);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // U+20E3 behind a digit, mostly with a style in between.
  bool is_keycap(std::size_t at, const Decoded& sign) const {
    if (sign.point == kKeycap) return true;
    return is_style(sign.point) && at + sign.size < text_.size() &&
           decode(text_, at + sign.size).point == kKeycap;
  }

  std::size_t dense(std::size_t at, std::size_t size, std::size_t end) {
    std::size_t to = at + size;
    while (to < end) {
      const Decoded next = decode(text_, to);
      // A tone is drawn by itself.
      if (!table_.is(next.point, kMarkClass | kExtendClass) || table_.is(next.point, kDrawn)) break;
      to += next.size;
    }
    room_.letters.clear();
    append_letters(text_.substr(at, to - at), Wildcards::kPlain, room_.letters);
    const Letter* letters = room_.letters.data();
    const std::size_t count = room_.letters.size();
    const PieceHash hash = dense_hash(letters, letters + count);
    *out_++ = hash;
    const bool touching = last_dense_ != 0 && touches(dense_end_, at);
    if (touching) *out_++ = dense_pair(last_dense_, hash);
    if (count <= 1 && last_letter_ == last_dense_) {
      last_dense_ = last_letter_ = hash;
      dense_end_ = to;
      return to;
    }
    // A name is compared letter by letter, however its characters are put together.
    set_.wrote(out_);
    out_ = set_.room_for(count + text_.size() - at);
    PieceHash before = touching ? last_letter_ : 0;
    for (std::size_t i = 0; i < count; ++i) {
      const PieceHash one = dense_hash(letters + i, letters + i + 1);
      *out_++ = one;
      if (before != 0) *out_++ = dense_pair(before, one);
      before = one;
    }
    last_dense_ = hash;
    last_letter_ = before;
    dense_end_ = to;
    return to;
  }

  // With nothing in between that is seen, or the sign of a name.
  bool touches(std::size_t end, std::size_t begin) const {
    while (end < begin) {
      const Decoded next = decode(text_, end);
      const char32_t point = next.point;
      if (!is_invisible(point) && point != U'#' && point != U'$' && point != U'@' &&
          point != U'＃' && point != U'＄' && point != U'＠') {
        return false;
      }
      end += next.size;
    }
    return true;
  }

  // By the words themselves.
  void as_spoken() {
    Spoken& spoken = room_.spoken;
    cut_spoken(text_, Wildcards::kPlain, spoken);
    out_ = set_.room_for(spoken.letters.size() * 4);
    const Letter* letters = spoken.letters.data();
    for (const SpokenWord& each : spoken.words) {
      if (each.kind != SpokenKind::kWord) continue;
      pieces(letters + each.begin, letters + each.end, PieceSalt::kSaid);
    }
    for (const SpokenName& each : spoken.names) {
      pieces(letters + each.begin, letters + each.end, PieceSalt::kSaid);
    }
    set_.wrote(out_);
  }

  std::uint32_t prefixes_;
  PieceRoom& room_;
  PieceSet& set_;
  const CharacterTable& table_;
  std::string_view text_;
  PieceHash* out_ = nullptr;
  bool complex_ = false;
  PieceHash last_dense_ = 0;
  PieceHash last_letter_ = 0;
  std::size_t dense_end_ = 0;
};

}  // namespace

void cut_pieces(const HeardPost& post, std::uint32_t wish, PieceRoom& room, PieceSet& out) {
  out.clear();
  PieceCutter cutter(wish, room, out);
  cutter.text(post.title);
  cutter.text(post.text);
  if ((wish & ~kWishPrefixes) != 0) {
    if ((wish & kWishAuthor) != 0) {
      cutter.whole(post.author, PieceSalt::kAuthor);
      cutter.whole(post.author_id, PieceSalt::kAuthor);
      cutter.whole(post.author_name, PieceSalt::kAuthor);
    }
    if ((wish & kWishPlace) != 0) {
      cutter.whole(post.url, PieceSalt::kPlace);
      cutter.whole(post.site, PieceSalt::kPlace);
    }
    if ((wish & kWishReply) != 0) {
      for (const auto each : post.reply_to) cutter.whole(each, PieceSalt::kReply);
    }
    if ((wish & kWishLists) != 0) {
      for (const auto each : post.links) cutter.whole(each, PieceSalt::kSaid);
      for (const auto each : post.hashtags) cutter.whole(each, PieceSalt::kSaid);
      for (const auto each : post.mentions) cutter.whole(each, PieceSalt::kSaid);
    }
  }
}

}  // namespace rapport
