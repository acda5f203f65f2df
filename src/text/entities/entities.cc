#include "text/entities/entities.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/characters/characters.h"
#include "text/entities/top_domains.h"

namespace rapport {
namespace {

constexpr char32_t kTextStyle = 0xFE0E;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kWideAt = 0xFF20;
constexpr char32_t kWideHash = 0xFF03;

constexpr std::size_t kMostName = 64;    // of a mention, an e-mail address' local part
constexpr std::size_t kMostHost = 253;   // as DNS has it
constexpr std::size_t kMostLabels = 16;  // nobody writes more
constexpr std::size_t kMostTicker = 6;
constexpr std::size_t kMostBrackets = 8;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Which bytes deserve a look; all others are passed over.
enum Look : std::uint8_t { kPass, kAt, kHash, kDollar, kDot, kColon, kHigh };

constexpr std::array<Look, 256> kLooks = [] {
  std::array<Look, 256> looks{};
  looks['@'] = kAt;
  looks['#'] = kHash;
  looks['$'] = kDollar;
  looks['.'] = kDot;
  looks[':'] = kColon;
  // What begins with them: arrows to dingbats with the joiners, the two wavy dashes and two circled
  // ideographs, wide signs, and all beyond the basic plane.
  looks[0xE2] = looks[0xE3] = looks[0xEF] = looks[0xF0] = kHigh;
  return looks;
}();

// Words of the languages we meet that are countries, too: "ok.so" is a missing space.
bool is_small_word(std::string_view country) {
  constexpr std::array<std::string_view, 22> kWords{"am", "as", "at", "be", "by", "do", "in", "is",
                                                    "it", "me", "my", "no", "so", "to", "la", "se",
                                                    "si", "es", "de", "et", "un", "va"};
  for (const std::string_view word : kWords) {
    if (lower(country[0]) == word[0] && lower(country[1]) == word[1]) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(std::string_view text, std::vector<TextEntity>& out)
      : text_(text), table_(CharacterTable::get()), out_(out) {}

  void run() {
    const std::size_t size = text_.size();
    while (at_ < size) {
      switch (kLooks[static_cast<unsigned char>(text_[at_])]) {
        case kPass:
          ++at_;
          break;
        case kAt:
          if (!email() && !mention(1)) ++at_;
          break;
        case kHash:
          if (!tag(1)) ++at_;
          break;
        case kDollar:
          if (!cashtag()) ++at_;
          break;
        case kDot:
          dot();
          break;
        case kColon:
          if (!link_with_scheme()) ++at_;
          break;
        case kHigh:
          high();
          break;
      }
    }
  }

 private:
  std::size_t size() const { return text_.size(); }

  void add(TextEntityKind kind, std::size_t begin, std::size_t end) {
    out_.push_back({kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    floor_ = at_ = end;
    last_kind_ = kind;
  }

  // Was an entity of that kind written without a space before `at`?
  bool touches(TextEntityKind kind, std::size_t at) const {
    return at == floor_ && at != 0 && last_kind_ == kind;
  }

  // A letter of a script that puts spaces between its words: such a letter before or behind is the
  // same word.
  bool is_joining_letter(char32_t point) const {
    const unsigned its = table_.of(point);
    return (its & (kLetterClass | kMarkClass | kNumberClass)) != 0 && (its & kUnspacedClass) == 0;
  }
  bool joins_before(std::size_t at) const {
    if (at == 0) return false;
    if (is_ascii(text_[at - 1])) return is_word(text_[at - 1]);
    return is_joining_letter(decode_before(text_, at).point);
  }

  // ---- hosts ----

  struct Host {
    std::size_t end = 0;  // 0: none
    std::size_t top = 0;  // where its last label begins
    std::size_t labels = 0;
    bool has_letters = false;  // in the label before the last
  };

  // The characters of a label: letters and digits of any script with spaces, '-' and '_' inside.
  std::size_t label_end(std::size_t at) const {
    while (at < size()) {
      const char c = text_[at];
      if (is_ascii(c)) {
        if (!is_word(c) && c != '-') break;
        ++at;
        continue;
      }
      const Decoded next = decode(text_, at);
      if (!is_joining_letter(next.point)) break;
      at += next.size;
    }
    return at;
  }

  bool is_good_label(std::size_t begin, std::size_t end) const {
    return end > begin && end - begin <= 63 && text_[begin] != '-' && text_[end - 1] != '-';
  }

  bool has_underscore(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).find('_') != std::string_view::npos;
  }

  bool has_letter(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end; ++at) {
      if (is_letter(text_[at]) || !is_ascii(text_[at])) return true;
    }
    return false;
  }

  // "name.example" from `at` on, under a top-level domain that exists. Where the words behind a dot
  // are no domain, they may be the next sentence, if they begin like one.
  Host host(std::size_t at) const {
    Host found;
    std::size_t begin = at;  // of the label
    std::size_t before = at;
    for (std::size_t labels = 1; labels <= kMostLabels && begin - at <= kMostHost; ++labels) {
      const std::size_t written = label_end(begin);
      std::size_t end = written;
      while (end > begin && text_[end - 1] == '-') --end;
      if (!is_good_label(begin, end)) break;
      if (labels > 1) {
        const bool sentence =
            is_upper(text_[begin]) && end - begin > 1 && !is_upper(text_[end - 1]);
        const bool shouted = is_upper(text_[begin]) && is_upper(text_[begin - 2]);
        const std::string_view top = text_.substr(begin, end - begin);
        // "Good.Now" is a missing space, "Example.Com" is not.
        const bool proper = !sentence || shouted || top == "Com" || top == "Net" || top == "Org";
        if (proper && !has_underscore(begin, end) && !has_underscore(before, begin) &&
            is_top_domain(top)) {
          found = {end, begin, labels, has_letter(before, begin)};
        } else if (found.end != 0 && !is_upper(text_[begin])) {
          found = {};  // longer than any domain: "my.name.txt"
        }
      }
      if (end != written || end + 1 >= size() || text_[end] != '.') break;
      before = begin;
      begin = end + 1;
    }
    return found;
  }

  // ---- e-mail addresses and mentions ----

  bool is_local(char c) const { return is_word(c) || is_one_of(c, ".%+-"); }

  // "local@host.example", where at_ is at the '@'.
  bool email() {
    std::size_t begin = at_;
    while (begin > floor_) {
      if (is_ascii(text_[begin - 1])) {
        if (!is_local(text_[begin - 1])) break;
        --begin;
      } else {
        const Decoded before = decode_before(text_, begin);
        if (!is_joining_letter(before.point) || begin - before.size < floor_) break;
        begin -= before.size;
      }
      if (at_ - begin > kMostName) return false;
    }
    while (begin < at_ && is_one_of(text_[begin], ".-+%")) ++begin;
    if (begin == at_ || text_[at_ - 1] == '.') return false;
    // What a sign makes something else is no local part: "@user@host" was taken as one before.
    if (begin > 0 && is_one_of(text_[begin - 1], "@/=&")) return false;
    const Host found = host(at_ + 1);
    if (found.end == 0 || (found.end < size() && text_[found.end] == '@')) return false;
    add(TextEntityKind::kEmail, begin, found.end);
    return true;
  }

  // "@user", "@user.example", "@user@host.example"; `sign` bytes of '@' at at_.
  bool mention(std::size_t sign) {
    const std::size_t begin = at_;
    if (begin > 0) {
      const char before = text_[begin - 1];
      if (is_ascii(before)) {
        if ((is_word(before) && !is_behind_retweet(begin)) || is_one_of(before, "!#$%&*@=")) {
          return false;
        }
      } else {
        const char32_t point = decode_before(text_, begin).point;
        if (point == kWideAt || is_joining_letter(point)) return false;
      }
    }
    const std::size_t name = begin + sign;
    std::size_t end = name;
    while (end < size() && is_word(text_[end])) ++end;
    const std::size_t word = end;
    if (end == name && !is_next_word(end)) return false;
    // The longest name: words with dots and dashes between them.
    while (end < size() && is_one_of(text_[end], ".-")) {
      std::size_t next = end;
      while (next < size() && is_one_of(text_[next], ".-")) ++next;
      if (next == size() || !is_word(text_[next])) break;
      while (next < size() && is_word(text_[next])) ++next;
      end = next;
    }
    if (end - name > kMostHost) return false;
    if (end < size() && text_[end] == '@' && end - name <= kMostName) {
      const Host its = host(end + 1);
      if (its.end != 0) {
        add(TextEntityKind::kMention, begin, its.end);
        return true;
      }
    }
    if (end > word) {
      // With dots it is a handle only if it is a domain.
      const Host its = host(name);
      if (its.end > word && its.end <= end) {
        add(TextEntityKind::kMention, begin, its.end);
        return true;
      }
    }
    end = word;
    if (end - name > kMostName || end == name) return false;
    if (end < size()) {
      if (text_.substr(end).starts_with("://")) return false;
      if (!is_ascii(text_[end]) && is_joining_letter(decode(text_, end).point)) return false;
    }
    add(TextEntityKind::kMention, begin, end);
    return true;
  }
  // "RT@user"
  bool is_behind_retweet(std::size_t at) const {
    return at >= 2 && lower(text_[at - 2]) == 'r' && lower(text_[at - 1]) == 't' &&
           !joins_before(at - 2);
  }
  bool is_next_word(std::size_t at) const { return at < size() && is_word(text_[at]); }

  // ---- tags ----

  // Signs that stand between the letters of a word, and those that may end one, too.
  static bool is_inner_sign(char32_t point) {
    return point == kNonJoiner || point == 0x00B7 || point == 0x30FB || point == 0xFF5E ||
           point == 0x301C || point == 0x05BE;
  }
  static bool is_word_sign(char32_t point) {
    return point == U'_' || point == 0x05F3 || point == 0x05F4 || point == 0x3003 ||
           point == 0x0F0B || point == 0x0F0C;
  }
  bool is_tag_part(char32_t point) const {
    return is_word_sign(point) || is_inner_sign(point) ||
           table_.is(point, kLetterClass | kMarkClass | kNumberClass);
  }

  // "#word", `sign` bytes of '#' at at_.
  bool tag(std::size_t sign) {
    const std::size_t begin = at_;
    if (begin > 0 && !touches(TextEntityKind::kHashtag, begin)) {
      const char before = text_[begin - 1];
      if (is_ascii(before)) {
        if (is_word(before) || is_one_of(before, "&=/")) return false;
      } else {
        const char32_t point = decode_before(text_, begin).point;
        if (table_.is(point, kLetterClass | kMarkClass | kNumberClass)) return false;
      }
    }
    std::size_t end = begin + sign;
    std::size_t kept = 0;
    bool has_name = false;
    while (end < size()) {
      const Decoded next = decode(text_, end);
      const bool joiner = next.point == kJoiner && end > begin + sign;  // within some scripts
      if (!joiner && !is_tag_part(next.point)) break;
      end += next.size;
      const unsigned its = table_.of(next.point);
      if ((its & (kLetterClass | kMarkClass)) != 0) has_name = true;
      if (is_word_sign(next.point) || (its & (kLetterClass | kMarkClass | kNumberClass)) != 0) {
        kept = end;
      }
    }
    if (!has_name) return false;
    // "#️⃣" is a keycap; "#a://b" is neither.
    if (kept < size() && text_.substr(kept).starts_with("://")) return false;
    add(TextEntityKind::kHashtag, begin, kept);
    return true;
  }

  // "$ABC", "$BRK.B", where at_ is at the '$'.
  bool cashtag() {
    const std::size_t begin = at_;
    if (begin > 0) {
      const char before = text_[begin - 1];
      if (is_ascii(before)) {
        if (!is_one_of(before, " \t\n\r\v\f([{\"',;/|")) return false;
      } else if (!table_.is(decode_before(text_, begin).point, kSpaceClass | kPunctuationClass)) {
        return false;
      }
    }
    std::size_t end = begin + 1;
    if (end == size() || !is_letter(text_[end])) return false;
    bool has_digits = false;
    while (end < size() && (is_letter(text_[end]) || is_digit(text_[end]))) {
      has_digits = has_digits || is_digit(text_[end]);
      ++end;
    }
    if (end - begin - 1 > (has_digits ? kMostTicker - 1 : kMostTicker)) return false;
    // A class of shares: "$BRK.B".
    if (end + 1 < size() && is_one_of(text_[end], "._") && is_letter(text_[end + 1])) {
      std::size_t share = end + 1;
      while (share < size() && share - end <= 2 && is_letter(text_[share])) ++share;
      if (share == size() || !continues_ticker(share)) end = share;
    }
    if (end < size() && continues_ticker(end)) return false;
    add(TextEntityKind::kCashtag, begin, end);
    return true;
  }
  bool continues_ticker(std::size_t at) const {
    if (is_ascii(text_[at])) return is_word(text_[at]) || is_one_of(text_[at], "$@#%&");
    return is_joining_letter(decode(text_, at).point);
  }

  // ---- links ----

  // How long "https" or "http" before the ':' at at_ is, 0 if it isn't.
  std::size_t scheme_before() const {
    constexpr std::string_view kLong = "https";
    for (const std::size_t length : {std::size_t{5}, std::size_t{4}}) {
      if (at_ < floor_ + length) continue;
      bool same = true;
      for (std::size_t i = 0; i < length && same; ++i) {
        same = lower(text_[at_ - length + i]) == kLong[i];
      }
      if (same) return length;
    }
    return 0;
  }

  bool link_with_scheme() {
    if (!text_.substr(at_).starts_with("://")) return false;
    const std::size_t length = scheme_before();
    if (length == 0) {
      at_ += 3;
      return true;
    }
    const std::size_t begin = at_ - length;
    if (begin > 0 && is_ascii(text_[begin - 1]) &&
        (is_word(text_[begin - 1]) || is_one_of(text_[begin - 1], "@$#"))) {
      return false;
    }
    std::size_t end = at_ + 3;
    const std::size_t host_begin = end;
    if (end < size() && text_[end] == '[') {  // IPv6
      std::size_t close = end + 1;
      while (close < size() &&
             (is_digit(text_[close]) || is_letter(text_[close]) || is_one_of(text_[close], ":."))) {
        ++close;
      }
      if (close < size() && text_[close] == ']') end = close + 1;
    } else {
      end = written_host(end);
    }
    if (end == host_begin) return false;
    finish_link(begin, end);
    return true;
  }

  // What a scheme says is a host needs no known ending: labels with dots between them. One of a
  // script without spaces must stand alone.
  std::size_t written_host(std::size_t at) const {
    std::size_t end = at;
    while (end < size()) {
      const std::size_t label = label_end(end);
      if (label == end) {
        // A host of a script without spaces is one if nothing came before it.
        if (end == at) return unspaced_host(at);
        break;
      }
      if (label + 1 < size() && text_[label] == '.' &&
          (is_word(text_[label + 1]) || !is_ascii(text_[label + 1]))) {
        const std::size_t next = label_end(label + 1);
        end = label;
        if (next == label + 1) {
          const std::size_t rest = unspaced_host(label + 1);
          return rest > label + 1 ? rest : label;
        }
        end = label + 1;
        continue;
      }
      end = label;
      break;
    }
    while (end > at && is_one_of(text_[end - 1], ".-")) --end;
    return end;
  }
  std::size_t unspaced_host(std::size_t at) const {
    std::size_t end = at;
    std::size_t kept = at;
    while (end < size()) {
      if (text_[end] == '.' || text_[end] == '-') {
        ++end;
        continue;
      }
      const Decoded next = decode(text_, end);
      const unsigned its = table_.of(next.point);
      if ((its & (kLetterClass | kMarkClass | kNumberClass)) == 0) break;
      end += next.size;
      kept = end;
    }
    // Without a dot in it, it is the sentence around.
    const std::string_view found = text_.substr(at, kept - at);
    return found.find('.') == std::string_view::npos && at > 0 && text_[at - 1] != '.' ? at : kept;
  }

  // Port, path, query and fragment behind a host, less what ends the sentence around it.
  void finish_link(std::size_t begin, std::size_t host_end) {
    std::size_t end = host_end;
    if (end + 1 < size() && text_[end] == ':' && is_digit(text_[end + 1])) {
      std::size_t port = end + 1;
      while (port < size() && is_digit(text_[port])) ++port;
      if (port - end <= 6) end = port;
    }
    if (end == size() || !is_one_of(text_[end], "/?#")) {
      add(TextEntityKind::kLink, begin, end);
      return;
    }
    std::size_t kept = end;
    std::array<char, kMostBrackets> open{};
    std::size_t depth = 0;
    while (end < size()) {
      const char c = text_[end];
      if (!is_ascii(c)) {
        const Decoded next = decode(text_, end);
        const unsigned its = table_.of(next.point);
        // Wide brackets, emoji and broken bytes end it, and what is written without spaces: there
        // the sentence goes on.
        if ((its & (kLetterClass | kMarkClass | kNumberClass)) == 0 ||
            (its & kUnspacedClass) != 0) {
          break;
        }
        end += next.size;
        kept = end;
        continue;
      }
      if (c <= ' ' || c == 0x7F || is_one_of(c, "<>\"`^\\")) break;
      if (is_one_of(c, "([{")) {
        if (depth == kMostBrackets) break;
        open[depth++] = c == '(' ? ')' : c == '[' ? ']' : '}';
        ++end;
        continue;
      }
      if (is_one_of(c, ")]}")) {
        if (depth == 0 || open[depth - 1] != c) break;
        --depth;
        kept = ++end;
        continue;
      }
      ++end;
      if (!is_one_of(c, ".,:;!?'*~|")) kept = end;
    }
    // A bracket that nothing closes isn't part of it: "(see example.com/a (b" ends before it.
    if (depth > 0) kept = before_open_bracket(host_end, kept);
    // "example.com/a's words"
    if (kept > host_end + 2 && text_.substr(kept - 2, 2) == "'s") kept -= 2;
    add(TextEntityKind::kLink, begin, kept);
  }
  std::size_t before_open_bracket(std::size_t begin, std::size_t end) const {
    std::size_t depth = 0;
    for (std::size_t at = end; at > begin; --at) {
      if (is_one_of(text_[at - 1], ")]}")) ++depth;
      if (!is_one_of(text_[at - 1], "([{")) continue;
      if (depth > 0) {
        --depth;
        continue;
      }
      std::size_t kept = at - 1;
      while (kept > begin && is_one_of(text_[kept - 1], ".,:;!?'*~([{")) --kept;
      end = kept;
    }
    return end;
  }

  // A dot between two words: a domain, the local part of an e-mail address, or a missing space.
  void dot() {
    const std::size_t point = at_;
    if (point == floor_ || point + 1 >= size() || text_[point + 1] == '.') {
      ++at_;
      return;
    }
    std::size_t begin = point;
    while (begin > floor_) {
      const char c = text_[begin - 1];
      if (is_ascii(c)) {
        if (!is_word(c) && c != '-') break;
        --begin;
      } else {
        const Decoded before = decode_before(text_, begin);
        if (!is_joining_letter(before.point) || begin - before.size < floor_) break;
        begin -= before.size;
      }
      if (point - begin > 63) break;
    }
    // The whole run of labels, so that each byte is looked at once.
    std::size_t run = point;
    while (run < size() && text_[run] == '.') {
      const std::size_t end = label_end(run + 1);
      if (end == run + 1) break;
      run = end;
    }
    if (run == point) {
      at_ = point + 1;
      return;
    }
    at_ = run;
    if (run < size() && text_[run] == '@') return;  // the '@' decides
    if (run < size() && text_.substr(run).starts_with("://")) return;
    if (begin == point) return;
    if (begin > 0) {
      const char before = text_[begin - 1];
      if (is_ascii(before) && (is_word(before) || is_one_of(before, "@$#-./=&\\%+"))) return;
      if (begin == floor_ &&
          (touches(TextEntityKind::kHashtag, begin) || touches(TextEntityKind::kMention, begin) ||
           touches(TextEntityKind::kCashtag, begin) || touches(TextEntityKind::kLink, begin) ||
           touches(TextEntityKind::kEmail, begin))) {
        return;
      }
    }
    if (text_[begin] == '-' || text_[begin] == '_') return;
    const Host found = host(begin);
    if (found.end == 0 || !found.has_letters || found.end > run) return;
    if (found.end < size() && text_[found.end] == '@') return;
    const bool bare = found.end == size() || !is_one_of(text_[found.end], "/:");
    const std::string_view top = text_.substr(found.top, found.end - found.top);
    if (bare && found.labels == 2 && is_country_domain(top) && is_small_word(top) &&
        found.top - begin <= 5) {
      return;
    }
    finish_link(begin, found.end);
  }

  // ---- emoji ----

  // Where nothing says how it is drawn: the pictures among them, not arrows, signs and letters.
  static bool is_picture(char32_t point) {
    return (point >= 0x2600 && point <= 0x27BF) || point >= 0x1F000;
  }

  void high() {
    const Decoded first = decode(text_, at_);
    const unsigned its = table_.of(first.point);
    if ((its & (kEmojiClass | kTextEmojiClass | kRegionClass)) == 0) {
      if (first.point == kWideAt) {
        if (mention(first.size)) return;
      } else if (first.point == kWideHash) {
        if (tag(first.size)) return;
      } else if (first.point == kKeycap) {
        if (keycap(first.size)) return;
      } else if (first.point == kEmojiStyle) {
        if (styled(first.size)) return;
      }
      at_ += first.size;
      return;
    }
    std::size_t end = at_ + first.size;
    const Decoded next = end < size() ? decode(text_, end) : Decoded{};
    if ((its & kRegionClass) != 0) {
      if (!table_.is(next.point, kRegionClass)) {
        at_ = end;
        return;
      }
      end += next.size;
    } else if (next.point == kTextStyle) {
      at_ = end + next.size;
      return;
    } else if ((its & kTextEmojiClass) != 0 && next.point != kEmojiStyle &&
               !is_picture(first.point)) {
      at_ = end;
      return;
    }
    add(TextEntityKind::kEmoji, at_, sequence_end(end));
  }

  // Behind the first character of an emoji: what is drawn with it, and what is joined to it.
  std::size_t sequence_end(std::size_t end) const {
    bool joined = false;
    while (end < size()) {
      if (is_ascii(text_[end])) break;
      const Decoded next = decode(text_, end);
      const unsigned its = table_.of(next.point);
      if (next.point == kJoiner) {
        joined = true;
      } else if ((its & kExtendClass) != 0) {
        joined = false;
      } else if (joined && (its & kPictographicClass) != 0) {
        joined = false;
      } else {
        break;
      }
      end += next.size;
    }
    return end;
  }

  // "1⃣", the enclosing mark at at_; with the style before it, it was found there.
  bool keycap(std::size_t length) {
    if (at_ == floor_ || !is_keycap_base(text_[at_ - 1])) return false;
    add(TextEntityKind::kEmoji, at_ - 1, sequence_end(at_ + length));
    return true;
  }
  static bool is_keycap_base(char c) { return is_digit(c) || c == '#' || c == '*'; }

  // The mark "draw it as an emoji" at at_, behind a character that we did not stop at: a keycap, or
  // one of "©" and "®".
  bool styled(std::size_t length) {
    if (at_ == floor_) return false;
    const std::size_t end = at_ + length;
    const char before = text_[at_ - 1];
    if (is_ascii(before)) {
      if (!is_keycap_base(before) || end >= size() || decode(text_, end).point != kKeycap) {
        return false;
      }
      add(TextEntityKind::kEmoji, at_ - 1, sequence_end(end));
      return true;
    }
    const Decoded sign = decode_before(text_, at_);
    if (sign.point >= 0x100 || !table_.is(sign.point, kTextEmojiClass) ||
        at_ - sign.size < floor_) {
      return false;
    }
    add(TextEntityKind::kEmoji, at_ - sign.size, sequence_end(end));
    return true;
  }

  std::string_view text_;
  const CharacterTable& table_;
  std::vector<TextEntity>& out_;
  std::size_t at_ = 0;
  std::size_t floor_ = 0;  // behind the last entity
  TextEntityKind last_kind_ = TextEntityKind::kEmoji;
};

}  // namespace

void find_entities(std::string_view text, std::vector<TextEntity>& out) { Finder(text, out).run(); }

}  // namespace rapport
