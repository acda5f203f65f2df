#include <algorithm>

#include "base/slug.h"
#include "base/unicode.h"
#include "desk/knowledge/checked.h"
#include "desk/knowledge/knowledge_desk.h"
#include "desk/team/words.h"

namespace rapport {
std::string free_category_slug(const std::vector<ArticleCategory>& all, const std::string& name,
                               ArticleCategoryId id) {
  std::string first = slug_of(name);
  if (first.empty()) first = "category";
  std::string slug = first;
  const auto taken = [&] {
    return std::ranges::any_of(
        all, [&](const ArticleCategory& each) { return each.slug == slug && each.id != id; });
  };
  for (int number = 2; taken(); ++number) slug = first + '-' + std::to_string(number);
  return slug;
}

Result<std::vector<ArticleCategory>> KnowledgeDesk::categories(const Member& by) {
  return store_.read([&](Unit& unit) { return unit.knowledge().categories(by.workspace); });
}

Result<ArticleCategory> KnowledgeDesk::add_category(const Member& by, const std::string& typed) {
  RAPPORT_TRY(may_write_articles(by));
  auto name = check_short_name(typed, "A category");
  RAPPORT_TRY(name);
  return store_.write([&](Unit& unit) -> Result<ArticleCategory> {
    auto all = unit.knowledge().categories(by.workspace);
    RAPPORT_TRY(all);
    if (all->size() >= kMostCategories) return invalid("200 categories are the most.", "name");
    ArticleCategory made{by.workspace, ids_.make<ArticleCategoryId>(), *name, fold_case(*name)};
    made.slug = free_category_slug(*all, *name, made.id);
    made.place = all->empty() ? 0 : all->back().place + 1;
    RAPPORT_TRY(unit.knowledge().add_category(made));
    RAPPORT_TRY(announce_article(unit, by.workspace, std::nullopt, clock_.now()));
    return made;
  });
}

Result<ArticleCategory> KnowledgeDesk::change_category(const Member& by, ArticleCategoryId id,
                                                       const std::string& typed,
                                                       std::optional<std::int64_t> place) {
  RAPPORT_TRY(may_write_articles(by));
  auto name = check_short_name(typed, "A category");
  RAPPORT_TRY(name);
  return store_.write([&](Unit& unit) -> Result<ArticleCategory> {
    auto found = unit.knowledge().category(by.workspace, id);
    RAPPORT_TRY(found);
    auto all = unit.knowledge().categories(by.workspace);
    RAPPORT_TRY(all);
    if (found->name != *name) {
      found->name = *name;
      found->folded = fold_case(*name);
      found->slug = free_category_slug(*all, *name, id);
    }
    if (place) {
      std::erase_if(*all, [&](const ArticleCategory& each) { return each.id == id; });
      const std::int64_t at =
          std::clamp<std::int64_t>(*place, 0, static_cast<std::int64_t>(all->size()));
      std::int64_t next = 0;
      for (ArticleCategory& each : *all) {
        if (next == at) ++next;
        if (each.place != next) {
          each.place = next;
          RAPPORT_TRY(unit.knowledge().save_category(each));
        }
        ++next;
      }
      found->place = at;
    }
    RAPPORT_TRY(unit.knowledge().save_category(*found));
    RAPPORT_TRY(announce_article(unit, by.workspace, std::nullopt, clock_.now()));
    return std::move(*found);
  });
}

Result<Done> KnowledgeDesk::remove_category(const Member& by, ArticleCategoryId id) {
  RAPPORT_TRY(may_write_articles(by));
  return store_.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.knowledge().remove_category(by.workspace, id));
    return announce_article(unit, by.workspace, std::nullopt, clock_.now());
  });
}

}  // namespace rapport
