// The words of invented posts, people and places.

#pragma once

#include <string>
#include <string_view>

#include "app/generate/dice.h"
#include "app/generate/phrases.h"

namespace rapport::generate {

enum class Said { kOpener, kFollowUp, kAnswer };

// One to four sentences of what is said at such a moment. `name`: whom it is said to. Names of
// places come from thousands, a few of them often, so a search meets common words and rare ones.
std::string say(Dice& dice, const Language& language, Said what, std::string_view name);

// A language by its weight.
const Language& some_language(Dice& dice);

// An invented name of a place or a person: the same number gives the same name.
std::string invented_name(std::uint64_t number);

}  // namespace rapport::generate
