// What stands for a title in an address.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

inline constexpr std::size_t kMostSlugBytes = 80;

// Latin letters without accents in lower case, digits, and single '-' between them: "Größe & Preis"
// of language "de" is "groesse-preis". Other scripts are written in Latin letters. At most
// kMostSlugBytes, cut between words where it can be; empty if nothing is left.
std::string slug_of(std::string_view title, std::string_view language = {});

}  // namespace rapport
