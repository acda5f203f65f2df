#include <algorithm>

#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "store/store.h"

namespace rapport {

Result<ConversationPage> Inbox::list(const Member& by, const ConversationFilter& filter,
                                     std::optional<ListPlace> after, int most) {
  most = std::clamp(most, 1, 100);
  return store_.read([&](Unit& unit) -> Result<ConversationPage> {
    if (filter.tag) {
      auto tag = unit.tags().find(by.workspace, *filter.tag);
      if (!tag && tag.error().kind == ErrorKind::kNotFound) {
        return invalid("There is no such tag any more.", "tag");
      }
      RAPPORT_TRY(tag);
    }
    auto found = unit.conversations().list(by.workspace, filter, after, most);
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
