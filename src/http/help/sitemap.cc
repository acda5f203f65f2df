#include "http/help/pages.h"
#include "knowledge/html/html_writer.h"

namespace rapport {
namespace {

void write_address(HtmlWriter& map, std::string_view address, Time changed_at) {
  map.open("url");
  map.element("loc", address);
  map.element("lastmod", format_time(changed_at).substr(0, 10));
  map.close();
}

}  // namespace

// XML is written as HTML is: the same escapes are good in both.
std::string help_sitemap(const PublicSite& site, std::string_view origin) {
  constexpr std::size_t kMostAddresses = 50'000;  // as the protocol has it
  const std::string begin(origin);
  HtmlWriter map;
  map.open("urlset").with("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
  write_address(map, begin + help_path(site), site.as_of());
  std::size_t written = 1;
  for (const PublicArticle& each : site.articles()) {
    if (each.is_resource()) continue;
    if (++written > kMostAddresses) break;
    write_address(map, begin + help_path(site, each), each.changed_at);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::move(map).finish().text() + "\n";
}

}  // namespace rapport
