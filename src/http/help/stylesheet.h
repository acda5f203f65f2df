// How the public pages look: one stylesheet, small enough to stand in each page.

#pragma once

#include <string>
#include <string_view>

namespace rapport {

struct Stylesheet {
  std::string css;
  std::string hash;  // "sha256-…", for the content security policy
};

// With links in `accent` ("#rrggbb"), made darker or lighter until they can be read on our ground;
// in our own colour if it is empty or no colour.
Stylesheet help_stylesheet(std::string_view accent);

// As WCAG 2 measures it: 1 to 21.
double contrast(std::string_view colour, std::string_view ground);

}  // namespace rapport
