#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"
#include "desk/outbox/toggle.h"

namespace rapport {
namespace {

constexpr Toggle kRepost{ActKind::kRepost, ActKind::kUnrepost};

}  // namespace

Result<ActView> Outbox::repost(const Member& by, PostId post, As as) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_on_post(unit, ids_, clock_.now(), by, {post, kRepost, true, &Post::our_repost, as});
  });
}

Result<ActView> Outbox::unrepost(const Member& by, PostId post) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_on_post(unit, ids_, clock_.now(), by,
                        {post, kRepost, false, &Post::our_repost, {}});
  });
}

}  // namespace rapport
