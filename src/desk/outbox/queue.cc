#include "desk/outbox/queue.h"

#include "base/tid.h"
#include "base/unicode.h"
#include "desk/inbox/rows.h"

namespace rapport {
namespace {

std::string network_name(const std::string& network) {
  if (network == "bluesky") return "Bluesky";
  if (network == "sandbox") return "The sandbox";
  return network;
}

}  // namespace

Result<Done> may_act(const Member& by) {
  if (by.may_answer()) return Done{};
  return forbidden("Your role can read conversations, but not answer them.");
}

Result<Done> check_text(const Channel& channel, const std::string& text) {
  if (trim(text).empty()) return invalid("There is nothing to send yet.", "text");
  const std::size_t length = count_graphemes(text);
  const auto most = static_cast<std::size_t>(channel.limits.text_max);
  if (length <= most) return Done{};
  return invalid(network_name(channel.network) + " takes " + std::to_string(most) +
                     " characters; this is " + std::to_string(length - most) +
                     " too many. Your text is kept.",
                 "text");
}

bool on_its_way(const Act& act) {
  return act.state == ActState::kQueued || act.state == ActState::kSending ||
         act.state == ActState::kUnknown;
}

Result<ActView> view_of(Unit& unit, Act act) {
  auto name = name_of(unit, act.workspace, act.by);
  RAPPORT_TRY(name);
  return ActView{std::move(act), std::move(*name)};
}

Act new_act(IdMaker& ids, Time now, const Member& by, const Channel& channel, ActKind kind) {
  Act act;
  act.workspace = by.workspace;
  act.id = ids.make<ActId>();
  act.channel = channel.id;
  act.kind = kind;
  act.by = by.id;
  act.created_at = now;
  act.not_before = now;
  act.changed_at = now;
  // Fixed with the act itself: even a database restored from a backup made before the first attempt
  // sends the same record again, not a second one.
  act.record_key = make_tid(now, static_cast<std::uint16_t>(act.id.value ^ (act.id.value >> 10)));
  act.record_created_at = now;
  act.client_key = std::string(to_word(kind)) + ":" + to_string(act.id);
  return act;
}

Result<Done> keep_words(Unit& unit, const Act& act, Time now) {
  if (act.kind != ActKind::kReply || !act.conversation || !act.post) return Done{};
  auto draft = unit.conversations().draft(act.workspace, *act.conversation, act.by);
  RAPPORT_TRY(draft);
  if (*draft && !trim((*draft)->text).empty()) return Done{};
  return unit.conversations().save_draft(
      Draft{act.workspace, *act.conversation, act.by, *act.post, act.text, act.media, now});
}

}  // namespace rapport
