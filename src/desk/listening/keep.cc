#include "desk/listening/keep.h"

#include <vector>

#include "desk/listening/matching.h"
#include "desk/listening/post_view.h"
#include "store/store.h"

namespace rapport {

Result<Done> keep_found(Unit& unit, const MonitorMatching& matching, PostReader* reader,
                        const PostToMatch& asked, std::set<MonitorId>& changed) {
  const Post& post = asked.post;
  const bool says = post.address != Address::kOurs && !post.deleted_at;
  thread_local MatchScratch scratch;
  thread_local std::vector<Match> matches;
  matches.clear();
  if (says && matching.any(post.workspace)) {
    std::optional<Account> answered;
    if (post.parent && matching.matcher().needs().asks(QueryField::kReplyTo)) {
      auto parent = unit.posts().find(post.workspace, *post.parent);
      if (parent) {
        auto account = unit.people().account(post.workspace, parent->author);
        if (account) answered = std::move(*account);
      }
    }
    PostEnricher enricher(unit, reader, post, asked.author, asked.gist, {});
    matching.matcher().match(heard_post(post, asked.author, answered ? &*answered : nullptr),
                             scratch, matches, static_cast<std::uint64_t>(post.workspace.value),
                             &enricher);
  }

  std::set<MonitorId> before;
  if (!asked.fresh) {
    auto found = unit.monitors().of(post.workspace, {post.id});
    RAPPORT_TRY(found);
    for (const MonitorMention& each : *found) before.insert(each.monitor);
  }
  for (Match& each : matches) {
    const MonitorId monitor{static_cast<std::int64_t>(each.key)};
    before.erase(monitor);
    MonitorMention mention{post.workspace, monitor, post.id, post.created_at,
                           spans_in_text(std::move(each.spans))};
    RAPPORT_TRY(unit.monitors().keep(mention));
    changed.insert(monitor);
  }
  for (const MonitorId each : before) {
    // What a paused monitor found stays found.
    if (says && !matching.has(each)) continue;
    RAPPORT_TRY(unit.monitors().drop(post.workspace, each, post.id));
    changed.insert(each);
  }
  return Done{};
}

}  // namespace rapport
