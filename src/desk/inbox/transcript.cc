#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kPage = 200;

}  // namespace

Result<Transcript> Inbox::transcript(const Member& by, ConversationId id, WithNotes notes) {
  if (!by.may(Permission::kExport)) {
    return forbidden("Your role can read here, but not take conversations away.");
  }
  if (notes == WithNotes::kYes && !by.may_answer()) {
    return forbidden("Your role can read notes here, but not take them away.");
  }
  auto detail = read_detail(by, id);
  RAPPORT_TRY(detail);
  Transcript out;
  out.detail = std::move(*detail);
  if (notes == WithNotes::kNo) out.detail.notes.clear();
  std::optional<ThreadPlace> after;
  do {
    auto page = thread(by, id, after, kPage);
    RAPPORT_TRY(page);
    for (ThreadPost& post : page->posts) out.posts.push_back(std::move(post));
    after = page->next;
  } while (after);
  // Words leave the house: who took them is written down.
  AuditEntry entry{by.workspace,
                   by.id,
                   "conversation.export",
                   to_string(id),
                   notes == WithNotes::kYes ? "with notes" : "",
                   clock_.now()};
  RAPPORT_TRY(store_.write([&](Unit& unit) { return unit.members().audit(entry); }));
  return out;
}

}  // namespace rapport
