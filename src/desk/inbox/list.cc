#include <algorithm>

#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "store/store.h"

namespace rapport {

Result<ConversationPage> Inbox::list(const Member& by, const ConversationFilter& filter,
                                     std::optional<ListPlace> after, int most) {
  most = std::clamp(most, 1, 100);
  return store_.read([&](Unit& unit) -> Result<ConversationPage> {
    // One more than asked tells whether there is a next page.
    auto found = unit.conversations().list(by.workspace, filter, after, most + 1);
    RAPPORT_TRY(found);
    ConversationPage page;
    if (static_cast<int>(found->size()) > most) {
      found->pop_back();
      page.next = ListPlace{found->back().key, found->back().conversation.id};
    }
    std::vector<Conversation> conversations;
    for (auto& each : *found) conversations.push_back(std::move(each.conversation));
    auto rows = rows_of(unit, by, std::move(conversations));
    RAPPORT_TRY(rows);
    page.rows = std::move(*rows);
    return page;
  });
}

Result<ConversationCounts> Inbox::counts(const Member& by) {
  return store_.read([&](Unit& unit) { return unit.conversations().counts(by.workspace, by.id); });
}

}  // namespace rapport
