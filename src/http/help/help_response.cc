#include "http/help/help_response.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/digest.h"
#include "http/auth/origin.h"
#include "http/help/choose_language.h"
#include "http/help/compress.h"
#include "http/help/words.h"
#include "knowledge/html/html_writer.h"

namespace rapport {
namespace {

constexpr std::string_view kRoot = "/help/";
// All pages of a site that are kept; beyond, they are made anew.
constexpr std::size_t kMostKeptBytes = 16U << 20U;
constexpr std::size_t kFewestZipped = 500;

std::string content_security_policy(const Stylesheet& style) {
  return "default-src 'none'; style-src '" + style.hash +
         "'; img-src https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

// "Thu, 26 Nov 2026 18:00:00 GMT"
std::string http_date(Time time) {
  constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kDays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
                kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

bool takes_gzip(const Request& request) {
  const std::string_view header = request.header("accept-encoding");
  const auto at = header.find("gzip");
  if (at == header.npos) return false;
  const auto rest = header.substr(at + 4, header.find(',', at) - at - 4);
  return rest.find("q=0") == rest.npos || rest.find("q=0.") != rest.npos;
}

Response moved_to(std::string path) {
  Response response;
  response.status = 301;
  response.headers = {{"location", std::move(path)}, {"cache-control", "public, max-age=60"}};
  return response;
}

// To the one in the language that is asked for, or else liked.
Response moved_on(const Request& request, const PublicSite& site,
                  const std::vector<const PublicArticle*>& there) {
  std::vector<std::string> offered;
  for (const PublicArticle* each : there) offered.push_back(each->language);
  std::string language = request.query_value("lang").value_or("");
  if (std::ranges::find(offered, language) == offered.end()) {
    language = liked_language(request.header("accept-language"), offered).value_or(offered.front());
  }
  const auto chosen = std::ranges::find(there, language, &PublicArticle::language);
  Response response = moved_to(help_path(site, **chosen));
  if (there.size() > 1) response.headers.emplace_back("vary", "accept-language");
  return response;
}

// Where there is no site, nothing is told but that.
Response nowhere() {
  static const Stylesheet style = help_stylesheet("");
  const HelpWords& words = help_words("en");
  HtmlWriter page;
  page.doctype();
  page.open("html").with("lang", "en").open("head");
  page.open("meta").with("charset", "utf-8");
  page.close();
  page.open("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1");
  page.close();
  page.open("meta").with("name", "robots").with("content", "noindex");
  page.close();
  page.element("title", words.missing);
  page.open("style").style(style.css);
  page.close();
  page.close();
  page.open("body").open("main").with("id", "main");
  page.element("h1", words.missing);
  Response response;
  response.status = 404;
  response.headers = {{"content-type", "text/html; charset=utf-8"},
                      {"cache-control", "no-store"},
                      {"content-security-policy", content_security_policy(style)}};
  response.body = std::move(page).finish().text();
  return response;
}

}  // namespace

// A page on its way: which one was asked for and how it is made.
struct HelpPages::Answer {
  int status = 200;
  std::string key;  // of the page among those that are kept; empty: it is not kept
  std::string type = "text/html; charset=utf-8";
  bool by_browser = false;  // its language was chosen by what the browser likes
  std::string body;         // if it was made
};

bool is_help(std::string_view path) { return path.starts_with(kRoot); }

std::string help_origin(const Request& request, const HttpSettings& settings) {
  if (!settings.public_url.empty()) {
    std::string origin = settings.public_url;
    while (origin.ends_with('/')) origin.pop_back();
    return origin;
  }
  return (is_https(request, settings) ? "https://" : "http://") +
         std::string(request.header("host"));
}

std::shared_ptr<const HelpPages::Page> HelpPages::make_page(std::string body) {
  auto page = std::make_shared<Page>();
  page->etag = to_base64_url(sha256(body)).substr(0, 22);
  if (body.size() >= kFewestZipped) page->zipped = gzip(body);
  if (page->zipped.size() >= body.size()) page->zipped.clear();
  page->body = std::move(body);
  return page;
}

// Also puts away what was made of an earlier state of the site.
std::shared_ptr<const Stylesheet> HelpPages::style_of(
    const std::shared_ptr<const PublicSite>& site) {
  std::lock_guard lock(mutex_);
  Shelf& shelf = shelves_[site->site().workspace];
  if (shelf.site != site) {
    shelf = {site, std::make_shared<const Stylesheet>(help_stylesheet(site->site().accent)), {}, 0};
  }
  return shelf.style;
}

std::shared_ptr<const HelpPages::Page> HelpPages::find(const PublicSite& site,
                                                       std::string_view key) {
  std::lock_guard lock(mutex_);
  const Shelf& shelf = shelves_[site.site().workspace];
  if (shelf.site.get() != &site) return nullptr;
  const auto found = shelf.pages.find(key);
  return found == shelf.pages.end() ? nullptr : found->second;
}

void HelpPages::keep(const PublicSite& site, const std::string& key,
                     std::shared_ptr<const Page> page) {
  std::lock_guard lock(mutex_);
  Shelf& shelf = shelves_[site.site().workspace];
  if (shelf.site.get() != &site) return;
  if (shelf.bytes > kMostKeptBytes) {
    shelf.pages.clear();
    shelf.bytes = 0;
  }
  shelf.bytes += page->body.size() + page->zipped.size() + key.size();
  shelf.pages[key] = std::move(page);
}

Response HelpPages::respond(const Request& request, const HttpSettings& settings) {
  std::string_view rest = std::string_view(request.path).substr(kRoot.size());
  const std::string slug(rest.substr(0, rest.find('/')));
  rest.remove_prefix(slug.size());
  auto opened = sites_.open(slug);
  if (!opened) return nowhere();
  const std::shared_ptr<const PublicSite>& site = *opened;
  if (rest == "/") return moved_to(help_path(*site));
  if (!rest.empty()) rest.remove_prefix(1);

  Answer answer;
  std::vector<const PublicArticle*> translations;
  if (!rest.empty() && rest != "search" && rest != "sitemap.xml" && !rest.starts_with("c/")) {
    translations = site->translations(rest);
  }
  // One of an article's own languages, or else of the site's.
  std::vector<std::string> offered;
  for (const PublicArticle* each : translations) offered.push_back(each->language);
  if (offered.empty()) offered = site->languages();
  if (offered.empty()) offered.emplace_back("en");
  std::string language = request.query_value("lang").value_or("");
  if (std::ranges::find(offered, language) == offered.end()) {
    answer.by_browser = offered.size() > 1;
    language = liked_language(request.header("accept-language"), offered).value_or(offered.front());
  }

  const auto style = style_of(site);
  const HelpPlace place{*site, *style, help_origin(request, settings), language};
  std::optional<std::size_t> category;
  if (rest.starts_with("c/")) category = site->category(rest.substr(2));
  const bool kept = rest.empty() || rest == "sitemap.xml" || category || !translations.empty();
  std::shared_ptr<const Page> page;
  if (kept) {
    answer.key = place.origin + "\n" + language + "\n" + std::string(rest);
    page = find(*site, answer.key);
  }
  if (rest == "sitemap.xml") answer.type = "application/xml; charset=utf-8";
  if (!page) {
    if (rest.empty()) {
      answer.body = help_home_page(place);
    } else if (rest == "sitemap.xml") {
      answer.body = help_sitemap(*site, place.origin);
    } else if (rest == "search") {
      answer.body = help_search_page(place, request.query_value("q").value_or(""));
    } else if (category) {
      answer.body = help_category_page(place, *category);
    } else if (!translations.empty()) {
      const auto shown = std::ranges::find(translations, language, &PublicArticle::language);
      answer.body = help_article_page(place, **shown);
    } else {
      const auto moved = sites_.moved_to(*site, rest);
      if (moved && !moved->empty()) return moved_on(request, *site, *moved);
      answer.status = 404;
      answer.body = help_missing_page(place);
    }
    page = make_page(std::move(answer.body));
    if (kept) keep(*site, answer.key, page);
  }

  const bool zipped = !page->zipped.empty() && takes_gzip(request);
  const std::string etag = "\"" + page->etag + (zipped ? "-gzip\"" : "\"");
  const std::string modified = http_date(site->as_of());
  Response response;
  response.status = answer.status;
  response.headers = {
      {"cache-control", answer.status == 200 ? "public, max-age=60" : "no-store"},
      {"content-language", language},
      {"etag", etag},
      {"vary", answer.by_browser ? "accept-encoding, accept-language" : "accept-encoding"},
      {"content-security-policy", content_security_policy(*style)}};
  if (kept) response.headers.emplace_back("last-modified", modified);
  const std::string_view known = request.header("if-none-match");
  const bool same = known.empty() ? kept && request.header("if-modified-since") == modified
                                  : known == "*" || known.find(etag) != known.npos;
  if (same && answer.status == 200) {
    response.status = 304;
    return response;
  }
  response.headers.emplace_back("content-type", answer.type);
  if (zipped) response.headers.emplace_back("content-encoding", "gzip");
  response.body = zipped ? page->zipped : page->body;
  return response;
}

}  // namespace rapport
