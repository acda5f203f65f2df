#include <optional>

#include "base/url.h"
#include "http/help/lists.h"
#include "http/help/pages.h"
#include "http/help/shell.h"
#include "http/help/structured_data.h"

namespace rapport {
namespace {

// Of a category the home page shows so many; its own page shows all.
constexpr std::size_t kMostOnHome = 8;
constexpr std::size_t kMostOnPage = 1000;

std::vector<const PublicArticle*> articles_in(const HelpPlace& place,
                                              std::optional<std::size_t> category) {
  std::vector<const PublicArticle*> out;
  for (const PublicArticle& each : place.site.articles()) {
    if (each.category == category && each.language == place.language) out.push_back(&each);
  }
  return out;
}

void write_list(HtmlWriter& page, const HelpPlace& place,
                const std::vector<const PublicArticle*>& articles, std::size_t most) {
  const HelpWords& words = help_words(place.language);
  page.open("ul").with("class", "list");
  for (std::size_t i = 0; i < articles.size() && i < most; ++i) {
    page.open("li");
    write_article_link(page, place.site, *articles[i], words);
    page.close();
  }
  page.close();
}

std::string category_path(const PublicCategory& category) {
  return "/c/" + encode_url_value(category.slug);
}

std::vector<HelpLanguageLink> languages_of(const HelpPlace& place, std::string_view below) {
  std::vector<HelpLanguageLink> out;
  for (const std::string& each : place.site.languages()) {
    out.push_back(
        {each, help_path(place.site) + std::string(below) + "?lang=" + encode_url_value(each)});
  }
  return out;
}

}  // namespace

std::string help_home_page(const HelpPlace& place) {
  const HelpSite& site = place.site.site();
  const HelpWords& words = help_words(place.language);
  HelpHead head;
  head.title = site.title;
  head.description = site.intro;
  head.path = help_path_in(place, "");
  head.languages = languages_of(place, "");
  head.data = home_data(place);
  HtmlWriter page = begin_help_page(place, head);
  page.element("h1", site.title);
  if (!site.intro.empty()) page.element("p", site.intro);
  bool any = false;
  for (std::size_t i = 0; i < place.site.categories().size(); ++i) {
    const auto articles = articles_in(place, i);
    if (articles.empty()) continue;
    any = true;
    page.open("section");
    page.open("h2");
    write_link(page, help_path_in(place, category_path(place.site.categories()[i])),
               place.site.categories()[i].name);
    page.close();
    write_list(page, place, articles, kMostOnHome);
    page.close();
  }
  if (const auto others = articles_in(place, std::nullopt); !others.empty()) {
    page.open("section");
    if (any) page.element("h2", words.more);
    write_list(page, place, others, kMostOnPage);
    page.close();
    any = true;
  }
  if (!any) page.open("p").with("class", "soft").text(words.empty);
  return finish_help_page(std::move(page));
}

std::string help_category_page(const HelpPlace& place, std::size_t category) {
  const PublicCategory& shown = place.site.categories()[category];
  HelpHead head;
  head.title = shown.name;
  head.path = help_path_in(place, category_path(shown));
  head.languages = languages_of(place, category_path(shown));
  head.crumbs = {{std::string(help_words(place.language).help), help_path_in(place, "")},
                 {shown.name, ""}};
  head.data = crumbs_data(place, head.crumbs);
  const auto articles = articles_in(place, category);
  head.listed = !articles.empty();
  HtmlWriter page = begin_help_page(place, head);
  page.element("h1", shown.name);
  if (articles.empty()) {
    page.open("p").with("class", "soft").text(help_words(place.language).empty);
    page.close();
  } else {
    write_list(page, place, articles, kMostOnPage);
  }
  return finish_help_page(std::move(page));
}

}  // namespace rapport
