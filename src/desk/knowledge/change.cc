#include "desk/knowledge/checked.h"
#include "desk/knowledge/knowledge_desk.h"
#include "store/gaps.h"

namespace rapport {
namespace {

std::string verb_of(ArticleStatus before, ArticleStatus now) {
  switch (now) {
    case ArticleStatus::kPublished:
      return "article.publish";
    case ArticleStatus::kArchived:
      return "article.archive";
    case ArticleStatus::kDraft:
      break;
  }
  // What was put away was on no public page.
  return before == ArticleStatus::kPublished ? "article.unpublish" : "article.restore";
}

}  // namespace

Result<ArticleDetail> KnowledgeDesk::change(const Member& by, ArticleId id, std::int64_t version,
                                            const ArticleWish& asked) {
  RAPPORT_TRY(may_write_articles(by));
  auto wish = checked_words(asked);
  RAPPORT_TRY(wish);
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<ArticleDetail> {
    auto entry = unit.knowledge().find(by.workspace, id);
    RAPPORT_TRY(entry);
    if (entry->version != version) {
      return conflict(
          "Somebody changed this article since you opened it. Your words are kept"
          " here: look at theirs, then save again.");
    }
    const ArticleStatus before = entry->status;
    RAPPORT_TRY(put_wish(unit, *entry, *wish, now));
    ++entry->version;
    RAPPORT_TRY(unit.knowledge().save(*entry));
    if (entry->status != before) {
      RAPPORT_TRY(unit.members().audit(
          {by.workspace, by.id, verb_of(before, entry->status), to_string(id), entry->title, now}));
    }
    if (entry->status == ArticleStatus::kPublished) {
      RAPPORT_TRY(gaps_in(unit)->published(by.workspace, id));
    }
    RAPPORT_TRY(announce_article(unit, by.workspace, id, now));
    return detail_of(unit, std::move(*entry));
  });
}

}  // namespace rapport
