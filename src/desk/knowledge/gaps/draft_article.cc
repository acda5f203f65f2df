#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "desk/knowledge/checked.h"
#include "desk/knowledge/gaps/compose_article.h"
#include "desk/knowledge/gaps/gap_desk.h"
#include "store/gaps.h"
#include "store/store.h"

namespace rapport {
namespace {

// Nobody of theirs and nobody of ours is named in an article.
Result<std::vector<std::string>> names_in(Unit& unit, WorkspaceId workspace,
                                          const std::set<AccountId>& authors) {
  std::vector<std::string> out;
  auto accounts = unit.people().accounts(workspace, {authors.begin(), authors.end()});
  RAPPORT_TRY(accounts);
  for (const Account& each : *accounts) {
    if (each.ours) continue;
    out.push_back(each.name);
    // "mia.example": the first part is what people are called by.
    out.push_back(each.handle.substr(0, each.handle.find_first_of(".@")));
  }
  auto members = unit.members().all(workspace);
  RAPPORT_TRY(members);
  for (const Member& each : *members) out.push_back(each.name);
  return out;
}

// What we answered these posts, and how we went on.
Result<std::vector<AskedAndAnswered::Answer>> answers_to(Unit& unit, WorkspaceId workspace,
                                                         std::vector<PostId> posts) {
  const auto gaps = gaps_in(unit);
  auto replies = gaps->replies(workspace, posts);
  RAPPORT_TRY(replies);
  std::vector<PostId> ours;
  for (const OurReply& each : *replies) ours.push_back(each.post);
  auto further = gaps->replies(workspace, ours);
  RAPPORT_TRY(further);
  std::map<PostId, std::string> goes_on;
  for (auto each = further->rbegin(); each != further->rend(); ++each) {
    goes_on[each->parent] += "\n" + each->text;
  }
  std::vector<AskedAndAnswered::Answer> out;
  for (OurReply& each : *replies) {
    out.push_back({std::move(each.text) + goes_on[each.post], each.at});
  }
  return out;
}

// The language most of them were read in.
std::string language_of(const std::vector<PostReading>& readings, const std::vector<Post>& posts) {
  std::map<std::string, int> times;
  for (const PostReading& each : readings) {
    if (each.language != "und") ++times[each.language];
  }
  if (times.empty()) {
    for (const Post& each : posts) {
      if (!each.langs.empty()) ++times[each.langs.front()];
    }
  }
  if (times.empty()) return "en";
  return std::ranges::max_element(times, {}, [](const auto& each) { return each.second; })->first;
}

bool was_read_as_asking(const PostReading& reading) {
  return std::ranges::any_of(reading.gist.intents, [](Intent intent) {
    return intent == Intent::kQuestion || intent == Intent::kRequest;
  });
}

// What others asked us in a thread; where nobody was read as asking, the first that was said to us.
Result<std::vector<Post>> asked_in(Unit& unit, WorkspaceId workspace, ConversationId thread) {
  RAPPORT_TRY(unit.conversations().find(workspace, thread));
  auto posts = unit.posts().thread(workspace, thread, {}, GapDesk::kMostOfThread);
  RAPPORT_TRY(posts);
  std::erase_if(*posts, [](const Post& each) {
    return (each.address != Address::kDirect && each.address != Address::kBranch) ||
           each.deleted_at || !each.our_hide.empty() || each.text.empty();
  });
  std::vector<PostId> ids;
  for (const Post& each : *posts) ids.push_back(each.id);
  auto readings = unit.readings().of(workspace, ids);
  RAPPORT_TRY(readings);
  std::set<PostId> asking;
  for (const PostReading& each : *readings) {
    if (was_read_as_asking(each)) asking.insert(each.post);
  }
  if (asking.empty()) {
    if (posts->size() > 1) posts->resize(1);
  } else {
    std::erase_if(*posts, [&](const Post& each) { return !asking.contains(each.id); });
  }
  return posts;
}

Result<AskedAndAnswered> gather(Unit& unit, WorkspaceId workspace, const std::vector<Post>& posts) {
  AskedAndAnswered out;
  std::vector<PostId> ids;
  std::set<AccountId> authors;
  for (const Post& each : posts) {
    out.questions.push_back(each.text);
    ids.push_back(each.id);
    authors.insert(each.author);
  }
  auto readings = unit.readings().of(workspace, ids);
  RAPPORT_TRY(readings);
  out.language = language_of(*readings, posts);
  auto answers = answers_to(unit, workspace, std::move(ids));
  RAPPORT_TRY(answers);
  out.answers = std::move(*answers);
  auto names = names_in(unit, workspace, authors);
  RAPPORT_TRY(names);
  out.names = std::move(*names);
  return out;
}

Result<Done> audit_draft(Unit& unit, const Member& by, const KnowledgeEntry& entry) {
  return unit.members().audit(
      {by.workspace, by.id, "article.draft", to_string(entry.id), entry.title, entry.created_at});
}

}  // namespace

Result<ArticleDetail> GapDesk::draft(const Member& by, GapId id) {
  RAPPORT_TRY(may_write_articles(by));
  std::optional<ArticleId> begun;
  auto threads = store_.read([&](Unit& unit) -> Result<AskedAndAnswered> {
    const auto gaps = gaps_in(unit);
    auto gap = gaps->find(by.workspace, id);
    RAPPORT_TRY(gap);
    begun = gap->article;
    if (begun) return AskedAndAnswered{};
    auto asked = gaps->posts(by.workspace, id, kMostPosts);
    RAPPORT_TRY(asked);
    std::vector<PostId> ids;
    for (const GapPost& each : *asked) ids.push_back(each.post);
    auto found = unit.posts().some(by.workspace, ids);
    RAPPORT_TRY(found);
    // The most central first.
    std::vector<Post> posts;
    for (const PostId each : ids) {
      const auto post = std::ranges::find(*found, each, &Post::id);
      if (post != found->end()) posts.push_back(std::move(*post));
    }
    auto gathered = gather(unit, by.workspace, posts);
    RAPPORT_TRY(gathered);
    gathered->name = gap->name;
    if (!gap->language.empty() && gap->language != "und") gathered->language = gap->language;
    return gathered;
  });
  RAPPORT_TRY(threads);
  if (begun) return knowledge_.open(by, *begun);
  auto wish = compose_article(*threads);
  RAPPORT_TRY(wish);
  const auto link = [&](Unit& unit, const KnowledgeEntry& entry) -> Result<Done> {
    const auto gaps = gaps_in(unit);
    auto gap = gaps->find(by.workspace, id);
    if (!gap) {
      if (gap.error().kind != ErrorKind::kNotFound) return fail(std::move(gap.error()));
      return audit_draft(unit, by, entry);  // learned anew meanwhile: it is of no gap
    }
    begun = gap->article;
    if (begun) return conflict("Somebody else began an article for this just now.");
    gap->article = entry.id;
    RAPPORT_TRY(gaps->save(*gap));
    return unit.members().audit(
        {by.workspace, by.id, "gap.draft", to_string(id), gap->name, entry.created_at});
  };
  auto made = knowledge_.create(by, *wish, link);
  if (!made && begun) return knowledge_.open(by, *begun);
  return made;
}

Result<ArticleDetail> GapDesk::draft(const Member& by, const std::vector<ConversationId>& threads) {
  RAPPORT_TRY(may_write_articles(by));
  if (threads.empty() || threads.size() > kMostThreads) {
    return invalid("Name 1 to 20 conversations.", "conversation_ids");
  }
  auto gathered = store_.read([&](Unit& unit) -> Result<AskedAndAnswered> {
    std::vector<Post> posts;
    for (const ConversationId each : threads) {
      auto asked = asked_in(unit, by.workspace, each);
      RAPPORT_TRY(asked);
      std::ranges::move(*asked, std::back_inserter(posts));
    }
    return gather(unit, by.workspace, posts);
  });
  RAPPORT_TRY(gathered);
  auto wish = compose_article(*gathered);
  RAPPORT_TRY(wish);
  return knowledge_.create(by, *wish, [&](Unit& unit, const KnowledgeEntry& entry) {
    return audit_draft(unit, by, entry);
  });
}

}  // namespace rapport
