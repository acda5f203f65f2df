#include <algorithm>

#include "desk/knowledge/knowledge_desk.h"
#include "store/store.h"

namespace rapport {

Result<ArticleDetail> KnowledgeDesk::open(const Member& by, ArticleId id) {
  return store_.read([&](Unit& unit) -> Result<ArticleDetail> {
    auto entry = unit.knowledge().find(by.workspace, id);
    RAPPORT_TRY(entry);
    return detail_of(unit, std::move(*entry));
  });
}

Result<ArticleDetail> KnowledgeDesk::detail_of(Unit& unit, KnowledgeEntry entry) {
  auto links = ArticleLinks::of(unit, entry.workspace, public_url_);
  RAPPORT_TRY(links);
  auto translations = unit.knowledge().translations(entry.workspace, entry.slug);
  RAPPORT_TRY(translations);
  std::erase_if(*translations, [&](const KnowledgeEntry& each) { return each.id == entry.id; });
  std::string link = links->link(entry);
  return ArticleDetail{{std::move(entry), std::move(link)}, std::move(*translations)};
}

}  // namespace rapport
