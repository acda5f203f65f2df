// An article's Markdown as HTML for a page.
//
// The same Markdown that passages are cut from. HTML in it never passes: what stands in a block is
// read as its text, tags inside a line are left out. Links lead to http, https, mailto or a place
// on the page, pictures come by https; of others the words stay.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/html/html_writer.h"

namespace rapport {

struct ArticleHeading {
  int level = 2;  // 2 below the page's title, and never more than one deeper than what it is under
  std::string id;
  std::string text;

  bool operator==(const ArticleHeading&) const = default;
};

struct ArticleHtml {
  Html body;
  std::vector<ArticleHeading> headings;
  std::string first_words;  // of its first paragraph; what a search engine may show
  std::string picture;      // the first picture's address; empty: it has none
  std::size_t words = 0;    // about how much there is to read
};

struct ArticleHtmlOptions {
  // What a table that is wider than the screen is called by a screen reader.
  std::string_view table_name = "Table";
};

// Any bytes will do; what is longer than kMostArticleBytes is not read. Time is linear by its
// length.
ArticleHtml article_html(std::string_view markdown, const ArticleHtmlOptions& options = {});

}  // namespace rapport
