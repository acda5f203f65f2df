#include "desk/knowledge/article_links.h"

#include <algorithm>
#include <set>

#include "base/url.h"
#include "knowledge/links/link_key.h"
#include "store/help_sites.h"
#include "store/store.h"

namespace rapport {
namespace {

// "lang" of "?a=b&lang=de".
std::string_view language_in(std::string_view query) {
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view each = query.substr(0, end);
    if (each.starts_with("lang=")) return each.substr(5);
    if (end == std::string_view::npos) break;
    query.remove_prefix(end + 1);
  }
  return {};
}

// "help.example" of "https://www.Help.example:8443/help/acme", or of a name alone.
std::string host_in(std::string_view address) {
  std::string host = link_key(address);
  host.resize(std::min(host.find('/'), host.size()));
  const std::size_t port = host.rfind(':');
  if (port != std::string::npos && !host.ends_with(']')) host.resize(port);
  return host;
}

void put_once(std::vector<KnowledgeEntry>& entries, KnowledgeEntry entry) {
  if (std::ranges::find(entries, entry.id, &KnowledgeEntry::id) == entries.end()) {
    entries.push_back(std::move(entry));
  }
}

}  // namespace

Result<ArticleLinks> ArticleLinks::of(Unit& unit, WorkspaceId workspace,
                                      std::string_view public_url) {
  ArticleLinks links;
  links.workspace_ = workspace;
  auto site = help_sites_in(unit)->find(workspace);
  RAPPORT_TRY(site);
  if (*site && (*site)->enabled) {
    const std::string path = "/help/" + (*site)->slug;
    while (public_url.ends_with('/')) public_url.remove_suffix(1);
    links.pages_ = std::string(public_url) + path;
    links.path_ = path + "/";
  }
  return links;
}

std::string ArticleLinks::link(const KnowledgeEntry& entry) const {
  const bool on_our_pages = !pages_.empty() && entry.kind == ArticleKind::kArticle &&
                            entry.status == ArticleStatus::kPublished;
  return on_our_pages ? pages_ + '/' + entry.slug + "?lang=" + entry.language : entry.url;
}

std::string ArticleLinks::link_to_send(const KnowledgeEntry& entry) const {
  std::string page = link(entry);
  return page.starts_with('/') ? entry.url : page;
}

Result<std::vector<KnowledgeEntry>> ArticleLinks::led_to(
    Unit& unit, const std::vector<std::string>& links,
    std::span<const std::string> own_hosts) const {
  std::set<std::string> ours;
  for (const std::string& each : own_hosts) ours.insert(host_in(each));
  std::vector<KnowledgeEntry> found;
  std::vector<std::string> keys;
  for (const std::string& each : links) {
    std::string key = link_key(each);
    if (key.empty()) continue;
    const std::size_t path = key.find('/');
    if (!path_.empty() && path != std::string::npos &&
        std::string_view(key).substr(path).starts_with(path_) && ours.contains(host_in(each))) {
      std::string_view slug = std::string_view(key).substr(path + path_.size());
      const std::size_t mark = slug.find('?');
      const std::string_view query =
          mark == std::string_view::npos ? std::string_view() : slug.substr(mark + 1);
      slug = slug.substr(0, mark);
      auto there = unit.knowledge().translations(workspace_, slug);
      RAPPORT_TRY(there);
      if (there->empty()) {
        auto once = unit.knowledge().once_at(workspace_, slug);
        RAPPORT_TRY(once);
        there = unit.knowledge().some(workspace_, *once);
        RAPPORT_TRY(there);
      }
      // Nobody can read it there.
      std::erase_if(*there, [](const KnowledgeEntry& entry) {
        return entry.status != ArticleStatus::kPublished;
      });
      const auto wanted = std::ranges::find(*there, language_in(query), &KnowledgeEntry::language);
      if (!there->empty()) {
        put_once(found, wanted == there->end() ? std::move(there->front()) : std::move(*wanted));
      }
    }
    keys.push_back(std::move(key));
  }
  auto elsewhere = unit.knowledge().by_url_keys(workspace_, keys);
  RAPPORT_TRY(elsewhere);
  for (KnowledgeEntry& each : *elsewhere) {
    // A draft is nobody's answer, and what was put away is none any more.
    if (each.status == ArticleStatus::kPublished) put_once(found, std::move(each));
  }
  return found;
}

}  // namespace rapport
