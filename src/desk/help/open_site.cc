#include <algorithm>
#include <utility>

#include "desk/help/public_sites.h"
#include "store/help_sites.h"
#include "store/store.h"

namespace rapport {
namespace {

// All that a site is made of, beside the texts themselves.
struct SiteParts {
  HelpSite site;
  std::int64_t stamp = 0;
  std::vector<ArticleCategory> categories;

  std::string key() const {
    std::string out = std::to_string(to_micros(site.changed_at)) + " " + std::to_string(stamp);
    for (const std::string* each : {&site.title, &site.intro, &site.accent}) out += "\n" + *each;
    for (const ArticleCategory& each : categories) out += "\n" + each.slug + " " + each.name;
    return out;
  }
};

Result<std::optional<SiteParts>> find_site(Unit& unit, std::string_view slug) {
  auto site = help_sites_in(unit)->by_slug(slug);
  RAPPORT_TRY(site);
  if (!*site || !(*site)->enabled) return std::optional<SiteParts>();
  SiteParts found;
  found.site = std::move(**site);
  auto stamp = unit.knowledge().stamp(found.site.workspace);
  RAPPORT_TRY(stamp);
  found.stamp = stamp->stamp;
  auto categories = unit.knowledge().categories(found.site.workspace);
  RAPPORT_TRY(categories);
  found.categories = std::move(*categories);
  return std::optional(std::move(found));
}

// What a category's articles are all drafts of is nobody's business yet.
std::vector<ArticleCategory> with_articles(std::vector<ArticleCategory> categories,
                                           const std::vector<KnowledgeEntry>& published) {
  std::erase_if(categories, [&](const ArticleCategory& category) {
    return std::ranges::none_of(
        published, [&](const KnowledgeEntry& each) { return each.category == category.id; });
  });
  return categories;
}

PublicArticle public_article(KnowledgeEntry entry, const std::vector<ArticleCategory>& categories) {
  PublicArticle out;
  out.slug = std::move(entry.slug);
  out.language = std::move(entry.language);
  out.title = std::move(entry.title);
  out.markdown = std::move(entry.markdown);
  if (entry.kind == ArticleKind::kResource) out.url = std::move(entry.url);
  out.medium = to_word(entry.medium);
  out.questions = question_lines(entry.questions);
  const auto category = std::ranges::find_if(
      categories, [&](const ArticleCategory& each) { return each.id == entry.category; });
  if (category != categories.end()) {
    out.category = static_cast<std::size_t>(category - categories.begin());
  }
  out.changed_at = entry.changed_at;
  out.published_at = entry.published_at.value_or(entry.changed_at);
  return out;
}

}  // namespace

std::shared_ptr<const PublicSite> PublicSites::kept(WorkspaceId workspace,
                                                    const std::string& stamp) {
  std::lock_guard lock(mutex_);
  const auto found = kept_.find(workspace);
  return found != kept_.end() && found->second.stamp == stamp ? found->second.site : nullptr;
}

std::shared_ptr<std::mutex> PublicSites::making_of(WorkspaceId workspace) {
  std::lock_guard lock(mutex_);
  auto& making = making_[workspace];
  if (!making) making = std::make_shared<std::mutex>();
  return making;
}

Result<std::shared_ptr<const PublicSite>> PublicSites::open(std::string_view slug) {
  auto found = store_.read([&](Unit& unit) { return find_site(unit, slug); });
  RAPPORT_TRY(found);
  if (!*found) return not_found("There is nothing at this address.");
  const WorkspaceId workspace = (*found)->site.workspace;
  if (auto here = kept(workspace, (*found)->key())) return here;
  // Many may come at once to a site that changed: one makes it anew, the others wait for that.
  const auto making = making_of(workspace);
  std::lock_guard turn(*making);
  if (auto here = kept(workspace, (*found)->key())) return here;
  // Read again with the texts, in one state.
  std::vector<KnowledgeEntry> entries;
  found = store_.read([&](Unit& unit) -> Result<std::optional<SiteParts>> {
    auto again = find_site(unit, slug);
    RAPPORT_TRY(again);
    auto published = unit.knowledge().published(workspace);
    RAPPORT_TRY(published);
    entries = std::move(*published);
    return again;
  });
  RAPPORT_TRY(found);
  if (!*found) return not_found("There is nothing at this address.");
  std::string key = (*found)->key();
  // Said once more here, because what is shown to everybody hangs on it.
  std::erase_if(entries, [&](const KnowledgeEntry& each) {
    return each.status != ArticleStatus::kPublished || each.workspace != workspace;
  });
  const std::vector<ArticleCategory> shown =
      with_articles(std::move((*found)->categories), entries);
  std::vector<PublicCategory> categories;
  for (const ArticleCategory& each : shown) categories.push_back({each.slug, each.name});
  std::vector<PublicArticle> articles;
  for (KnowledgeEntry& each : entries) articles.push_back(public_article(std::move(each), shown));
  auto made = std::make_shared<const PublicSite>(std::move((*found)->site), std::move(categories),
                                                 std::move(articles), clock_.now());
  std::lock_guard lock(mutex_);
  kept_[workspace] = {std::move(key), made};
  return made;
}

Result<std::vector<const PublicArticle*>> PublicSites::moved_to(const PublicSite& site,
                                                                std::string_view slug) {
  return store_.read([&](Unit& unit) -> Result<std::vector<const PublicArticle*>> {
    const WorkspaceId workspace = site.site().workspace;
    std::vector<const PublicArticle*> out;
    auto once = unit.knowledge().once_at(workspace, slug);
    RAPPORT_TRY(once);
    if (once->empty()) return out;
    auto entries = unit.knowledge().some(workspace, *once);
    RAPPORT_TRY(entries);
    for (const KnowledgeEntry& each : *entries) {
      for (const PublicArticle* there : site.translations(each.slug)) {
        if (std::ranges::find(out, there) == out.end()) out.push_back(there);
      }
    }
    return out;
  });
}

}  // namespace rapport
