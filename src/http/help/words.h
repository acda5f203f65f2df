// What the public pages say themselves, around the articles, in the languages we write.

#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"

namespace rapport {

struct HelpWords {
  std::string_view language;  // of these words, BCP 47
  std::string_view skip;      // to the text, for who moves by keyboard
  std::string_view search;
  std::string_view search_for;  // in the empty field
  std::string_view help;        // the first of the breadcrumbs
  std::string_view here;        // what the breadcrumbs are called
  std::string_view contents;
  std::string_view updated;
  std::string_view related;
  std::string_view languages;
  std::string_view more;       // articles of no category
  std::string_view elsewhere;  // beside a link to another site
  std::string_view video;
  std::string_view deck;
  std::string_view expert;
  std::string_view found;  // before what was looked for
  std::string_view nothing_found;
  std::string_view try_other_words;
  std::string_view missing;  // title of the page that is not there
  std::string_view missing_hint;
  std::string_view empty;  // nothing is published
  std::string_view table;
};

// In this language, or else in English.
const HelpWords& help_words(std::string_view language);

// "English", "Deutsch": a language in its own words. The tag itself if nobody knows it.
std::string own_name_of(std::string_view language);

// "26 November 2026", as that language writes it.
std::string long_date(Time time, std::string_view language);

bool is_right_to_left(std::string_view language);

}  // namespace rapport
