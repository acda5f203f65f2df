#include <algorithm>
#include <cctype>
#include <string>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/private_signs.h"
#include "text/topics/stop_words.h"

namespace rapport::coach {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

const Phrases& birth() {
  static const Phrases kPhrases = {
      {"en",
       {"your|his|her|their birthday|birthdate|dob", "dob", "date of birth",
        "you|you're were|are born", "you're born"}},
      {"de",
       {"dein|deinen|deinem|ihr|ihren|ihrem geburtstag", "geburtsdatum",
        "du|sie bist|wurdest|sind|wurden .. geboren"}},
      {"fr", {"date de naissance", "votre|ton|son anniversaire", "êtes|es né|née"}},
      {"es", {"fecha de nacimiento", "tu|su cumpleaños", "naciste", "usted nació"}},
      {"pt", {"data de nascimento", "seu|teu aniversário", "nasceste", "você nasceu"}},
      {"it", {"data di nascita", "tuo|suo compleanno", "sei|siete nato|nata|nati|nate"}},
  };
  return kPhrases;
}

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool is_month(std::string_view word) {
  static constexpr std::string_view kBegin[] = {
      "jan", "feb", "fév", "fev", "mar", "mär", "apr", "abr", "avr", "may", "mai", "mag",
      "maj", "jun", "jui", "giu", "jul", "lug", "aug", "aoû", "ago", "sep", "set", "okt",
      "oct", "out", "ott", "nov", "dez", "dec", "déc", "dic", "gen", "ene"};
  return std::any_of(std::begin(kBegin), std::end(kBegin),
                     [word](std::string_view begin) { return word.starts_with(begin); });
}

// Where a day of a month that begins at `at` ends: "14.02.1969", "14/2/69", "14th of February
// 1969", "1969-02-14"; `at` itself if there is none.
std::size_t end_of_date(std::string_view text, std::size_t at) {
  const std::size_t first = end_of_digits(text, at);
  if (first == at || first - at > 4) return at;
  const char parted = first < text.size() ? text[first] : ' ';
  if (parted == '.' || parted == '/' || parted == '-') {
    const std::size_t second = end_of_digits(text, first + 1);
    if (second > first + 1 && second < text.size() && text[second] == parted) {
      const std::size_t third = end_of_digits(text, second + 1);
      if (third > second + 1) return third;
    }
  }
  if (first - at > 2) return at;
  // A word or two of a few letters may stand before the month.
  std::size_t word = first;
  for (int skipped = 0; skipped < 3; ++skipped) {
    word = std::min(text.find_first_not_of(" .", word), text.size());
    const std::size_t end = std::min(text.find_first_of(" .,!?", word), text.size());
    const std::string normal = fold_case(text.substr(word, end - word));
    if (is_month(normal)) {
      const std::size_t year = end_of_digits(text, end + 1);
      return end < text.size() && year == end + 5 ? year : end;
    }
    static constexpr std::string_view kSmall[] = {"st", "nd", "rd", "th", "of", "de", "er", "º"};
    if (std::find(std::begin(kSmall), std::end(kSmall), normal) == std::end(kSmall)) return at;
    word = end;
  }
  return at;
}

}  // namespace

// A day with its month, in what is said of being born or right behind it.
void find_births(const View& view, std::vector<Span>& out) {
  const Side& draft = view.draft;
  std::vector<Phrases::Place> places;
  birth().find(draft, places);
  for (const Phrases::Place& place : places) {
    const std::size_t end = draft.sentences[draft.words[place.begin].sentence].last_word;
    for (std::size_t i = place.begin; i < end; ++i) {
      const Word& word = draft.words[i];
      const std::size_t date = end_of_date(draft.text, word.span.begin);
      if (date > word.span.begin) {
        const Span span{word.span.begin, static_cast<std::uint32_t>(date)};
        if (!they_wrote(view, draft.of(span))) out.push_back(span);
        break;
      }
      if (i >= place.end && !is_stop_word(word.normal)) break;
    }
  }
}

}  // namespace rapport::coach
