// What all public pages have around them: head, name of the site, languages, search, breadcrumbs.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/help/pages.h"
#include "http/help/words.h"
#include "knowledge/html/html_writer.h"

namespace rapport {

struct HelpCrumb {
  std::string name;
  std::string path;  // empty: the page itself
};

struct HelpLanguageLink {
  std::string language;
  std::string path;
};

struct HelpHead {
  std::string title;                        // of the page alone
  std::string description;                  // may be empty
  std::string path;                         // its own address without the origin
  bool listed = true;                       // search engines may show it
  std::string kind = "website";             // as Open Graph has it
  std::string picture;                      // an https address; may be empty
  std::string data;                         // JSON-LD; may be empty
  std::vector<HelpLanguageLink> languages;  // the same page in each language, this one too
  std::vector<HelpCrumb> crumbs;            // from the site's home on
  std::string query;                        // what stands in the field
};

// "/help/site?lang=de": an address of the site in the language that is shown.
std::string help_path_in(const HelpPlace& place, std::string_view below);

// Opens the page up to and with <main>; what follows is written into it.
HtmlWriter begin_help_page(const HelpPlace& place, const HelpHead& head);
std::string finish_help_page(HtmlWriter&& page);

// A link within this server. `path` is of our own making.
void write_link(HtmlWriter& page, std::string_view path, std::string_view text);

}  // namespace rapport
