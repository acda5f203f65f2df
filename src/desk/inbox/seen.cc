#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {

Result<Done> Inbox::mark_seen(const Member& by, ConversationId id) {
  return store_.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().find(by.workspace, id));
    auto changed = unit.mentions().mark_read(by.workspace, id, by.id);
    RAPPORT_TRY(changed);
    if (!*changed) return Done{};
    // Their other tabs and devices count again.
    return announce_counts(unit, by.workspace);
  });
}

}  // namespace rapport
