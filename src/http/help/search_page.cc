#include "base/unicode.h"
#include "base/url.h"
#include "http/help/lists.h"
#include "http/help/pages.h"
#include "http/help/shell.h"

namespace rapport {
namespace {

constexpr std::size_t kMostFound = 20;
constexpr std::size_t kMostPassageBytes = 400;
constexpr std::size_t kMostQueryBytes = 500;

void write_found(HtmlWriter& page, const HelpPlace& place, const HelpHit& found,
                 const HelpWords& words) {
  page.open("li");
  write_article_link(page, place.site, *found.article, words);
  if (!found.passage.empty()) {
    const std::string_view shown = cut_bytes(found.passage, kMostPassageBytes);
    page.open("p").with("class", "soft");
    write_marked(page, shown, found.spans);
    if (shown.size() < found.passage.size()) page.text("…");
    page.close();
  }
  page.close();
}

}  // namespace

std::string help_search_page(const HelpPlace& place, std::string_view query) {
  const HelpWords& words = help_words(place.language);
  const std::string asked(trim(cut_bytes(query, kMostQueryBytes)));
  const auto found = place.site.search(asked, place.language, kMostFound);
  HelpHead head;
  head.title = std::string(words.search);
  if (!asked.empty()) {
    head.title =
        std::string(found.empty() ? words.nothing_found : words.found) + " “" + asked + "”";
  }
  head.listed = false;
  head.query = asked;
  for (const std::string& each : place.site.languages()) {
    head.languages.push_back({each, help_path(place.site) + "/search?lang=" +
                                        encode_url_value(each) + "&q=" + encode_url_value(asked)});
  }
  head.crumbs = {{std::string(words.help), help_path_in(place, "")}, {head.title, ""}};
  HtmlWriter page = begin_help_page(place, head);
  page.element("h1", head.title);
  if (found.empty() && !asked.empty()) page.element("p", words.try_other_words);
  if (!found.empty()) {
    page.open("ul").with("class", "list");
    for (const HelpHit& each : found) write_found(page, place, each, words);
    page.close();
  }
  return finish_help_page(std::move(page));
}

std::string help_missing_page(const HelpPlace& place) {
  const HelpWords& words = help_words(place.language);
  HelpHead head;
  head.title = std::string(words.missing);
  head.listed = false;
  head.crumbs = {{std::string(words.help), help_path_in(place, "")}, {head.title, ""}};
  HtmlWriter page = begin_help_page(place, head);
  page.element("h1", words.missing);
  page.element("p", words.missing_hint);
  return finish_help_page(std::move(page));
}

}  // namespace rapport
