#include "text/tokens/tokens.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "text/tokens/token_table.h"

namespace rapport {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_digit(c) || is_alpha(c); }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The cutter walks the text once. Each take_… function tries to read one token at `at_` and, if
// there is one, appends it and moves on.
class Cutter {
 public:
  Cutter(std::string_view text, Tokens& out)
      : text_(text),
        out_(out),
        table_(token_table()),
        may_have_email_(text.find('@') != text.npos) {}

  void cut() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\r') {
        ++at_;
        continue;
      }
      if (c == '\n') {
        sentence_ends_ = true;
        ++at_;
        continue;
      }
      if (static_cast<unsigned char>(c) < 0x80) {
        take_ascii(c);
      } else {
        take_wide();
      }
    }
  }

 private:
  char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  void begin_token() {
    if (sentence_ends_) {
      if (!out_.list.empty()) {
        out_.sentences.push_back(static_cast<std::uint32_t>(out_.list.size()));
      }
      sentence_ends_ = false;
    }
    normal_begin_ = out_.normal.size();
  }

  void end_token(TokenKind kind, std::size_t begin, bool shouted = false, bool stretched = false) {
    TextToken token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    token.normal_begin = static_cast<std::uint32_t>(normal_begin_);
    token.normal_end = static_cast<std::uint32_t>(out_.normal.size());
    token.kind = kind;
    token.shouted = shouted;
    token.stretched = stretched;
    out_.list.push_back(token);
  }

  void token(TokenKind kind, std::size_t length, std::string_view normal) {
    begin_token();
    out_.normal += normal;
    const std::size_t begin = at_;
    at_ += length;
    end_token(kind, begin);
  }

  void take_ascii(char c) {
    const bool at_edge = at_ == 0 || !is_alnum(text_[at_ - 1]);
    if (is_alpha(c)) {
      if (at_edge && take_link()) return;
      if (at_edge && may_have_email_ && take_email()) return;
      if ((c == 'x' || c == 'X' || c == 'D' || c == 'T' || c == 'o' || c == 'O') && at_edge &&
          take_emoticon()) {
        return;
      }
      take_word();
      return;
    }
    if (is_digit(c)) {
      if (at_edge && may_have_email_ && take_email()) return;
      take_word();
      return;
    }
    switch (c) {
      case '@':
        if (take_mention()) return;
        break;
      case '#':
        if (take_tag(TokenKind::kHashtag)) return;
        break;
      case '$':
        if (is_alpha(peek(1)) && at_edge && take_tag(TokenKind::kCashtag)) return;
        break;
      case '&':
        if (take_escape()) return;
        break;
      default:
        break;
    }
    if (take_emoticon()) return;
    take_punctuation();
  }

  // "http://…", "https://…", "www.…", and the placeholder "http" that data sets put in its place.
  bool take_link() {
    const char c = small(text_[at_]);
    if (c != 'h' && c != 'w') return false;
    std::size_t length = 0;
    if (starts("http") || starts("Http") || starts("HTTP")) {
      length = 4;
      if (peek(4) == 's' || peek(4) == 'S') length = 5;
      if (text_.substr(at_ + length, 3) == "://") {
        length += 3;
      } else if (length != 4 || is_alnum(peek(4)) || peek(4) == '\'') {
        return false;
      } else {
        token(TokenKind::kLink, 4, "http");
        return true;
      }
    } else if (starts("www.") || starts("WWW.")) {
      length = 4;
    } else {
      return false;
    }
    while (at_ + length < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_ + length]);
      if (byte <= ' ' || byte == '<' || byte == '>' || byte == '"') break;
      std::size_t next = at_ + length;
      if (next_code_point(text_, next) == kBrokenCodePoint) break;
      length = next - at_;
    }
    while (length > 4) {
      const char last = text_[at_ + length - 1];
      if (last != '.' && last != ',' && last != '!' && last != '?' && last != ':' && last != ';' &&
          last != ')' && last != '\'' && last != ']') {
        break;
      }
      --length;
    }
    // Never inside a character: a cut can only be before an ASCII byte.
    token(TokenKind::kLink, length, "http");
    return true;
  }

  bool take_email() {
    std::size_t i = 0;
    while (i < 64 && (is_alnum(peek(i)) || peek(i) == '.' || peek(i) == '_' || peek(i) == '+' ||
                      peek(i) == '-')) {
      ++i;
    }
    if (i == 0 || peek(i) != '@') return false;
    std::size_t j = i + 1;
    std::size_t dot = 0;
    while (is_alnum(peek(j)) || (peek(j) == '-' && is_alnum(peek(j + 1))) ||
           (peek(j) == '.' && is_alpha(peek(j + 1)))) {
      if (peek(j) == '.') dot = j;
      ++j;
    }
    if (dot == 0 || dot == i + 1) return false;
    token(TokenKind::kEmail, j, "e@mail");
    return true;
  }

  // "@name", "@name.host.tld", "@name@host.tld".
  bool take_mention() {
    std::size_t i = 1;
    while (is_alnum(peek(i)) || peek(i) == '_' ||
           ((peek(i) == '.' || peek(i) == '-') && is_alnum(peek(i + 1)))) {
      ++i;
    }
    if (i == 1) return false;
    if (peek(i) == '@' && is_alnum(peek(i + 1))) {
      std::size_t j = i + 1;
      while (is_alnum(peek(j)) || ((peek(j) == '.' || peek(j) == '-') && is_alnum(peek(j + 1)))) {
        ++j;
      }
      i = j;
    }
    token(TokenKind::kMention, i, "@");
    return true;
  }

  // '#' or '$' and the word behind it.
  bool take_tag(TokenKind kind) {
    const std::size_t begin = at_;
    std::size_t after = at_ + 1;
    bool letters = false;
    begin_token();
    out_.normal += text_[at_];
    while (after < text_.size()) {
      std::size_t next = after;
      const char32_t c = next_code_point(text_, next);
      const TokenClass what = c == kBrokenCodePoint ? TokenClass::kSpace : table_.class_of(c);
      const bool letter = what == TokenClass::kLetter || what == TokenClass::kDense;
      if (!letter && what != TokenClass::kDigit && what != TokenClass::kMark && c != U'_') {
        break;
      }
      letters = letters || letter;
      append(table_.lower(c));
      after = next;
    }
    if (!letters) {
      out_.normal.resize(normal_begin_);
      return false;
    }
    at_ = after;
    end_token(kind, begin);
    return true;
  }

  // What data sets leave of HTML: "&amp;" reads as '&', "&lt;3" as "<3".
  bool take_escape() {
    if (starts("&amp;")) {
      token(TokenKind::kPunctuation, 5, "&");
      return true;
    }
    if (starts("&lt;3")) {
      token(TokenKind::kEmoticon, 5, "<3");
      return true;
    }
    if (starts("&lt;") || starts("&gt;")) {
      token(TokenKind::kPunctuation, 4, text_[at_ + 1] == 'l' ? "<" : ">");
      return true;
    }
    return false;
  }

  // Eyes, perhaps a nose, a mouth; and the few that are drawn otherwise.
  bool take_emoticon() {
    const char c = text_[at_];
    if (c == '<' && peek(1) == '3') {
      token(TokenKind::kEmoticon, 2, "<3");
      return true;
    }
    if (c == '<' && peek(1) == '/' && peek(2) == '3') {
      token(TokenKind::kEmoticon, 3, "</3");
      return true;
    }
    if (c == '^' && (peek(1) == '^' || (peek(1) == '_' && peek(2) == '^'))) {
      token(TokenKind::kEmoticon, peek(1) == '^' ? 2 : 3, "^^");
      return true;
    }
    if (c == '-' && (peek(1) == '_' || peek(1) == '.') && peek(2) == '-') {
      token(TokenKind::kEmoticon, 3, "-_-");
      return true;
    }
    if ((c == 'T' && (peek(1) == '_' || peek(1) == '.') && peek(2) == 'T' && !is_alnum(peek(3)))) {
      token(TokenKind::kEmoticon, 3, ":'(");
      return true;
    }
    if ((c == 'o' || c == 'O') && (peek(1) == '_' || peek(1) == '.') &&
        (peek(2) == 'o' || peek(2) == 'O') && !is_alnum(peek(3))) {
      token(TokenKind::kEmoticon, 3, ":o");
      return true;
    }
    const bool plain_eyes = c == ':' || c == ';' || c == '=';
    const bool letter_eyes = c == 'x' || c == 'X';
    if (plain_eyes || letter_eyes) {
      std::size_t i = 1;
      bool tear = false;
      if (!letter_eyes) {
        if (peek(i) == '\'') {
          tear = true;
          ++i;
        }
        if (peek(i) == '-' || peek(i) == 'o' || peek(i) == '^') ++i;
      }
      char mouth = peek(i);
      if (i > 1 && text_[at_ + i - 1] == 'o' && is_alnum(mouth)) return false;
      const bool letter_mouth = is_alnum(mouth);
      const bool known = letter_eyes ? mouth == 'D' || mouth == 'd' || mouth == 'P'
                                     : std::string_view(")(DPpd/\\|*3Oo[]}{sS$cCb").find(mouth) !=
                                           std::string_view::npos;
      if (mouth == '\0' || !known) return false;
      if (letter_mouth && is_alnum(peek(i + 1))) return false;
      if (mouth == '/' && peek(i + 1) == '/') return false;
      if ((c == '=' || c == ':') &&
          (mouth == '3' || mouth == 's' || mouth == 'S' || mouth == '$') && i == 1 && c == '=') {
        return false;
      }
      std::string_view normal = ":)";
      switch (mouth) {
        case ')':
        case ']':
        case '}':
        case '3':
        case 'b':
          normal = c == ';' ? ";)" : ":)";
          break;
        case '(':
        case '[':
        case '{':
        case 'c':
        case 'C':
          normal = tear ? ":'(" : ":(";
          break;
        case 'D':
        case 'd':
          normal = ":D";
          break;
        case 'P':
        case 'p':
          normal = ":P";
          break;
        case '*':
          normal = ":*";
          break;
        case 'O':
        case 'o':
          normal = ":o";
          break;
        default:
          normal = ":/";
      }
      std::size_t length = i + 1;
      while (peek(length) == mouth && !letter_mouth) ++length;  // ":)))"
      token(TokenKind::kEmoticon, length, normal);
      return true;
    }
    return false;
  }

  // Runs of the same mark are one token; "?!" in any mixture is one too.
  void take_punctuation() {
    const char c = text_[at_];
    if (c < ' ' || c == 0x7f) {
      ++at_;
      return;
    }
    std::size_t length = 1;
    std::array<char, 2> normal{c, '\0'};
    std::size_t normal_size = 1;
    if (c == '!' || c == '?') {
      bool asks = c == '?';
      bool calls = c == '!';
      while (peek(length) == '!' || peek(length) == '?') {
        (peek(length) == '?' ? asks : calls) = true;
        ++length;
      }
      if (length > 1) {
        normal = {asks ? '?' : '!', calls ? '!' : '?'};
        normal_size = 2;
      }
    } else {
      while (peek(length) == c) ++length;
      if (length > 1) {
        normal[1] = c;
        normal_size = 2;
      }
    }
    const bool ends = c == '!' || c == '?' || (c == '.' && !is_alnum(peek(length)));
    token(TokenKind::kPunctuation, length, {normal.data(), normal_size});
    if (ends) sentence_ends_ = true;
  }

  void append(char32_t c) {
    if (c < 0x80) {
      out_.normal += static_cast<char>(c);
    } else if (c < 0x800) {
      out_.normal += static_cast<char>(0xc0U | (c >> 6U));
      out_.normal += static_cast<char>(0x80U | (c & 0x3fU));
    } else if (c < 0x10000) {
      out_.normal += static_cast<char>(0xe0U | (c >> 12U));
      out_.normal += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
      out_.normal += static_cast<char>(0x80U | (c & 0x3fU));
    } else {
      out_.normal += static_cast<char>(0xf0U | (c >> 18U));
      out_.normal += static_cast<char>(0x80U | ((c >> 12U) & 0x3fU));
      out_.normal += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
      out_.normal += static_cast<char>(0x80U | (c & 0x3fU));
    }
  }

  // Letters, marks and digits, with an apostrophe between letters.
  void take_word() {
    begin_token();
    const std::size_t begin = at_;
    char32_t before = 0;
    int run = 0;
    int capitals = 0;
    int smalls = 0;
    bool letters = false;
    bool stretched = false;
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      std::size_t next = at_ + 1;
      char32_t c = static_cast<unsigned char>(byte);
      char32_t normal = c;
      if (c < 0x80) {
        if (is_alpha(byte)) {
          normal = static_cast<char32_t>(small(byte));
          ++(normal == c ? smalls : capitals);
          letters = true;
        } else if (is_digit(byte)) {
          normal = U'0';
        } else if (byte == '\'' && letters && is_letter_at(next)) {
          normal = U'\'';
        } else if ((byte == '.' || byte == ',' || byte == ':') && !letters && is_digit_at(next)) {
          normal = U'.';
        } else {
          break;
        }
      } else {
        next = at_;
        c = next_code_point(text_, next);
        if (c == kBrokenCodePoint) break;
        if (c == 0x2019 && letters && is_letter_at(next)) {
          normal = U'\'';
        } else {
          const TokenClass what = table_.class_of(c);
          if (what == TokenClass::kLetter) {
            normal = table_.lower(c);
            ++(normal == c ? smalls : capitals);
            letters = true;
          } else if (what == TokenClass::kDigit) {
            normal = U'0';
          } else if (what == TokenClass::kMark) {
            normal = c;
          } else {
            break;
          }
        }
      }
      run = normal == before ? run + 1 : 1;
      before = normal;
      if (run >= 3 && normal != U'0') stretched = true;
      if (run <= 2 || (normal == U'0' && run <= 4)) append(normal);
      at_ = next;
    }
    if (at_ == begin) {  // a mark alone
      at_ = begin + 1;
      while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xc0U) == 0x80U) ++at_;
      return;
    }
    end_token(letters ? TokenKind::kWord : TokenKind::kNumber, begin, capitals >= 2 && smalls == 0,
              stretched);
  }

  bool is_letter_at(std::size_t at) const {
    if (at >= text_.size()) return false;
    if (static_cast<unsigned char>(text_[at]) < 0x80) return is_alpha(text_[at]);
    const char32_t c = next_code_point(text_, at);
    return c != kBrokenCodePoint && table_.class_of(c) == TokenClass::kLetter;
  }
  bool is_digit_at(std::size_t at) const { return at < text_.size() && is_digit(text_[at]); }

  void take_wide() {
    std::size_t next = at_;
    const char32_t c = next_code_point(text_, next);
    const TokenClass what = c == kBrokenCodePoint ? TokenClass::kSpace : table_.class_of(c);
    switch (what) {
      case TokenClass::kLetter:
      case TokenClass::kDigit:
      case TokenClass::kMark:
        take_word();
        return;
      case TokenClass::kDense:
        take_dense();
        return;
      case TokenClass::kEmoji:
        take_emoji(c, next);
        return;
      case TokenClass::kOther:
        begin_token();
        append(c == 0x2018 || c == 0x2019 ? U'\'' : c == 0x201c || c == 0x201d ? U'"' : c);
        {
          const std::size_t begin = at_;
          at_ = next;
          end_token(TokenKind::kPunctuation, begin);
        }
        // The full stops of other scripts, and the ellipsis.
        if (c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x0964 || c == 0x061f ||
            c == 0x06d4 || c == 0x2026) {
          sentence_ends_ = true;
        }
        return;
      case TokenClass::kSpace:
      case TokenClass::kJoiner:
        at_ = next;
        return;
    }
  }

  // Pairs of neighbours; one alone is itself. Marks belong to what they stand on.
  void take_dense() {
    std::size_t first = at_;
    std::size_t first_end = end_of_dense(first);
    if (first_end >= text_.size() || !is_dense(first_end)) {
      begin_token();
      out_.normal += text_.substr(first, first_end - first);
      at_ = first_end;
      end_token(TokenKind::kDense, first);
      return;
    }
    while (first_end < text_.size() && is_dense(first_end)) {
      const std::size_t second_end = end_of_dense(first_end);
      begin_token();
      out_.normal += text_.substr(first, second_end - first);
      at_ = second_end;
      end_token(TokenKind::kDense, first);
      first = first_end;
      first_end = second_end;
    }
  }

  bool is_dense(std::size_t at) const {
    const char32_t c = next_code_point(text_, at);
    return c != kBrokenCodePoint && table_.class_of(c) == TokenClass::kDense;
  }

  std::size_t end_of_dense(std::size_t at) const {
    next_code_point(text_, at);
    while (at < text_.size()) {
      std::size_t next = at;
      const char32_t c = next_code_point(text_, next);
      if (c == kBrokenCodePoint || table_.class_of(c) != TokenClass::kMark) break;
      at = next;
    }
    return at;
  }

  // An emoji with what joins it; its normal form is without skin tones and variation selectors.
  void take_emoji(char32_t c, std::size_t next) {
    begin_token();
    const std::size_t begin = at_;
    append(c);
    at_ = next;
    const bool flag = c >= 0x1f1e6 && c <= 0x1f1ff;
    bool joined = false;
    bool half = flag;
    while (at_ < text_.size()) {
      next = at_;
      const char32_t more = next_code_point(text_, next);
      if (more == kBrokenCodePoint) break;
      const TokenClass what = table_.class_of(more);
      if (what == TokenClass::kJoiner) {
        joined = more == 0x200d;
      } else if (what == TokenClass::kEmoji && joined) {
        append(more);
        joined = false;
      } else if (half && more >= 0x1f1e6 && more <= 0x1f1ff) {
        append(more);
        half = false;
      } else {
        break;
      }
      at_ = next;
    }
    end_token(TokenKind::kEmoji, begin);
  }

  const std::string_view text_;
  Tokens& out_;
  const TokenTable& table_;
  const bool may_have_email_;
  std::size_t at_ = 0;
  std::size_t normal_begin_ = 0;
  bool sentence_ends_ = false;
};

}  // namespace

void cut_tokens(std::string_view text, Tokens& out) {
  out.list.clear();
  out.normal.clear();
  out.sentences.clear();
  Cutter(text.substr(0, std::min(text.size(), kMostReadBytes)), out).cut();
}

}  // namespace rapport
