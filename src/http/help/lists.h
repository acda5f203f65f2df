// Lists of articles, as home, categories and search show them.

#pragma once

#include "http/help/pages.h"
#include "http/help/words.h"
#include "knowledge/html/html_writer.h"

namespace rapport {

// A link to it with its title; of a resource to where it is, and what it is.
void write_article_link(HtmlWriter& page, const PublicSite& site, const PublicArticle& article,
                        const HelpWords& words);

// Text with the spans marked. Spans are in order and apart, in bytes.
void write_marked(HtmlWriter& page, std::string_view text, const std::vector<Span>& spans);

}  // namespace rapport
