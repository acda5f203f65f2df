#include <algorithm>

#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {
namespace {

// A reason goes by the key it was merged into; posts read before that still stand under the old
// one.
Result<Done> follow_merges(Unit& unit, WorkspaceId workspace, ConversationFilter& filter) {
  const bool told = filter.told && !filter.told->reasons.empty();
  if (filter.reading.reason.empty() && !told) return Done{};
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);
  if (!filter.reading.reason.empty()) {
    filter.reading.reason = taxonomy->resolve(filter.reading.reason);
  }
  if (!told) return Done{};
  const std::string target = taxonomy->resolve(filter.told->reasons.front());
  filter.told->reasons.clear();
  for (const ReasonView& each : taxonomy->all()) {
    if (taxonomy->resolve(each.key) == target) filter.told->reasons.push_back(each.key);
  }
  return Done{};
}

}  // namespace

Result<ConversationPage> Inbox::list(const Member& by, const ConversationFilter& filter,
                                     std::optional<ListPlace> after, int most) {
  most = std::clamp(most, 1, 100);
  ConversationFilter asked = filter;
  return store_.read([&](Unit& unit) -> Result<ConversationPage> {
    if (filter.tag) {
      auto tag = unit.tags().find(by.workspace, *filter.tag);
      if (!tag && tag.error().kind == ErrorKind::kNotFound) {
        return invalid("There is no such tag any more.", "tag");
      }
      RAPPORT_TRY(tag);
    }
    RAPPORT_TRY(follow_merges(unit, by.workspace, asked));
    auto found = unit.conversations().list(by.workspace, asked, after, most);
    RAPPORT_TRY(found);
    ConversationPage page;
    page.next = found->next;
    std::vector<Conversation> conversations;
    for (auto& each : found->rows) conversations.push_back(std::move(each.conversation));
    auto rows = rows_of(unit, by, std::move(conversations));
    RAPPORT_TRY(rows);
    page.rows = std::move(*rows);
    return page;
  });
}

Result<InboxCounts> Inbox::counts(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<InboxCounts> {
    auto counts = unit.conversations().counts(by.workspace, by.id);
    RAPPORT_TRY(counts);
    auto mentions = unit.mentions().unread(by.workspace, by.id);
    RAPPORT_TRY(mentions);
    return InboxCounts{*counts, *mentions};
  });
}

}  // namespace rapport
