#include "base/unicode.h"
#include "desk/inbox/hiding.h"
#include "desk/outbox/events.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {
namespace {

constexpr std::size_t kReasonMost = 2000;

struct HideWish {
  PostId post;
  bool hidden = true;
  std::string reason;
};

Result<ActView> want_hidden(Unit& unit, IdMaker& ids, Time now, const Member& by,
                            const HideWish& wish) {
  auto post = unit.posts().find(by.workspace, wish.post);
  RAPPORT_TRY(post);
  if (post->deleted_at) return invalid("That post was deleted by its author.");
  if (post->address == Address::kOurs) return invalid("This is your own post.");
  auto power = hiding_power(unit, by.workspace, post->network, post->root_native_id);
  RAPPORT_TRY(power);
  if (!power->channel) return forbidden(power->why_not);
  RAPPORT_TRY(check_connected(*power->channel));

  const ActKind kind = wish.hidden ? ActKind::kHide : ActKind::kUnhide;
  auto latest = unit.outbox().latest_on_post(by.workspace, power->channel->id, wish.post,
                                             {ActKind::kHide, ActKind::kUnhide});
  RAPPORT_TRY(latest);
  if (*latest && on_its_way(**latest)) {
    if ((*latest)->kind == kind) return view_of(unit, std::move(**latest));
    return conflict("The last click is still on its way. Try again in a moment.");
  }

  // Sent even where we believe that it is so: it may have been done or undone in the network's own
  // app, and what is there already is left as it is.
  Act act = new_act(ids, now, by, *power->channel, kind);
  act.conversation = post->conversation;
  act.post = wish.post;
  act.text = wish.reason;
  act.result_native_id = post->our_hide;
  RAPPORT_TRY(unit.outbox().add(act));
  RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id,
                                              wish.hidden ? "post.hide" : "post.unhide",
                                              post->native_id, wish.reason, now}));
  RAPPORT_TRY(announce_act(unit, act, now));
  return view_of(unit, std::move(act));
}

}  // namespace

Result<ActView> Outbox::hide(const Member& by, PostId post, const std::string& reason) {
  RAPPORT_TRY(may_act(by));
  if (trim(reason).empty()) return invalid("Say why nobody should see it: it is kept.", "reason");
  if (reason.size() > kReasonMost) {
    return invalid("That is too long: 2,000 bytes at most.", "reason");
  }
  return store_.write([&](Unit& unit) {
    return want_hidden(unit, ids_, clock_.now(), by, {post, true, std::string(trim(reason))});
  });
}

Result<ActView> Outbox::unhide(const Member& by, PostId post) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_hidden(unit, ids_, clock_.now(), by, {post, false, {}});
  });
}

}  // namespace rapport
