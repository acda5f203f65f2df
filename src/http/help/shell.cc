#include "http/help/shell.h"

#include <utility>

#include "base/url.h"

namespace rapport {
namespace {

void write_meta(HtmlWriter& page, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  page.open("meta").with("name", name).with("content", content);
  page.close();
}

void write_property(HtmlWriter& page, std::string_view property, std::string_view content) {
  if (content.empty()) return;
  page.open("meta").with("property", property).with("content", content);
  page.close();
}

void write_relation(HtmlWriter& page, std::string_view relation, const std::string& address,
                    std::string_view language) {
  const auto safe = SafeUrl::parse(address);
  if (!safe) return;
  page.open("link").with("rel", relation);
  if (!language.empty()) page.with("hreflang", language);
  page.with("href", *safe);
  page.close();
}

void write_head(HtmlWriter& page, const HelpPlace& place, const HelpHead& head) {
  const std::string& site = place.site.site().title;
  page.open("head");
  page.open("meta").with("charset", "utf-8");
  page.close();
  write_meta(page, "viewport", "width=device-width, initial-scale=1");
  page.element("title", head.title == site ? site : head.title + " – " + site);
  write_meta(page, "description", head.description);
  if (head.listed) {
    write_relation(page, "canonical", place.origin + head.path, "");
    if (head.languages.size() > 1) {
      for (const HelpLanguageLink& each : head.languages) {
        write_relation(page, "alternate", place.origin + each.path, each.language);
      }
    }
    write_property(page, "og:type", head.kind);
    write_property(page, "og:title", head.title);
    write_property(page, "og:site_name", site);
    write_property(page, "og:description", head.description);
    write_property(page, "og:url", place.origin + head.path);
    write_property(page, "og:locale", place.language);
    write_property(page, "og:image", head.picture);
  } else {
    write_meta(page, "robots", "noindex, follow");
  }
  write_meta(page, "color-scheme", "light dark");
  page.open("style").style(place.style.css);
  page.close();
  if (!head.data.empty()) {
    page.open("script").with("type", "application/ld+json");
    page.data_block(head.data);
    page.close();
  }
  page.close();
}

void write_languages(HtmlWriter& page, const HelpPlace& place, const HelpHead& head,
                     const HelpWords& words) {
  if (head.languages.size() < 2) return;
  page.open("nav").with("class", "langs").with("aria-label", words.languages);
  page.open("ul");
  for (const HelpLanguageLink& each : head.languages) {
    const auto safe = SafeUrl::path(each.path);
    if (!safe) continue;
    page.open("li");
    page.open("a").with("href", *safe).with("hreflang", each.language).with("lang", each.language);
    if (each.language == place.language) page.with("aria-current", "true");
    page.text(own_name_of(each.language));
    page.close();
    page.close();
  }
  page.close();
  page.close();
}

void write_search(HtmlWriter& page, const HelpPlace& place, const HelpHead& head,
                  const HelpWords& words) {
  const auto action = SafeUrl::path(help_path(place.site) + "/search");
  if (!action) return;
  page.open("form").with("role", "search").with("action", *action);
  if (place.site.languages().size() > 1) {
    page.open("input").with("type", "hidden").with("name", "lang").with("value", place.language);
    page.close();
  }
  page.open("input").with("type", "search").with("id", "q").with("name", "q");
  page.with("value", head.query).with("maxlength", "300").with("placeholder", words.search_for);
  page.with("aria-label", words.search_for);
  page.close();
  page.open("button").with("type", "submit").text(words.search);
  page.close();
  page.close();
}

void write_crumbs(HtmlWriter& page, const HelpHead& head, const HelpWords& words) {
  if (head.crumbs.size() < 2) return;
  page.open("nav").with("class", "crumbs").with("aria-label", words.here);
  page.open("ol");
  for (const HelpCrumb& each : head.crumbs) {
    if (each.path.empty()) continue;
    page.open("li");
    write_link(page, each.path, each.name);
    page.close();
  }
  page.close();
  page.close();
}

}  // namespace

std::string help_path(const PublicSite& site) {
  return "/help/" + encode_url_value(site.site().slug);
}

std::string help_path(const PublicSite& site, const PublicArticle& article) {
  std::string path = help_path(site) + "/" + encode_url_value(article.slug);
  if (site.translations(article.slug).size() > 1) {
    path += "?lang=" + encode_url_value(article.language);
  }
  return path;
}

std::string help_path_in(const HelpPlace& place, std::string_view below) {
  std::string path = help_path(place.site) + std::string(below);
  if (place.site.languages().size() > 1) path += "?lang=" + encode_url_value(place.language);
  return path;
}

void write_link(HtmlWriter& page, std::string_view path, std::string_view text) {
  const auto safe = SafeUrl::path(path);
  page.open("a");
  if (safe) page.with("href", *safe);
  page.text(text);
  page.close();
}

HtmlWriter begin_help_page(const HelpPlace& place, const HelpHead& head) {
  const HelpWords& words = help_words(place.language);
  HtmlWriter page;
  page.doctype();
  page.open("html").with("lang", words.language);
  page.with("dir", is_right_to_left(words.language) ? "rtl" : "ltr");
  write_head(page, place, head);
  page.open("body");
  page.open("a").with("class", "skip").with("href", SafeUrl::place("main")).text(words.skip);
  page.close();
  page.open("header").with("class", "top");
  if (const auto home = SafeUrl::path(help_path_in(place, ""))) {
    page.open("a").with("class", "name").with("href", *home).text(place.site.site().title);
    page.close();
  }
  write_languages(page, place, head, words);
  write_search(page, place, head, words);
  write_crumbs(page, head, words);
  page.close();
  // Our words may be English around an article in a language that we do not write.
  page.open("main").with("id", "main").with("tabindex", "-1").with("lang", place.language);
  page.with("dir", is_right_to_left(place.language) ? "rtl" : "ltr");
  return page;
}

std::string finish_help_page(HtmlWriter&& page) { return std::move(page).finish().text() + "\n"; }

}  // namespace rapport
