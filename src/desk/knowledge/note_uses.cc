#include "desk/knowledge/note_uses.h"

#include <algorithm>

#include "desk/knowledge/article_links.h"
#include "desk/knowledge/checked.h"
#include "knowledge/links/link_key.h"

namespace rapport {

Result<Done> note_uses(Unit& unit, IdMaker& ids, const Act& act,
                       std::span<const std::string> own_hosts, Time now) {
  if (!speaks(act.kind)) return Done{};
  std::vector<std::string> links = links_in(act.text);
  if (!act.card_url.empty() && std::ranges::find(links, act.card_url) == links.end()) {
    links.push_back(act.card_url);
  }
  if (links.empty()) return Done{};
  auto known = ArticleLinks::of(unit, act.workspace, {});
  RAPPORT_TRY(known);
  auto led_to = known->led_to(unit, links, own_hosts);
  RAPPORT_TRY(led_to);
  for (const KnowledgeEntry& article : *led_to) {
    ArticleUse use;
    use.workspace = act.workspace;
    use.id = ids.make<ArticleUseId>();
    use.article = article.id;
    use.conversation = act.conversation;
    use.post = act.post;
    use.act = act.id;
    use.kind = ArticleUseKind::kLinked;
    use.by = act.by;
    use.at = now;
    auto added = unit.knowledge().add_use(use);
    RAPPORT_TRY(added);
    if (*added) RAPPORT_TRY(announce_article(unit, act.workspace, article.id, now));
  }
  return Done{};
}

}  // namespace rapport
