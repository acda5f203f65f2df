#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"
#include "desk/outbox/toggle.h"

namespace rapport {
namespace {

constexpr Toggle kLike{ActKind::kLike, ActKind::kUnlike};

}  // namespace

Result<ActView> Outbox::like(const Member& by, PostId post, As as) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_on_post(unit, ids_, clock_.now(), by, {post, kLike, true, &Post::our_like, as});
  });
}

Result<ActView> Outbox::unlike(const Member& by, PostId post) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_on_post(unit, ids_, clock_.now(), by, {post, kLike, false, &Post::our_like, {}});
  });
}

}  // namespace rapport
