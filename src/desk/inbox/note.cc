#include <set>

#include "desk/announce.h"
#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kNoteMost = 10'000;
constexpr std::size_t kNamedMost = 50;

// A span must hold "@" and the member's own name, so that what is shown as a mention is one.
Result<Done> check_span(Unit& unit, const Note& note, const NamedSpan& span, std::uint32_t from) {
  auto member = unit.members().find(note.workspace, span.member);
  if (!member && member.error().kind == ErrorKind::kNotFound) {
    return invalid("Somebody is named who is not in this workspace.", "mentions");
  }
  RAPPORT_TRY(member);
  if (span.begin < from || span.end <= span.begin || span.end > note.text.size() ||
      note.text.compare(span.begin, span.end - span.begin, "@" + member->name) != 0) {
    return invalid("A mention does not stand where it should.", "mentions");
  }
  return Done{};
}

}  // namespace

Result<NoteView> Inbox::add_note(const Member& by, ConversationId id, const std::string& text,
                                 const std::vector<NamedSpan>& named) {
  if (!by.may_answer()) return forbidden("Your role can read notes, but not write them.");
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return invalid("The note is empty.", "text");
  }
  if (text.size() > kNoteMost) {
    return invalid("That is too long for a note: 10,000 bytes at most.", "text");
  }
  if (named.size() > kNamedMost) return invalid("That names too many people.", "mentions");
  return store_.write([&](Unit& unit) -> Result<NoteView> {
    auto conversation = unit.conversations().find(by.workspace, id);
    RAPPORT_TRY(conversation);
    const Time now = clock_.now();
    Note note{by.workspace, ids_.make<NoteId>(), id, by.id, text, now};
    std::vector<NoteMention> mentions;
    std::uint32_t from = 0;
    for (const NamedSpan& span : named) {
      RAPPORT_TRY(check_span(unit, note, span, from));
      from = span.end;
      mentions.push_back({by.workspace, note.id, span.member, span.begin, span.end});
    }
    RAPPORT_TRY(unit.conversations().add_note(note));
    RAPPORT_TRY(unit.mentions().add(note, mentions));
    conversation->version += 1;
    conversation->changed_at = now;
    RAPPORT_TRY(unit.conversations().save(*conversation));
    RAPPORT_TRY(announce(unit, *conversation, "note", now));
    RAPPORT_TRY(tell_named(unit, by, note, mentions));
    return NoteView{std::move(note), by.name, std::move(mentions)};
  });
}

Result<Done> Inbox::tell_named(Unit& unit, const Member& by, const Note& note,
                               const std::vector<NoteMention>& mentions) {
  std::set<MemberId> told;
  for (const NoteMention& each : mentions) {
    if (each.member == by.id || !told.insert(each.member).second) continue;
    Event event;
    event.workspace = by.workspace;
    event.kind = EventKind::kMention;
    event.subject = each.member.value;
    event.conversation = note.conversation.value;
    event.reason = by.name;
    event.at = note.created_at;
    RAPPORT_TRY(unit.announce(std::move(event)));
  }
  return told.empty() ? Result<Done>(Done{}) : announce_counts(unit, by.workspace);
}

}  // namespace rapport
