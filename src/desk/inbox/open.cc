#include <algorithm>

#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kHistoryMost = 50;
constexpr int kTellingMost = 100;  // newest posts that are looked at for a reason

}  // namespace

Result<ConversationDetail> Inbox::open(const Member& by, ConversationId id) {
  auto detail = read_detail(by, id);
  if (detail && opened_) opened_(by.workspace, id);
  return detail;
}

Result<ConversationDetail> Inbox::read_detail(const Member& by, ConversationId id) {
  return store_.read([&](Unit& unit) -> Result<ConversationDetail> {
    auto conversation = unit.conversations().find(by.workspace, id);
    RAPPORT_TRY(conversation);
    auto channel = unit.channels().find(by.workspace, conversation->channel);
    RAPPORT_TRY(channel);
    auto rows = rows_of(unit, by, {*conversation});
    RAPPORT_TRY(rows);

    ConversationDetail found;
    found.row = std::move(rows->front());
    found.channel = std::move(*channel);

    auto channels = unit.channels().all(by.workspace);
    RAPPORT_TRY(channels);
    for (auto& each : *channels) {
      if (each.network != conversation->network) continue;
      if (each.state == ChannelState::kDisconnected && each.id != conversation->channel) continue;
      auto account = unit.people().account(by.workspace, each.account);
      RAPPORT_TRY(account);
      found.speakers.push_back(Speaker{std::move(each), std::move(*account)});
    }

    auto acts = unit.outbox().open_of(by.workspace, id);
    RAPPORT_TRY(acts);
    for (auto& act : *acts) {
      if (!speaks(act.kind)) continue;
      auto name = name_of(unit, by.workspace, act.by);
      RAPPORT_TRY(name);
      found.acts.push_back(ActView{std::move(act), std::move(*name)});
    }
    auto notes = unit.conversations().notes(by.workspace, id);
    RAPPORT_TRY(notes);
    auto mentions = unit.mentions().of(by.workspace, id);
    RAPPORT_TRY(mentions);
    for (auto& note : *notes) {
      auto name = name_of(unit, by.workspace, note.by);
      RAPPORT_TRY(name);
      NoteView view{std::move(note), std::move(*name), {}};
      for (const NoteMention& each : *mentions) {
        if (each.note == view.note.id) view.mentions.push_back(each);
      }
      found.notes.push_back(std::move(view));
    }
    auto decisions = unit.conversations().decisions(by.workspace, id, kHistoryMost);
    RAPPORT_TRY(decisions);
    auto told = unit.readings().reasons_told(by.workspace, id, kTellingMost);
    RAPPORT_TRY(told);
    const bool any_reason =
        !told->empty() ||
        std::ranges::any_of(*decisions, [](const Decision& each) { return !each.reason.empty(); });
    auto reasons = ReasonNames::of(unit, by.workspace, any_reason);
    RAPPORT_TRY(reasons);
    std::vector<ArticleId> served;
    for (const Decision& each : *decisions) {
      if (each.article) served.push_back(*each.article);
    }
    auto titles = article_titles(unit, by.workspace, std::move(served));
    RAPPORT_TRY(titles);
    if (!told->empty()) found.suggested_reason = reasons->find(told->front());
    for (auto& decision : *decisions) {
      std::string name;
      if (decision.by) {
        auto found_name = name_of(unit, by.workspace, *decision.by);
        RAPPORT_TRY(found_name);
        name = std::move(*found_name);
      }
      auto reason = reasons->find(decision.reason);
      std::string title;
      if (decision.article) {
        const auto known = titles->find(*decision.article);
        if (known != titles->end()) title = known->second;
      }
      found.history.push_back(
          DecisionView{std::move(decision), std::move(name), std::move(reason), std::move(title)});
    }
    auto draft = unit.conversations().draft(by.workspace, id, by.id);
    RAPPORT_TRY(draft);
    found.my_draft = std::move(*draft);
    return found;
  });
}

}  // namespace rapport
