#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<ConversationRow>> Inbox::some(const Member& by,
                                                 const std::vector<ConversationId>& ids) {
  if (ids.size() > kBulkMost) return invalid("200 at a time at most.", "ids");
  return store_.read([&](Unit& unit) -> Result<std::vector<ConversationRow>> {
    auto conversations = unit.conversations().some(by.workspace, ids);
    RAPPORT_TRY(conversations);
    return rows_of(unit, by, std::move(*conversations));
  });
}

}  // namespace rapport
