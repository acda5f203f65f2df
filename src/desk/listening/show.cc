#include <algorithm>
#include <unordered_map>

#include "desk/listening/monitors.h"
#include "desk/reading/post_reader.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<HeardView>> Monitors::show(Unit& unit, WorkspaceId workspace,
                                              const std::vector<MentionFacts>& found,
                                              std::optional<MonitorId> monitor) {
  std::vector<HeardView> views;
  if (found.empty()) return views;
  std::vector<PostId> ids;
  std::vector<AccountId> authors;
  for (const MentionFacts& each : found) {
    ids.push_back(each.post);
    authors.push_back(each.author);
  }
  auto posts = unit.posts().some(workspace, ids);
  RAPPORT_TRY(posts);
  std::unordered_map<PostId, Post*> post_of;
  for (Post& each : *posts) post_of[each.id] = &each;
  auto accounts = unit.people().accounts(workspace, authors);
  RAPPORT_TRY(accounts);
  std::unordered_map<AccountId, const Account*> account_of;
  for (const Account& each : *accounts) account_of[each.id] = &each;
  auto mentions = unit.monitors().of(workspace, ids);
  RAPPORT_TRY(mentions);
  auto corrections = unit.teaching().corrections(workspace, ids);
  RAPPORT_TRY(corrections);
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);

  for (const MentionFacts& each : found) {
    const auto post = post_of.find(each.post);
    if (post == post_of.end()) continue;
    HeardView view;
    view.state = each.state;
    view.skip_reason = each.skip_reason;
    for (const MonitorMention& mention : *mentions) {
      if (mention.post != each.post) continue;
      if (!monitor || mention.monitor == *monitor) {
        view.spans.insert(view.spans.end(), mention.spans.begin(), mention.spans.end());
      }
      view.found_by.push_back(mention);
    }
    if (const auto author = account_of.find(each.author); author != account_of.end()) {
      view.shown.author = *author->second;
    }
    if (reader_ != nullptr && !post->second->deleted_at) {
      std::vector<Correction> of_it;
      for (const Correction& correction : *corrections) {
        if (correction.post == each.post) of_it.push_back(correction);
      }
      view.shown.reading = shown_reading(
          reader_->read(workspace, post->second->text, post->second->langs), of_it, *taxonomy);
    }
    view.shown.post = *post->second;
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace rapport
