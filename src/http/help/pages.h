// The public pages as HTML: home, a category, an article, what was found, and the page for
// addresses that lead nowhere.
//
// Whole without JavaScript, without cookies, and without anything fetched but an article's
// pictures.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/help/public_site.h"
#include "http/help/stylesheet.h"

namespace rapport {

// Where and for whom a page is made.
struct HelpPlace {
  const PublicSite& site;
  const Stylesheet& style;
  std::string origin;    // "https://rapport.example": what addresses of the site begin with
  std::string language;  // that is shown; one of the site's, or "en" if it has none
};

// An article's address without the origin; it names its language only where the slug is not enough.
std::string help_path(const PublicSite& site, const PublicArticle& article);
std::string help_path(const PublicSite& site);

std::string help_home_page(const HelpPlace& place);
std::string help_category_page(const HelpPlace& place, std::size_t category);
// `place.language` is the article's.
std::string help_article_page(const HelpPlace& place, const PublicArticle& article);
// `query` is what somebody typed; may be empty.
std::string help_search_page(const HelpPlace& place, std::string_view query);
std::string help_missing_page(const HelpPlace& place);

// sitemap.xml of all that is published.
std::string help_sitemap(const PublicSite& site, std::string_view origin);

}  // namespace rapport
