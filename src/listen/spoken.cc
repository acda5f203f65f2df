#include "listen/spoken.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters/characters.h"
#include "text/entities/entities.h"

namespace rapport {
namespace {

constexpr unsigned kInWord = kLetterClass | kMarkClass | kNumberClass;

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ'; }
bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
// Hyphens that show only at a line's end, and joiners inside of words.
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060; }

// What French, Italian and Catalan write before a name: "l'Oréal", "dell'Acme".
constexpr std::array<std::string_view, 22> kElided{
    "l",      "d",   "j",    "m",    "t",    "s",    "c",  "n",     "qu",    "jusqu", "lorsqu",
    "puisqu", "all", "dall", "dell", "nell", "sull", "un", "quell", "quest", "bell",  "sant"};

class SpokenCutter {
 public:
  SpokenCutter(std::string_view text, Wildcards wildcards, Spoken& out)
      : text_(text.substr(0, kMostHeardBytes)),
        special_(wildcards == Wildcards::kSpecial),
        table_(CharacterTable::get()),
        out_(out) {}

  void run() {
    thread_local std::vector<TextEntity> entities;  // keeps its memory from post to post
    entities.clear();
    find_entities(special_ ? without_wildcards() : text_, entities);
    for (const TextEntity& each : entities) {
      if (each.span.begin < at_) continue;
      const std::string_view part = text_.substr(each.span.begin, each.span.end - each.span.begin);
      switch (each.kind) {
        case TextEntityKind::kMention:
          plain(each.span.begin);
          handle(each.span);
          break;
        case TextEntityKind::kHashtag:
        case TextEntityKind::kCashtag:
          plain(each.span.begin);
          tag(each.span, each.kind == TextEntityKind::kHashtag ? '#' : '$');
          break;
        case TextEntityKind::kLink:
          if (is_full(part)) {
            plain(each.span.begin);
            add(SpokenKind::kLink, each.span.begin, each.span.end);
            at_ = each.span.end;
          }
          break;
        case TextEntityKind::kEmoji:
          plain(each.span.begin);
          emoji(each.span);
          break;
        case TextEntityKind::kEmail:
          break;
      }
    }
    plain(text_.size());
  }

 private:
  static bool is_full(std::string_view link) {
    return link.find('/') != link.npos || link.starts_with("www.") || link.starts_with("WWW.") ||
           link.starts_with("Www.");
  }

  // A name or an address is the same with a letter where the wildcard stands.
  std::string_view without_wildcards() {
    bare_ = text_;
    for (std::size_t at = 1; at < bare_.size(); ++at) {
      if (!is_wild(static_cast<unsigned char>(bare_[at]))) continue;
      const char32_t before = decode_before(bare_, at).point;
      if (is_wordly(before) || before == U'#' || before == U'@') bare_[at] = 'a';
    }
    return bare_;
  }

  Decoded peek(std::size_t at) const { return at < end_ ? decode(text_, at) : Decoded{0, 0}; }
  bool is_dense(char32_t point) const {
    const unsigned its = table_.of(point);
    return (its & kUnspacedClass) != 0 && (its & kInWord) != 0;
  }
  bool is_wordly(char32_t point) const {
    return table_.is(point, kInWord) && !table_.is(point, kUnspacedClass);
  }
  bool is_wild(char32_t point) const { return special_ && (point == U'*' || point == U'?'); }

  Joint joint_before(std::size_t begin) const {
    if (out_.words.empty()) return Joint::kOpen;
    std::size_t from = out_.words.back().span.end;
    if (from == begin) return Joint::kTouching;
    if (from + 1 == begin && text_[from] == ' ') return Joint::kOpen;
    bool sign = false;
    while (from < begin) {
      const Decoded next = decode(text_, from);
      if (next.point == U'&' || next.point == U'＆') {
        if (sign) return Joint::kOpen;
        sign = true;
      } else if (!table_.is(next.point, kSpaceClass)) {
        return Joint::kOpen;
      }
      from += next.size;
    }
    return sign ? Joint::kAmpersand : Joint::kOpen;
  }

  SpokenWord& add(SpokenKind kind, std::size_t begin, std::size_t end) {
    const Joint joint = joint_before(begin);
    // Made where it stays: a copy would wait for the stores of its parts.
    SpokenWord& word = out_.words.emplace_back();
    word.span.begin = static_cast<std::uint32_t>(begin);
    word.span.end = static_cast<std::uint32_t>(end);
    word.kind = kind;
    word.joint = joint;
    word.begin = word.end = static_cast<std::uint32_t>(out_.letters.size());
    return word;
  }

  void letters_into(SpokenWord& word, std::size_t begin, std::size_t end) {
    append_letters(text_.substr(begin, end - begin),
                   special_ ? Wildcards::kSpecial : Wildcards::kPlain, out_.letters);
    word.end = static_cast<std::uint32_t>(out_.letters.size());
  }

  // Everything from at_ to `end` that is no entity.
  void plain(std::size_t end) {
    end_ = end;
    while (at_ < end_) {
      const char c = text_[at_];
      if (is_ascii_word(c)) {
        if (!plain_word()) word();
        continue;
      }
      if (c == ' ') {
        ++at_;
        continue;
      }
      const Decoded next = decode(text_, at_);
      if (is_dense(next.point)) {
        dense(next.size);
      } else if (is_wordly(next.point)) {
        word();
      } else {
        at_ += next.size;
      }
    }
  }

  void dense(std::size_t size) {
    const std::size_t begin = at_;
    at_ += size;
    for (Decoded next = peek(at_); next.size != 0; next = peek(at_)) {
      if (!table_.is(next.point, kMarkClass | kExtendClass)) break;
      at_ += next.size;
    }
    letters_into(add(SpokenKind::kDense, begin, at_), begin, at_);
  }

  // Does the word go on with what is no letter at `at`, where `last` was before it?
  bool goes_on(char32_t last, std::size_t at, const Decoded& next) const {
    const char32_t point = next.point;
    const Decoded after = peek(at + next.size);
    if (is_wild(point)) return true;
    const bool letter_follows = is_wordly(after.point) || is_wild(after.point);
    if (point == U'_') {
      std::size_t behind = at;
      while (behind < end_ && text_[behind] == '_') ++behind;
      const Decoded then = peek(behind);
      return is_wordly(then.point) || is_wild(then.point);
    }
    if (is_invisible(point)) return letter_follows;
    if (is_apostrophe(point)) return letter_follows && !is_digit(last);
    if (!is_digit(last) || !is_digit(after.point)) return false;
    if (point == U'.' || point == U':') return true;
    if (point != U',') return false;
    std::size_t digits = at + 1;
    while (is_digit(peek(digits).point)) ++digits;
    return digits - at == 4;
  }

  // Most of what is written: letters and digits of ASCII up to a space, or to a sign that no word
  // goes on with. False, and nothing done, if it is something else.
  bool plain_word() {
    const std::size_t begin = at_;
    std::size_t at = begin;
    while (at < end_ && is_ascii_word(text_[at])) ++at;
    if (at < end_ && !ends_word(text_[at], text_[at - 1])) return false;
    SpokenWord& its = add(SpokenKind::kWord, begin, at);
    const std::size_t first = out_.letters.size();
    out_.letters.resize(first + (at - begin));
    Letter* letter = out_.letters.data() + first;
    for (std::size_t i = begin; i < at; ++i, ++letter) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      const bool capital = byte >= 'A' && byte <= 'Z';
      letter->plain = letter->accent = capital ? byte | 0x20U : byte;
      letter->capital = capital;
    }
    its.end = static_cast<std::uint32_t>(out_.letters.size());
    at_ = at;
    return true;
  }

  bool ends_word(char sign, char last) const {
    switch (sign) {
      case ' ':
      case '\n':
      case '!':
      case ')':
      case '"':
      case '-':
      case '/':
      case ';':
        return true;
      case '.':
      case ',':
      case ':':
        return last > '9';  // between digits they are inside
      case '?':
        return !special_;
      default:
        return false;
    }
  }

  void word() {
    const std::size_t begin = at_;
    char32_t last = 0;
    std::size_t count = 0;
    bool has_apostrophe = false;
    for (;;) {
      if (at_ < end_ && is_ascii_word(text_[at_])) {
        last = static_cast<unsigned char>(text_[at_++]);
        ++count;
        continue;
      }
      if (at_ < end_ && text_[at_] == ' ') break;
      const Decoded next = peek(at_);
      if (next.size == 0) break;
      if (!is_wordly(next.point) && !goes_on(last, at_, next)) break;
      has_apostrophe = has_apostrophe || is_apostrophe(next.point);
      last = next.point;
      at_ += next.size;
      ++count;
    }
    const std::size_t signs = signs_behind(count);
    at_ += signs;
    SpokenWord& its = add(SpokenKind::kWord, begin, at_);
    letters_into(its, begin, at_);
    // One letter with a sign is a name of its own: "C++" is no "C".
    if (signs != 0 && count > 1) its.behind = static_cast<std::uint8_t>(signs);
    if (!has_apostrophe) return;
    if (signs == 0) possessive(its);
    elided(its);
  }

  // "+" and "++" directly behind a word, "#" behind a single letter.
  std::size_t signs_behind(std::size_t count) const {
    std::size_t signs = 0;
    while (signs < 3 && at_ + signs < end_ && text_[at_ + signs] == '+') ++signs;
    if (signs == 0 && count == 1 && at_ < end_ && text_[at_] == '#') signs = 1;
    if (signs == 0 || signs > 2) return 0;
    const Decoded after = peek(at_ + signs);
    if (table_.is(after.point, kInWord) || after.point == U'#') return 0;
    return signs;
  }

  void possessive(SpokenWord& its) {
    const std::size_t count = its.end - its.begin;
    if (count < 3) return;
    const Letter& sign = out_.letters[its.end - 2];
    const Letter& letter = out_.letters[its.end - 1];
    if (sign.plain == U'\'' && letter.plain == U's') its.behind = 2;
  }

  void elided(SpokenWord& its) {
    for (const std::string_view each : kElided) {
      if (its.end - its.begin < each.size() + 3) continue;
      bool same = out_.letters[its.begin + each.size()].plain == U'\'';
      for (std::size_t i = 0; same && i < each.size(); ++i) {
        same = out_.letters[its.begin + i].plain == static_cast<unsigned char>(each[i]);
      }
      if (same) its.before = static_cast<std::uint8_t>(each.size() + 1);
    }
  }

  void begin_name(char sign, Span span) {
    SpokenName name;
    name.sign = sign;
    name.span = span;
    name.first = static_cast<std::uint32_t>(out_.words.size());
    out_.names.push_back(name);
  }
  void end_name(std::size_t content) {
    SpokenName& name = out_.names.back();
    if (out_.words.size() == name.first) {  // a tag of signs alone
      out_.names.pop_back();
      return;
    }
    name.last = static_cast<std::uint32_t>(out_.words.size() - 1);
    name.begin = static_cast<std::uint32_t>(out_.letters.size());
    append_letters(text_.substr(content, name.span.end - content),
                   special_ ? Wildcards::kSpecial : Wildcards::kPlain, out_.letters);
    name.end = static_cast<std::uint32_t>(out_.letters.size());
    at_ = name.span.end;
    skip_possessive();
  }

  // The sign may be a wide one.
  std::size_t behind_sign(Span span) const { return span.begin + decode(text_, span.begin).size; }

  void handle(Span span) {
    begin_name('@', span);
    const std::size_t content = behind_sign(span);
    const std::string_view whole = text_.substr(content, span.end - content);
    SpokenWord& its = add(SpokenKind::kWord, span.begin, span.end);
    letters_into(its, content, content + std::min(whole.size(), whole.find_first_of(".@")));
    end_name(content);
  }

  void tag(Span span, char sign) {
    begin_name(sign, span);
    at_ = behind_sign(span);
    const std::size_t content = at_;
    plain(span.end);
    const std::size_t first = out_.names.back().first;
    if (first < out_.words.size()) {
      const Joint joint =
          span.begin > 0 && first > 0 && out_.words[first - 1].span.end == span.begin
              ? Joint::kTouching
              : out_.words[first].joint;
      out_.words[first].span.begin = span.begin;
      out_.words[first].joint = joint;
      if (out_.words.size() == first + 1) out_.words[first].span.end = span.end;
    }
    end_name(content);
  }

  // "@acme's": what is behind the name is no word.
  void skip_possessive() {
    end_ = text_.size();
    const Decoded sign = peek(at_);
    if (sign.size == 0 || !is_apostrophe(sign.point)) return;
    const Decoded letter = peek(at_ + sign.size);
    if (letter.point != U's' && letter.point != U'S') return;
    if (is_wordly(peek(at_ + sign.size + letter.size).point)) return;
    at_ += sign.size + letter.size;
  }

  void emoji(Span span) {
    SpokenWord& its = add(SpokenKind::kEmoji, span.begin, span.end);
    // Tones stand at the end, so that the rest is found without them.
    std::vector<char32_t> tones;
    for (std::size_t at = span.begin; at < span.end;) {
      const Decoded next = decode(text_, at);
      at += next.size;
      if (next.point == 0xFE0F || next.point == 0xFE0E) continue;
      if (is_skin_tone(next.point) && at > span.begin + next.size) {
        tones.push_back(next.point);
      } else {
        out_.letters.push_back({next.point, next.point, false});
      }
    }
    for (const char32_t each : tones) out_.letters.push_back({each, each, false});
    its.end = static_cast<std::uint32_t>(out_.letters.size());
    its.behind = static_cast<std::uint8_t>(std::min<std::size_t>(tones.size(), 8));
    at_ = span.end;
  }

  std::string_view text_;
  std::string bare_;
  bool special_;
  const CharacterTable& table_;
  Spoken& out_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

void cut_spoken(std::string_view text, Wildcards wildcards, Spoken& out) {
  out.words.clear();
  out.names.clear();
  out.letters.clear();
  out.letters.reserve(std::min(text.size(), kMostHeardBytes));
  out.words.reserve(std::min(text.size(), kMostHeardBytes) / 4);
  SpokenCutter(text, wildcards, out).run();
}

}  // namespace rapport
