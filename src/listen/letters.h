// Letters as queries compare them: each without its case and its accent, with both kept beside it.

#pragma once

#include <string_view>
#include <vector>

namespace rapport {

struct Letter {
  char32_t plain = 0;    // without case and accent; or a wildcard of a query
  char32_t accent = 0;   // without case; `plain` if it has no accent
  bool capital = false;  // written as a capital

  bool operator==(const Letter&) const = default;
};

// Wildcards among the letters of a query.
inline constexpr char32_t kAnyLetters = 0xFFFFFFF0;  // none, one or several
inline constexpr char32_t kOneLetter = 0xFFFFFFF1;

// What "*" and "?" are.
enum class Wildcards { kPlain, kSpecial };

// Appends the letters of `text`. A letter that is written as several ("æ", "ß") is several. Curly
// apostrophes are straight, what is invisible is left out.
void append_letters(std::string_view text, Wildcards wildcards, std::vector<Letter>& out);

enum class CaseRule { kAny, kExact };

// Is `heard` what `asked` looks for, whole? A letter asked for without an accent is found with any;
// one with an accent only so.
bool letters_match(const Letter* asked, const Letter* asked_end, const Letter* heard,
                   const Letter* heard_end, CaseRule rule);

// The same for texts, wildcards allowed in `asked`.
bool text_matches(std::string_view asked, std::string_view heard);

}  // namespace rapport
