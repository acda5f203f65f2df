#include <algorithm>
#include <unordered_map>

#include "desk/inbox/hiding.h"
#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "desk/inbox/state.h"
#include "desk/reading/post_reader.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {
namespace {

Result<std::optional<HiddenBy>> who_hid(Unit& unit, const Channel& channel, const Post& post) {
  if (post.our_hide.empty()) return std::optional<HiddenBy>{};
  auto act = unit.outbox().latest_on_post(post.workspace, channel.id, post.id, {ActKind::kHide});
  RAPPORT_TRY(act);
  if (!*act) return std::optional<HiddenBy>{HiddenBy{{}, {}, {}, post.heard_at}};
  auto name = name_of(unit, post.workspace, (*act)->by);
  RAPPORT_TRY(name);
  return std::optional<HiddenBy>{
      HiddenBy{(*act)->by, std::move(*name), std::move((*act)->text), (*act)->created_at}};
}

}  // namespace

Result<ThreadPage> Inbox::thread(const Member& by, ConversationId id,
                                 std::optional<ThreadPlace> after, int most) {
  most = std::clamp(most, 1, 200);
  return store_.read([&](Unit& unit) -> Result<ThreadPage> {
    // Asking for a conversation that is not here is an error, not an empty thread.
    auto conversation = unit.conversations().find(by.workspace, id);
    RAPPORT_TRY(conversation);
    auto posts = unit.posts().thread(by.workspace, id, after, most + 1);
    RAPPORT_TRY(posts);

    ThreadPage page;
    if (static_cast<int>(posts->size()) > most) {
      posts->pop_back();
      page.next = ThreadPlace{posts->back().created_at, posts->back().id};
    }

    auto outline = unit.posts().outline(by.workspace, id);
    RAPPORT_TRY(outline);
    auto decisions = unit.conversations().decisions(by.workspace, id, 200);
    RAPPORT_TRY(decisions);
    const auto derived = derive_state(*outline, *decisions, clock_.now());

    std::vector<AccountId> authors;
    for (const auto& post : *posts) authors.push_back(post.author);
    std::sort(authors.begin(), authors.end());
    authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
    auto accounts = unit.people().accounts(by.workspace, authors);
    RAPPORT_TRY(accounts);
    std::unordered_map<AccountId, const Account*> account_by_id;
    for (const auto& each : *accounts) account_by_id[each.id] = &each;

    auto channels = unit.channels().all(by.workspace);
    RAPPORT_TRY(channels);
    auto acts = unit.outbox().open_of(by.workspace, id);
    RAPPORT_TRY(acts);
    std::vector<PostId> ids;
    for (const auto& post : *posts) ids.push_back(post.id);
    auto corrections = unit.teaching().corrections(by.workspace, ids);
    RAPPORT_TRY(corrections);
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    auto power =
        hiding_power(unit, by.workspace, conversation->network, conversation->root_native_id);
    RAPPORT_TRY(power);
    for (auto& post : *posts) {
      ThreadPost shown;
      if (const auto author = account_by_id.find(post.author); author != account_by_id.end()) {
        shown.author = *author->second;
      }
      shown.waits = std::find(derived.waiting.begin(), derived.waiting.end(), post.id) !=
                    derived.waiting.end();
      const auto on_its_way = [&](ActKind on, ActKind off) {
        return std::any_of(acts->begin(), acts->end(), [&](const Act& act) {
          return (act.kind == on || act.kind == off) && act.post == post.id &&
                 act.state != ActState::kRejected;
        });
      };
      shown.liking = on_its_way(ActKind::kLike, ActKind::kUnlike);
      shown.reposting = on_its_way(ActKind::kRepost, ActKind::kUnrepost);
      shown.hiding = on_its_way(ActKind::kHide, ActKind::kUnhide);
      if (power->channel && post.address != Address::kOurs && !post.deleted_at) {
        shown.can_hide = true;
        auto hidden = who_hid(unit, *power->channel, post);
        RAPPORT_TRY(hidden);
        shown.hidden = std::move(*hidden);
      }
      if (post.to) {
        const auto spoken_to = std::ranges::find(*channels, *post.to, &Channel::account);
        if (spoken_to != channels->end()) shown.to_channel = spoken_to->id;
      }
      if (reader_ != nullptr && post.address != Address::kOurs && !post.deleted_at) {
        std::vector<Correction> of_it;
        for (const Correction& each : *corrections) {
          if (each.post == post.id) of_it.push_back(each);
        }
        shown.reading =
            shown_reading(reader_->read(by.workspace, post.text, post.langs), of_it, *taxonomy);
      }
      shown.post = std::move(post);
      page.posts.push_back(std::move(shown));
    }
    return page;
  });
}

}  // namespace rapport
