#include "desk/outbox/clean.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/own_words.h"
#include "desk/outbox/queue.h"

namespace rapport {

Result<ActView> Outbox::post(const Member& by, const PostRequest& request) {
  RAPPORT_TRY(may_act(by));
  RAPPORT_TRY(check_key(request.client_key));
  const Saying saying{request.text, request.media, request.langs, request.card_url, request.card};
  const auto objection = objection_to(coaching_, by, saying,
                                      {.answers = {}, .quotes = {}, .channel = request.channel});
  return store_.write([&](Unit& unit) -> Result<ActView> {
    auto earlier = unit.outbox().by_client_key(by.workspace, by.id, request.client_key);
    RAPPORT_TRY(earlier);
    if (*earlier) return view_of(unit, std::move(**earlier));
    auto channel = unit.channels().find(by.workspace, request.channel);
    RAPPORT_TRY(channel);
    RAPPORT_TRY(check_connected(*channel));
    RAPPORT_TRY(check_saying(unit, *channel, saying));
    RAPPORT_TRY(check_own_words(unit, by.workspace, std::nullopt, request.text));
    if (objection) return fail(*objection);

    const Time now = clock_.now();
    Act act = new_act(ids_, now, by, *channel, ActKind::kPost);
    act.client_key = request.client_key;
    return queue(unit, ids_, std::move(act), saying, own_hosts_, now);
  });
}

}  // namespace rapport
