#include "http/help/lists.h"

#include "http/help/shell.h"

namespace rapport {
namespace {

std::string_view medium_name(std::string_view medium, const HelpWords& words) {
  if (medium == "video") return words.video;
  if (medium == "deck") return words.deck;
  if (medium == "expert") return words.expert;
  return {};
}

}  // namespace

void write_article_link(HtmlWriter& page, const PublicSite& site, const PublicArticle& article,
                        const HelpWords& words) {
  if (!article.is_resource()) return write_link(page, help_path(site, article), article.title);
  const auto safe = SafeUrl::parse(article.url);
  page.open("a");
  if (safe) page.with("href", *safe).with("rel", "nofollow noopener");
  page.text(article.title).text(" ");
  std::string note = "(";
  if (const auto name = medium_name(article.medium, words); !name.empty()) {
    note += name;
    note += ", ";
  }
  note += words.elsewhere;
  page.open("span").with("class", "soft").text(note + ")");
  page.close();
  page.close();
}

void write_marked(HtmlWriter& page, std::string_view text, const std::vector<Span>& spans) {
  std::size_t at = 0;
  for (const Span& each : spans) {
    if (each.begin < at || each.end > text.size() || each.end <= each.begin) continue;
    page.text(text.substr(at, each.begin - at));
    page.element("mark", text.substr(each.begin, each.end - each.begin));
    at = each.end;
  }
  page.text(text.substr(at));
}

}  // namespace rapport
