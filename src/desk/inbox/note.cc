#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kNoteMost = 10'000;

}  // namespace

Result<NoteView> Inbox::add_note(const Member& by, ConversationId id, const std::string& text) {
  if (!by.may_answer()) return forbidden("Your role can read notes, but not write them.");
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return invalid("The note is empty.", "text");
  }
  if (text.size() > kNoteMost) {
    return invalid("That is too long for a note: 10,000 bytes at most.", "text");
  }
  return store_.write([&](Unit& unit) -> Result<NoteView> {
    auto conversation = unit.conversations().find(by.workspace, id);
    RAPPORT_TRY(conversation);
    const Time now = clock_.now();
    Note note{by.workspace, ids_.make<NoteId>(), id, by.id, text, now};
    RAPPORT_TRY(unit.conversations().add_note(note));
    conversation->version += 1;
    conversation->changed_at = now;
    RAPPORT_TRY(unit.conversations().save(*conversation));
    Event event;
    event.workspace = by.workspace;
    event.kind = EventKind::kConversation;
    event.subject = id.value;
    event.version = conversation->version;
    event.reason = "note";
    event.at = now;
    RAPPORT_TRY(unit.announce(std::move(event)));
    return NoteView{std::move(note), by.name};
  });
}

}  // namespace rapport
