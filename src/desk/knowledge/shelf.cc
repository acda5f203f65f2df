#include "desk/knowledge/shelf.h"

#include <algorithm>
#include <string_view>

#include "base/unicode.h"
#include "desk/reading/wants_an_answer.h"
#include "store/asked_of_articles.h"
#include "store/store.h"
#include "text/entities/entities.h"

namespace rapport {
namespace {

// What is remembered of earlier uses.
constexpr int kRecentUses = 1000;
constexpr int kRecentUsesOfEach = 16;
constexpr std::size_t kMostAskedLength = 300;  // characters

using Use = std::optional<std::pair<ArticleId, std::optional<PostId>>>;

// Of uses, newest first.
Use first_of(const std::vector<UseRead>& uses) {
  if (uses.empty()) return std::nullopt;
  return std::pair(uses.front().article, uses.front().post);
}

// "@brand where does it pinch? https://…": a mention and a link say nothing of what was asked, and
// would draw to an article whoever speaks to the same account.
std::string words_of(std::string_view text) {
  std::vector<TextEntity> entities;
  find_entities(text, entities);
  std::string out;
  std::size_t at = 0;
  for (const TextEntity& each : entities) {
    if (each.kind != TextEntityKind::kMention && each.kind != TextEntityKind::kLink) continue;
    out.append(text.substr(at, each.span.begin - at)) += ' ';
    at = each.span.end;
  }
  out += text.substr(at);
  return std::string(cut_graphemes(trim(out), kMostAskedLength));
}

// Of a conversation that was resolved with it nobody named the post: it has to be one that asks,
// which only shows where its language is read.
bool asks(const AskedOfArticle& asked) {
  const bool read = asked.reading && asked.reading->sentiment;
  return read ? wants_an_answer(*asked.reading) : asked.kind == ArticleUseKind::kLinked;
}

// What people asked whom each of them served is what it is asked by, too: the newest of each.
Result<std::vector<std::vector<std::string>>> asked_of(Unit& unit, WorkspaceId workspace,
                                                       const std::vector<KnowledgeEntry>& entries) {
  std::vector<std::vector<std::string>> out(entries.size());
  auto asked = asked_of_articles(unit, workspace, kRecentUsesOfEach);
  RAPPORT_TRY(asked);
  std::map<ArticleId, std::size_t> places;
  for (std::size_t i = 0; i < entries.size(); ++i) places[entries[i].id] = i;
  std::map<ArticleId, std::set<PostId>> taken;
  for (const AskedOfArticle& each : *asked) {
    const auto place = places.find(each.article);
    if (place == places.end() || !asks(each)) continue;
    std::set<PostId>& posts = taken[each.article];
    if (posts.size() == Shelves::kMostAsked || !posts.insert(each.post).second) continue;
    out[place->second].push_back(words_of(each.text));
  }
  return out;
}

Result<std::shared_ptr<const Shelf>> build(Unit& unit, WorkspaceId workspace, std::int64_t stamp,
                                           std::int64_t asked, Time now) {
  auto entries = unit.knowledge().published(workspace);
  RAPPORT_TRY(entries);
  auto uses = unit.knowledge().recent_uses(workspace, kRecentUses);
  RAPPORT_TRY(uses);
  std::vector<std::set<std::string>> served(entries->size());
  for (const UseRead& use : *uses) {
    const auto found = std::ranges::find(*entries, use.article, &KnowledgeEntry::id);
    if (found == entries->end() || !use.reading) continue;
    auto& about = served[static_cast<std::size_t>(found - entries->begin())];
    about.insert(use.reading->reasons.begin(), use.reading->reasons.end());
    for (const TopicId topic : use.reading->topics) about.insert("topic:" + to_string(topic));
  }
  std::vector<Article> searched;
  searched.reserve(entries->size());
  for (const KnowledgeEntry& each : *entries) searched.push_back(searched_article(each));
  auto asked_before = asked_of(unit, workspace, *entries);
  RAPPORT_TRY(asked_before);
  // ArticleIndex is made in its place: it can't be moved.
  std::shared_ptr<Shelf> shelf(new Shelf{stamp, asked, std::move(*entries),
                                         ArticleIndex(searched, *asked_before), nullptr,
                                         std::move(served), first_of(*uses), now});
  shelf->lately = std::make_unique<AskedLately>(shelf->index, Shelf::kLookedAt);
  return shelf;
}

}  // namespace

Result<std::shared_ptr<const Shelf>> Shelves::of(WorkspaceId workspace) {
  return store_.read([&](Unit& unit) { return of(unit, workspace); });
}

Result<std::shared_ptr<const Shelf>> Shelves::kept(Unit& unit, WorkspaceId workspace,
                                                   std::int64_t stamp, std::int64_t asked) {
  std::shared_ptr<const Shelf> shelf;
  {
    const std::lock_guard lock(mutex_);
    const auto found = shelves_.find(workspace);
    if (found != shelves_.end() && found->second->stamp == stamp && found->second->asked == asked) {
      shelf = found->second;
    }
  }
  if (!shelf) return shelf;
  const auto age = clock_.now() - shelf->made_at;
  if (age >= age.zero() && age < kUsesAfter) return shelf;
  if (age < age.zero() || age >= kAtLast) return nullptr;  // a clock that went back tells no age
  auto newest = unit.knowledge().recent_uses(workspace, 1);
  RAPPORT_TRY(newest);
  return first_of(*newest) == shelf->newest_use ? shelf : nullptr;
}

Result<std::shared_ptr<const Shelf>> Shelves::of(Unit& unit, WorkspaceId workspace) {
  auto now = unit.knowledge().stamp(workspace);
  RAPPORT_TRY(now);
  auto asked = asked_stamp(unit, workspace);
  RAPPORT_TRY(asked);
  auto here = kept(unit, workspace, now->stamp, *asked);
  if (!here || *here) return here;
  // Two who find it old at once both build it; that is rarer than a wait for a long build.
  auto built = build(unit, workspace, now->stamp, *asked, clock_.now());
  RAPPORT_TRY(built);
  const std::lock_guard lock(mutex_);
  auto& kept = shelves_[workspace];
  if (!kept || (kept->stamp <= now->stamp && kept->asked <= *asked)) kept = *built;
  return *built;
}

}  // namespace rapport
