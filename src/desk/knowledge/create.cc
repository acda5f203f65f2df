#include "desk/knowledge/checked.h"
#include "desk/knowledge/knowledge_desk.h"

namespace rapport {

Result<ArticleDetail> KnowledgeDesk::create(const Member& by, const ArticleWish& asked,
                                            const Beside& beside) {
  RAPPORT_TRY(may_write_articles(by));
  auto wish = checked_words(asked);
  RAPPORT_TRY(wish);
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<ArticleDetail> {
    auto stamp = unit.knowledge().stamp(by.workspace);
    RAPPORT_TRY(stamp);
    if (stamp->articles >= kMost) {
      return invalid("5,000 articles are the most. Remove some first.", "title");
    }
    KnowledgeEntry entry;
    entry.workspace = by.workspace;
    entry.id = ids_.make<ArticleId>();
    entry.by = by.id;
    entry.created_at = now;
    RAPPORT_TRY(put_wish(unit, entry, *wish, now));
    RAPPORT_TRY(unit.knowledge().add(entry));
    if (entry.status == ArticleStatus::kPublished) {
      RAPPORT_TRY(unit.members().audit(
          {by.workspace, by.id, "article.publish", to_string(entry.id), entry.title, now}));
    }
    if (beside) RAPPORT_TRY(beside(unit, entry));
    RAPPORT_TRY(announce_article(unit, by.workspace, entry.id, now));
    return detail_of(unit, std::move(entry));
  });
}

}  // namespace rapport
