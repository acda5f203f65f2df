#include <unordered_map>
#include <unordered_set>

#include "desk/announce.h"
#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/listening/post_view.h"
#include "listen/parse.h"
#include "listen/prepared_query.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kMentionsAtATime = 500;
constexpr int kMonitorsAtATime = 20;

}  // namespace

void Monitors::settle() { matching_.settle(); }

Result<bool> Monitors::catch_up(int most, const std::function<bool()>& go_on) {
  auto behind = store_.read([](Unit& unit) { return unit.monitors().behind(kMonitorsAtATime); });
  RAPPORT_TRY(behind);
  bool more = static_cast<int>(behind->size()) == kMonitorsAtATime;
  for (const Monitor& each : *behind) {
    if (!go_on()) return true;
    auto left = catch_up(each, most);
    RAPPORT_TRY(left);
    more |= *left;
  }
  if (!go_on()) return true;
  auto leaving =
      store_.write([](Unit& unit) { return unit.monitors().clear_removed(kMentionsAtATime); });
  RAPPORT_TRY(leaving);
  return more || *leaving;
}

Result<bool> Monitors::catch_up(const Monitor& seen, int most) {
  // Not between a change in the store and its coming into force: what is filed then is matched by
  // the one, and what was filed before by this.
  std::lock_guard changing(changing_);
  return store_.write([&](Unit& unit) -> Result<bool> {
    auto monitor = unit.monitors().find(seen.workspace, seen.id);
    if (!monitor && monitor.error().kind == ErrorKind::kNotFound) return false;
    RAPPORT_TRY(monitor);
    const ParsedQuery parsed = parse_query(monitor->query);
    if (!parsed.query) {
      monitor->below = PostId{};  // nothing can be found by it
      RAPPORT_TRY(unit.monitors().save(*monitor));
      return false;
    }
    const PreparedQuery query(*parsed.query, static_cast<std::uint64_t>(seen.workspace.value));
    auto posts = unit.posts().below(seen.workspace, monitor->below, most);
    RAPPORT_TRY(posts);
    std::vector<AccountId> authors;
    std::vector<PostId> ids;
    for (const Post& each : *posts) {
      authors.push_back(each.author);
      ids.push_back(each.id);
    }
    auto accounts = unit.people().accounts(seen.workspace, authors);
    RAPPORT_TRY(accounts);
    std::unordered_map<AccountId, const Account*> author_of;
    for (const Account& each : *accounts) author_of[each.id] = &each;
    auto readings = unit.readings().of(seen.workspace, ids);
    RAPPORT_TRY(readings);
    std::unordered_map<PostId, const PostReading*> reading_of;
    for (const PostReading& each : *readings) reading_of[each.post] = &each;

    std::unordered_map<PostId, Account> answered;
    if (query.needs().asks(QueryField::kReplyTo)) {
      auto found = answered_by(unit, seen.workspace, *posts);
      RAPPORT_TRY(found);
      answered = std::move(*found);
    }
    auto mentions = unit.monitors().of(seen.workspace, ids);
    RAPPORT_TRY(mentions);
    std::unordered_set<PostId> before;
    for (const MonitorMention& each : *mentions) {
      if (each.monitor == seen.id) before.insert(each.post);
    }

    thread_local MatchScratch scratch;
    bool changed = false;
    for (const Post& post : *posts) {
      const auto author = author_of.find(post.author);
      const auto reading = reading_of.find(post.id);
      const Account* account = author == author_of.end() ? nullptr : author->second;
      std::optional<ReadingGist> gist;
      std::string language;
      if (reading != reading_of.end()) {
        gist = reading->second->gist;
        language = reading->second->language;
      }
      PostEnricher enricher(unit, reader_, post, account, std::move(gist), std::move(language));
      const auto to = answered.find(post.id);
      auto found =
          query.match(heard_post(post, account, to == answered.end() ? nullptr : &to->second),
                      scratch, &enricher);
      if (found) {
        auto kept = unit.monitors().keep(
            {seen.workspace, seen.id, post.id, post.created_at, std::move(found->text)});
        RAPPORT_TRY(kept);
        changed |= *kept;
      } else if (before.contains(post.id)) {
        auto dropped = unit.monitors().drop(seen.workspace, seen.id, post.id);
        RAPPORT_TRY(dropped);
        changed |= *dropped;
      }
    }
    const bool more = static_cast<int>(posts->size()) == most;
    monitor->below = more ? posts->back().id : PostId{};
    RAPPORT_TRY(unit.monitors().save(*monitor));
    if (!changed && more) return more;
    Event event;
    event.workspace = seen.workspace;
    event.kind = EventKind::kMonitor;
    event.subject = seen.id.value;
    event.at = clock_.now();
    RAPPORT_TRY(unit.announce(std::move(event)));
    return more;
  });
}

}  // namespace rapport
