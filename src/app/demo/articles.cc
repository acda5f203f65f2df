#include "app/demo/articles.h"

#include <algorithm>
#include <vector>

#include "base/embedded.h"
#include "desk/knowledge/knowledge_desk.h"
#include "store/store.h"

namespace rapport {
namespace {

struct Served {
  const char* slug;
  const char* language;
  const char* post;  // of the story, which it answered
  ArticleUseKind kind;
};

constexpr Served kServed[] = {
    {"returns", "en", "gift", ArticleUseKind::kLinked},
    {"mending", "en", "queue", ArticleUseKind::kLinked},
    {"mending", "en", "zip", ArticleUseKind::kLinked},
    {"heron-ii", "en", "hill", ArticleUseKind::kLinked},
    {"heron-ii", "en", "dob", ArticleUseKind::kLinked},
    {"care", "en", "mend-tape", ArticleUseKind::kLinked},
    {"customs", "de", "zoll", ArticleUseKind::kResolved},
    {"delivery", "en", "parcel", ArticleUseKind::kLinked},
    {"returns", "en", "embroid", ArticleUseKind::kLinked},
};

}  // namespace

Result<Done> tell_articles(Store& store, IdMaker& ids, const Clock& clock, const Member& owner,
                           const std::function<Result<Post>(const std::string&)>& post) {
  std::vector<ImportedArticle> found;
  for (const EmbeddedFile& file : embedded::demo_articles()) {
    found.push_back(imported_of_file(file.bytes, file.path));
  }
  KnowledgeDesk knowledge(store, ids, clock);
  auto report = knowledge.import_for(owner.workspace, owner.id, found, "en");
  RAPPORT_TRY(report);
  if (report->left > 0) return invalid("An article of the demo was left: " + report->items[0].why);
  for (const Served& each : kServed) {
    auto theirs = post(each.post);
    RAPPORT_TRY(theirs);
    auto noted = store.write([&](Unit& unit) -> Result<Done> {
      auto articles = unit.knowledge().translations(owner.workspace, each.slug);
      RAPPORT_TRY(articles);
      const auto article =
          std::ranges::find(*articles, std::string_view(each.language), &KnowledgeEntry::language);
      if (article == articles->end()) return not_found("The demo has no such article.");
      ArticleUse use;
      use.workspace = owner.workspace;
      use.id = ids.make<ArticleUseId>();
      use.article = article->id;
      use.conversation = theirs->conversation;
      use.post = theirs->id;
      use.kind = each.kind;
      use.by = owner.id;
      use.at = theirs->created_at + std::chrono::minutes{40};
      RAPPORT_TRY(unit.knowledge().add_use(use));
      return Done{};
    });
    RAPPORT_TRY(noted);
  }
  // One of them is due to be looked at again.
  return store.write([&](Unit& unit) -> Result<Done> {
    auto articles = unit.knowledge().translations(owner.workspace, "mending");
    RAPPORT_TRY(articles);
    auto mending = unit.knowledge().find(owner.workspace, articles->at(0).id);
    RAPPORT_TRY(mending);
    mending->owner = owner.id;
    mending->review_at = clock.now();
    ++mending->version;
    return unit.knowledge().save(*mending);
  });
}

}  // namespace rapport
