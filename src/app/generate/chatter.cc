#include "app/generate/chatter.h"

#include <array>

namespace rapport::generate {
namespace {

constexpr std::size_t kPlaces = 8000;

constexpr std::array<std::string_view, 16> kBegin = {"Va",  "Mi",  "Lo",  "Ter", "Ka", "Ru",
                                                     "Sol", "Bre", "Fen", "Do",  "Ny", "Ol",
                                                     "Pa",  "Qui", "Zo",  "El"};
constexpr std::array<std::string_view, 16> kMiddle = {"ra",  "len", "vi", "mo",  "das", "ni",
                                                      "ber", "ga",  "to", "sha", "ku",  "rel",
                                                      "po",  "lin", "wa", "ze"};
constexpr std::array<std::string_view, 16> kEnd = {"na",   "ford", "lo",  "ris", "den", "ma",
                                                   "val",  "kin",  "ta",  "mo",  "bek", "la",
                                                   "sund", "ro",   "dis", "wick"};

std::string order_number(Dice& dice) {
  std::string number = "R-";
  for (int digit = 0; digit < 6; ++digit) number += static_cast<char>('0' + dice.below(10));
  return number;
}

std::string_view one_of(Dice& dice, std::span<const std::string_view> lines) {
  return dice.one_of(lines);
}

// Of words for things and troubles the first are said more often.
std::string_view early_of(Dice& dice, std::span<const std::string_view> words) {
  const double at = dice.unit() * dice.unit() * static_cast<double>(words.size());
  return words[static_cast<std::size_t>(at)];
}

std::string fill(Dice& dice, const Language& language, std::string_view sentence,
                 std::string_view name) {
  static const Ranks places(kPlaces);
  std::string out;
  while (!sentence.empty()) {
    const auto open = sentence.find('{');
    out += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = sentence.find('}', open);
    const std::string_view slot = sentence.substr(open + 1, close - open - 1);
    sentence.remove_prefix(close + 1);
    if (slot == "thing") out += early_of(dice, language.things);
    if (slot == "trouble") out += early_of(dice, language.troubles);
    if (slot == "when") out += one_of(dice, language.times);
    if (slot == "place") out += invented_name(places.pick(dice));
    if (slot == "number") out += order_number(dice);
    if (slot == "name") out += name;
  }
  return out;
}

}  // namespace

std::string say(Dice& dice, const Language& language, Said what, std::string_view name) {
  const auto lines = what == Said::kOpener     ? language.openers
                     : what == Said::kFollowUp ? language.follow_ups
                                               : language.answers;
  std::string_view last = one_of(dice, lines);
  std::string text = fill(dice, language, last, name);
  for (std::int64_t more = dice.skewed(1.6, 4); more > 1; --more) {
    // Who goes on talking says more of the same kind, or wanders off; nobody says a thing twice.
    const std::string_view next = one_of(dice, dice.happens(0.6) ? lines : language.follow_ups);
    if (next == last) continue;
    ((text += ' ') += fill(dice, language, next, name));
    last = next;
  }
  return text;
}

const Language& some_language(Dice& dice) {
  int at = static_cast<int>(dice.below(1000));
  for (const Language& each : languages()) {
    if (at < each.weight) return each;
    at -= each.weight;
  }
  return languages().front();
}

std::string invented_name(std::uint64_t number) {
  std::string name(kBegin[number % 16]);
  number /= 16;
  // A second middle only for high numbers, so that the names that come often are short.
  name += kMiddle[number % 16];
  number /= 16;
  name += kEnd[number % 16];
  number /= 16;
  while (number > 0) {
    name += kMiddle[--number % 16];
    number /= 16;
  }
  return name;
}

}  // namespace rapport::generate
