// What the public pages tell machines: JSON-LD in the words of schema.org, of nothing that does not
// stand on the page.

#pragma once

#include <string>
#include <vector>

#include "http/help/shell.h"

namespace rapport {

// The article, or its questions with their answers where its headings ask, and the way to it.
std::string article_data(const HelpPlace& place, const PublicArticle& article,
                         const std::string& description, const std::vector<HelpCrumb>& crumbs);

// A page that has no content of its own: the site, or the way to a category.
std::string home_data(const HelpPlace& place);
std::string crumbs_data(const HelpPlace& place, const std::vector<HelpCrumb>& crumbs);

}  // namespace rapport
