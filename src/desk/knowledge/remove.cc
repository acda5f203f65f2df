#include "desk/knowledge/checked.h"
#include "desk/knowledge/knowledge_desk.h"
#include "store/gaps.h"

namespace rapport {

Result<Done> KnowledgeDesk::remove(const Member& by, ArticleId id) {
  RAPPORT_TRY(may_write_articles(by));
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto entry = unit.knowledge().find(by.workspace, id);
    RAPPORT_TRY(entry);
    RAPPORT_TRY(unit.knowledge().remove(by.workspace, id));
    RAPPORT_TRY(gaps_in(unit)->lost(by.workspace, id));
    RAPPORT_TRY(unit.members().audit(
        {by.workspace, by.id, "article.remove", to_string(id), entry->title, now}));
    return announce_article(unit, by.workspace, id, now);
  });
}

}  // namespace rapport
