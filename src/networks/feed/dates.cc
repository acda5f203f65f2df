#include "networks/feed/dates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "networks/feed/parts.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kMostDate = 100;  // bytes

// What a date is made of: runs of digits, runs of letters, and single signs.
struct Piece {
  enum class Kind { kNumber, kWord, kSign } kind;
  std::string text;        // a word in lower case
  std::int64_t value = 0;  // of a number
  bool after_space = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool space = false;
  int depth = 0;
  std::size_t at = 0;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  while (at < text.size()) {
    const char c = text[at];
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (depth > 0 || c == ')' || static_cast<unsigned char>(c) <= ' ') {
      space = true;
      ++at;
      continue;
    }
    Piece piece{Piece::Kind::kSign, {}, 0, std::exchange(space, false)};
    std::size_t end = at;
    if (digit(c)) {
      piece.kind = Piece::Kind::kNumber;
      while (end < text.size() && digit(text[end])) ++end;
    } else if (letter(c)) {
      piece.kind = Piece::Kind::kWord;
      while (end < text.size() && letter(text[end])) ++end;
    } else {
      ++end;
    }
    piece.text = lower(text.substr(at, end - at));
    if (piece.kind == Piece::Kind::kNumber && piece.text.size() <= 16) {
      piece.value = std::stoll(piece.text);
    }
    pieces.push_back(std::move(piece));
    at = end;
  }
  return pieces;
}

// By their beginnings, in the languages feeds are most often dated in against all rules.
std::optional<unsigned> month_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, unsigned>, 48> kMonths{{
      {"jan", 1},  {"feb", 2}, {"mar", 3},  {"apr", 4},  {"may", 5},  {"jun", 6},
      {"jul", 7},  {"aug", 8}, {"sep", 9},  {"oct", 10}, {"nov", 11}, {"dec", 12},
      {"mär", 3},  {"mrz", 3}, {"mai", 5},  {"okt", 10}, {"dez", 12},               // German
      {"janv", 1}, {"fév", 2}, {"fev", 2},  {"avr", 4},  {"juin", 6}, {"juil", 7},  // French
      {"aoû", 8},  {"aou", 8}, {"déc", 12},                                         //
      {"ene", 1},  {"abr", 4}, {"ago", 8},  {"dic", 12},                            // Spanish
      {"gen", 1},  {"mag", 5}, {"giu", 6},  {"lug", 7},  {"set", 9},  {"ott", 10},  // Italian
      {"out", 10},                                                                  // Portuguese
      {"mrt", 3},  {"maa", 3}, {"mei", 5},  {"maj", 5},                             // Dutch, Danish
      {"sty", 1},  {"lut", 2}, {"kwi", 4},  {"cze", 6},  {"lip", 7},  {"sie", 8},   // Polish
      {"wrz", 9},
  }};
  std::optional<unsigned> found;
  std::size_t length = 0;
  for (const auto& [start, month] : kMonths) {
    if (word.starts_with(start) && start.size() > length) {
      found = month;
      length = start.size();
    }
  }
  return found;
}

// Minutes east of Greenwich.
std::optional<int> zone_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, int>, 30> kZones{{
      {"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},    {"wet", 0},    {"west", 60},
      {"bst", 60},   {"ist", 330},  {"cet", 60},   {"met", 60},   {"mez", 60},   {"cest", 120},
      {"mest", 120}, {"mesz", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},  {"jst", 540},
      {"kst", 540},  {"aest", 600}, {"aedt", 660}, {"nzst", 720}, {"nzdt", 780}, {"est", -300},
      {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
  }};
  if (word == "pdt" || word == "pt") return word == "pdt" ? -420 : -480;
  if (word == "et") return -300;
  if (word == "hkt" || word == "sgt") return 480;
  if (word == "akst") return -540;
  if (word == "hst") return -600;
  for (const auto& [name, minutes] : kZones) {
    if (word == name) return minutes;
  }
  // Letters of the military were defined the wrong way round once, and mean nothing since.
  if (word.size() == 1) return 0;
  return std::nullopt;
}

struct Fields {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
  std::int64_t micros = 0;
  int zone = 0;  // minutes
};

std::optional<Time> time_of(Fields fields) {
  if (fields.second >= 60) fields.second = 59;  // a leap second
  if (fields.hour > 24 || fields.minute > 59 || fields.zone < -24 * 60 || fields.zone > 24 * 60) {
    return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year{fields.year},
                                        std::chrono::month{fields.month},
                                        std::chrono::day{fields.day}};
  if (!day.ok() || fields.year < 1900 || fields.year > 9999) return std::nullopt;
  const Time time = std::chrono::sys_days{day} + std::chrono::hours{fields.hour} +
                    std::chrono::minutes{fields.minute} + std::chrono::seconds{fields.second} +
                    Microseconds{fields.micros} - std::chrono::minutes{fields.zone};
  // Of a clock that was never set, give or take a zone.
  const Time epoch{};
  if (time > epoch - std::chrono::days{1} && time < epoch + std::chrono::days{2}) {
    return std::nullopt;
  }
  return time;
}

int whole_year(const Piece& piece) {
  const auto year = static_cast<int>(std::min<std::int64_t>(piece.value, 100'000));
  if (piece.text.size() > 2) return year < 1000 && piece.text.size() == 3 ? year + 1900 : year;
  return year < 70 ? year + 2000 : year + 1900;
}

class Reader {
 public:
  explicit Reader(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

  std::optional<Time> read() {
    if (pieces_.empty()) return std::nullopt;
    if (auto seconds = since_1970()) return seconds;
    if (!(iso_day() || numbered_day() || named_day())) return std::nullopt;
    time_of_day();
    return time_of(fields_);
  }

 private:
  bool is(std::size_t at, Piece::Kind kind) const {
    return at < pieces_.size() && pieces_[at].kind == kind;
  }
  bool is_number(std::size_t at) const { return is(at, Piece::Kind::kNumber); }
  bool is_sign(std::size_t at, std::string_view sign) const {
    return is(at, Piece::Kind::kSign) && pieces_[at].text == sign;
  }
  std::int64_t value(std::size_t at) const { return pieces_[at].value; }
  void take(std::size_t begin, std::size_t count) {
    pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(begin),
                  pieces_.begin() + static_cast<std::ptrdiff_t>(begin + count));
  }

  std::optional<Time> since_1970() const {
    if (pieces_.size() != 1 || !is_number(0)) return std::nullopt;
    const std::size_t digits = pieces_[0].text.size();
    if (digits == 9 || digits == 10) return Time{std::chrono::seconds{value(0)}};
    if (digits == 13) return Time{std::chrono::milliseconds{value(0)}};
    return std::nullopt;
  }

  // "2024-03-02", "2024-03", "2024", "20240302", "2024-062", "2024/3/2".
  bool iso_day() {
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      if (!is_number(at)) continue;
      const Piece& first = pieces_[at];
      const auto month_day = [&](std::int64_t month, std::int64_t day) {
        fields_.month = static_cast<unsigned>(std::clamp<std::int64_t>(month, 0, 99));
        fields_.day = static_cast<unsigned>(std::clamp<std::int64_t>(day, 0, 99));
      };
      if (first.text.size() == 8) {
        fields_.year = static_cast<int>(first.value / 10'000);
        month_day(first.value / 100 % 100, first.value % 100);
        take(at, 1);
        return true;
      }
      if (first.text.size() != 4) return false;
      const bool named = std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& each) {
        return each.kind == Piece::Kind::kWord && each.text.size() > 2 && month_of(each.text);
      });
      if (named) return false;
      fields_.year = static_cast<int>(first.value);
      const auto dash = [&](std::size_t where) {
        return is_sign(where, "-") || is_sign(where, "/") || is_sign(where, ".");
      };
      const bool second = dash(at + 1) && is_number(at + 2);
      if (!second) {
        if (pieces_.size() > 1) return false;
        month_day(1, 1);
        take(at, 1);
        return true;
      }
      if (pieces_[at + 2].text.size() == 3) {  // a day of the year
        const auto day = std::chrono::sys_days{std::chrono::year{fields_.year} / 1 / 1} +
                         std::chrono::days{value(at + 2) - 1};
        const std::chrono::year_month_day found{day};
        month_day(static_cast<unsigned>(found.month()), static_cast<unsigned>(found.day()));
        take(at, 3);
        return true;
      }
      const bool third = dash(at + 3) && is_number(at + 4);
      month_day(value(at + 2), third ? value(at + 4) : 1);
      take(at, third ? 5 : 3);
      return true;
    }
    return false;
  }

  // "3/2/2024": by American custom, unless that names no month; "2.3.2024" by European.
  bool numbered_day() {
    for (std::size_t at = 0; at + 4 < pieces_.size(); ++at) {
      const bool slash = is_sign(at + 1, "/") && is_sign(at + 3, "/");
      const bool dots = is_sign(at + 1, ".") && is_sign(at + 3, ".");
      const bool dashes = is_sign(at + 1, "-") && is_sign(at + 3, "-");
      if (!(slash || dots || dashes) || !is_number(at) || !is_number(at + 2) ||
          !is_number(at + 4)) {
        continue;
      }
      std::int64_t month = value(at);
      std::int64_t day = value(at + 2);
      if (!slash || month > 12) std::swap(month, day);
      fields_.year = whole_year(pieces_[at + 4]);
      fields_.month = static_cast<unsigned>(std::clamp<std::int64_t>(month, 0, 99));
      fields_.day = static_cast<unsigned>(std::clamp<std::int64_t>(day, 0, 99));
      take(at, 5);
      return true;
    }
    return false;
  }

  // "Sat, 02 Mar 2024", "Saturday, 02-Mar-24", "Sat Mar  2 21:30:00 2024", "March 2, 2024".
  bool named_day() {
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      if (!is(at, Piece::Kind::kWord) || pieces_[at].text.size() < 3) continue;
      const auto month = month_of(pieces_[at].text);
      // A day of the week may begin like a month: "mar" is Tuesday in France, "Sat" is none.
      const bool day_of_week = at == 0 && pieces_.size() > 1 && is_sign(1, ",");
      if (!month || day_of_week) continue;
      fields_.month = *month;
      pieces_[at].text.clear();
      std::size_t from = at;
      // Before the month, perhaps behind a dash or dot.
      for (std::size_t back = at; back > 0 && at - back < 3; --back) {
        if (!is_number(back - 1)) continue;
        if (pieces_[back - 1].text.size() > 2) break;
        fields_.day = static_cast<unsigned>(value(back - 1));
        from = back - 1;
        break;
      }
      std::size_t next = at + 1;
      if (fields_.day == 0) {
        while (next < pieces_.size() && !is_number(next)) ++next;
        if (next >= pieces_.size() || pieces_[next].text.size() > 2) return false;
        fields_.day = static_cast<unsigned>(value(next));
        ++next;
        if (is(next, Piece::Kind::kWord) && pieces_[next].text.size() == 2) ++next;  // "2nd"
      }
      // The year: the next number that no colon follows or leads to.
      for (std::size_t year = next; year < pieces_.size(); ++year) {
        if (!is_number(year) || is_sign(year + 1, ":")) continue;
        if (year > 0 && (is_sign(year - 1, ":") || is_sign(year - 1, "+"))) continue;
        if (is_sign(year - 1, "-") && pieces_[year].text.size() == 4 && value(year) < 1500)
          continue;
        fields_.year = whole_year(pieces_[year]);
        take(year, 1);
        take(from, at + 1 - from);
        return true;
      }
      return false;
    }
    return false;
  }

  // What is left: a time of day, and behind it a zone.
  void time_of_day() {
    std::size_t at = 0;
    for (; at < pieces_.size(); ++at) {
      if (is_number(at) && is_sign(at + 1, ":") && is_number(at + 2)) break;
      // "T2130", "T213000"
      const bool after_t = at > 0 && is(at - 1, Piece::Kind::kWord) && pieces_[at - 1].text == "t";
      if (after_t && is_number(at) &&
          (pieces_[at].text.size() == 4 || pieces_[at].text.size() == 6)) {
        const bool seconds = pieces_[at].text.size() == 6;
        const std::int64_t digits = value(at);
        fields_.hour = seconds ? digits / 10'000 : digits / 100;
        fields_.minute = seconds ? digits / 100 % 100 : digits % 100;
        fields_.second = seconds ? digits % 100 : 0;
        return zone(fraction(at + 1));
      }
      if (after_t && is_number(at) && pieces_[at].text.size() == 2) {
        fields_.hour = value(at);
        return zone(at + 1);
      }
    }
    if (at >= pieces_.size()) return zone(0);
    fields_.hour = value(at);
    fields_.minute = value(at + 2);
    std::size_t next = at + 3;
    if (is_sign(next, ":") && is_number(next + 1)) {
      fields_.second = value(next + 1);
      next = fraction(next + 2);
    }
    if (is(next, Piece::Kind::kWord) &&
        (pieces_[next].text == "am" || pieces_[next].text == "pm")) {
      const bool afternoon = pieces_[next].text == "pm";
      if (fields_.hour == 12) fields_.hour = 0;
      if (afternoon) fields_.hour += 12;
      ++next;
    }
    zone(next);
  }

  std::size_t fraction(std::size_t at) {
    if (!(is_sign(at, ".") || is_sign(at, ",")) || !is_number(at + 1)) return at;
    std::string digits = pieces_[at + 1].text.substr(0, 6);
    digits.resize(6, '0');
    fields_.micros = std::stoll(digits);
    return at + 2;
  }

  // "GMT", "+0200", "+02:00", "+2", "GMT+0200", "EST5EDT", "Europe/Berlin" (not read).
  void zone(std::size_t at) {
    for (; at < pieces_.size(); ++at) {
      if (is(at, Piece::Kind::kWord)) {
        const auto named = zone_of(pieces_[at].text);
        if (named) fields_.zone = *named;
        const bool universal = named && *named == 0;
        // "GMT+0200"; "EST-0500" says the same twice.
        if (named && !universal) return;
        continue;
      }
      const bool east = is_sign(at, "+");
      if (!(east || is_sign(at, "-")) || !is_number(at + 1)) continue;
      const std::string& digits = pieces_[at + 1].text;
      std::int64_t minutes = 0;
      if (digits.size() > 2 && digits.size() <= 4) {
        minutes = value(at + 1) / 100 * 60 + value(at + 1) % 100;
      } else if (digits.size() <= 2) {
        minutes = value(at + 1) * 60;
        if (is_sign(at + 2, ":") && is_number(at + 3)) minutes += value(at + 3);
      }
      if (minutes <= 24 * 60) fields_.zone = static_cast<int>(east ? minutes : -minutes);
      return;
    }
  }

  std::vector<Piece> pieces_;
  Fields fields_;
};

}  // namespace

std::optional<Time> parse_date(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kMostDate) return std::nullopt;
  return Reader(pieces_of(text)).read();
}

}  // namespace rapport::feed
