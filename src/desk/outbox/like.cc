#include "desk/outbox/events.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {
namespace {

Result<Channel> channel_of(Unit& unit, const Member& by, const Post& post) {
  auto conversation = unit.conversations().find(by.workspace, post.conversation);
  RAPPORT_TRY(conversation);
  auto channel = unit.channels().find(by.workspace, conversation->channel);
  RAPPORT_TRY(channel);
  if (channel->state == ChannelState::kDisconnected) {
    return conflict("This channel is disconnected. Connect it again first.");
  }
  return channel;
}

// Likes and unlikes follow one another, so the last word on a post is what the team wants.
Result<ActView> want_like(Unit& unit, IdMaker& ids, Time now, const Member& by, PostId post_id,
                          bool liked) {
  auto post = unit.posts().find(by.workspace, post_id);
  RAPPORT_TRY(post);
  if (post->deleted_at) return invalid("That post was deleted by its author.");
  auto channel = channel_of(unit, by, *post);
  RAPPORT_TRY(channel);
  auto latest = unit.outbox().latest_on_post(by.workspace, channel->id, post_id,
                                             {ActKind::kLike, ActKind::kUnlike});
  RAPPORT_TRY(latest);

  const ActKind kind = liked ? ActKind::kLike : ActKind::kUnlike;
  if (*latest && on_its_way(**latest)) {
    if ((*latest)->kind == kind) return view_of(unit, std::move(**latest));
    return conflict("The last click is still on its way. Try again in a moment.");
  }
  const bool stands = !post->our_like.empty();
  if (stands == liked && *latest && (*latest)->kind == kind &&
      (*latest)->state == ActState::kAccepted) {
    return view_of(unit, std::move(**latest));
  }

  Act act = new_act(ids, now, by, *channel, kind);
  act.conversation = post->conversation;
  act.post = post_id;
  act.result_native_id = post->our_like;  // what an unlike takes away
  if (stands == liked) {
    // Done already, in the network's own app for one: there is nothing to send.
    act.state = ActState::kAccepted;
  }
  RAPPORT_TRY(unit.outbox().add(act));
  RAPPORT_TRY(announce_act(unit, act, now));
  return view_of(unit, std::move(act));
}

}  // namespace

Result<ActView> Outbox::like(const Member& by, PostId post) {
  RAPPORT_TRY(may_act(by));
  return store_.write(
      [&](Unit& unit) { return want_like(unit, ids_, clock_.now(), by, post, true); });
}

Result<ActView> Outbox::unlike(const Member& by, PostId post) {
  RAPPORT_TRY(may_act(by));
  return store_.write(
      [&](Unit& unit) { return want_like(unit, ids_, clock_.now(), by, post, false); });
}

}  // namespace rapport
