// What of Unicode's data the model is made with.

#pragma once

#include <cstdint>

#include "text/language/words.h"

namespace rapport {

LetterTables letter_tables();

// The letter under the accents: é → e.
std::uint16_t without_accent(std::uint16_t c);

}  // namespace rapport
