#include <algorithm>

#include "base/url.h"
#include "http/help/lists.h"
#include "http/help/pages.h"
#include "http/help/shell.h"
#include "http/help/structured_data.h"
#include "knowledge/html/article_html.h"

namespace rapport {
namespace {

// A table of contents pays from so many headings, in a text of so many words.
constexpr std::size_t kFewestHeadings = 3;
constexpr std::size_t kFewestWords = 250;
constexpr std::size_t kMostContents = 30;
constexpr std::size_t kMostRelated = 4;

void write_contents(HtmlWriter& page, const ArticleHtml& article, const HelpWords& words) {
  if (article.headings.size() < kFewestHeadings || article.words < kFewestWords) return;
  page.open("nav").with("class", "toc").with("aria-labelledby", "contents");
  page.open("h2").with("id", "contents").text(words.contents);
  page.close();
  page.open("ul");
  std::size_t shown = 0;
  for (const ArticleHeading& each : article.headings) {
    if (each.level > 3 || ++shown > kMostContents) continue;
    page.open("li");
    if (each.level > 2) page.with("class", "deeper");
    page.open("a").with("href", SafeUrl::place(each.id)).text(each.text);
    page.close();
    page.close();
  }
  page.close();
  page.close();
}

void write_related(HtmlWriter& page, const HelpPlace& place, const PublicArticle& article,
                   const HelpWords& words) {
  const auto related = place.site.related(article, kMostRelated);
  if (related.empty()) return;
  page.open("nav").with("class", "also").with("aria-label", words.related);
  page.element("h2", words.related);
  page.open("ul").with("class", "list");
  for (const PublicArticle* each : related) {
    page.open("li");
    write_article_link(page, place.site, *each, words);
    page.close();
  }
  page.close();
  page.close();
}

void write_resource(HtmlWriter& page, const HelpPlace& place, const PublicArticle& article,
                    const HelpWords& words) {
  if (!article.is_resource()) return;
  page.open("p");
  write_article_link(page, place.site, article, words);
  page.close();
}

}  // namespace

std::string help_article_page(const HelpPlace& place, const PublicArticle& article) {
  const HelpWords& words = help_words(place.language);
  const ArticleHtml made = article_html(article.markdown, {.table_name = words.table});
  HelpHead head;
  head.title = article.title;
  head.description = made.first_words;
  head.path = help_path(place.site, article);
  head.kind = "article";
  head.picture = made.picture;
  for (const PublicArticle* each : place.site.translations(article.slug)) {
    head.languages.push_back({each->language, help_path(place.site, *each)});
  }
  head.crumbs.push_back({std::string(words.help), help_path_in(place, "")});
  if (article.category) {
    const PublicCategory& category = place.site.categories()[*article.category];
    head.crumbs.push_back(
        {category.name, help_path_in(place, "/c/" + encode_url_value(category.slug))});
  }
  head.crumbs.push_back({article.title, ""});
  head.data = article_data(place, article, made.first_words, head.crumbs);

  HtmlWriter page = begin_help_page(place, head);
  page.open("article");
  page.element("h1", article.title);
  page.open("p").with("class", "soft").text(words.updated).text(" ");
  page.open("time").with("datetime", format_time(article.changed_at).substr(0, 10));
  page.text(long_date(article.changed_at, words.language));
  page.close();
  page.close();
  write_contents(page, made, words);
  write_resource(page, place, article, words);
  page.add(made.body);
  page.close();
  write_related(page, place, article, words);
  return finish_help_page(std::move(page));
}

}  // namespace rapport
