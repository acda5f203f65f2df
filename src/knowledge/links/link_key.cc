#include "knowledge/links/link_key.h"

#include <algorithm>
#include <array>

#include "base/url.h"
#include "model/reading.h"
#include "text/entities/entities.h"

namespace rapport {
namespace {

constexpr std::size_t kMostLinks = 20;

bool is_campaign(std::string_view parameter) {
  constexpr std::array<std::string_view, 6> kNames = {"fbclid", "gclid",  "mc_cid",
                                                      "mc_eid", "igshid", "ref_src"};
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") || std::ranges::find(kNames, name) != kNames.end();
}

}  // namespace

std::string link_key(std::string_view text) {
  const bool has_scheme = text.starts_with("http://") || text.starts_with("https://") ||
                          text.find("://") != std::string_view::npos;
  const auto url = parse_web_url(has_scheme ? std::string(text) : "https://" + std::string(text));
  if (!url) return {};
  std::string key = url->origin();
  key.erase(0, key.find("://") + 3);
  if (key.starts_with("www.")) key.erase(0, 4);

  std::string_view rest = url->path;
  rest = rest.substr(0, rest.find('#'));
  std::string_view query;
  if (const std::size_t mark = rest.find('?'); mark != std::string_view::npos) {
    query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  while (rest.ends_with('/')) rest.remove_suffix(1);
  key += rest;
  char before = '?';
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view each = query.substr(0, end);
    if (!each.empty() && !is_campaign(each)) {
      key += before;
      key += each;
      before = '&';
    }
    if (end == std::string_view::npos) break;
    query.remove_prefix(end + 1);
  }
  return key;
}

std::vector<std::string> links_in(std::string_view text) {
  std::vector<TextEntity> found;
  find_entities(text, found);
  std::vector<std::string> links;
  for (const TextEntity& each : found) {
    if (each.kind != TextEntityKind::kLink || links.size() == kMostLinks) continue;
    std::string link(text.substr(each.span.begin, each.span.end - each.span.begin));
    if (std::ranges::find(links, link) == links.end()) links.push_back(std::move(link));
  }
  return links;
}

}  // namespace rapport
