#include "desk/outbox/clean.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/own_words.h"
#include "desk/outbox/queue.h"

namespace rapport {

Result<ActView> Outbox::quote(const Member& by, const QuoteRequest& request) {
  RAPPORT_TRY(may_act(by));
  RAPPORT_TRY(check_key(request.client_key));
  const Saying saying{request.text, request.media, request.langs, request.card_url, request.card};
  const auto objection = objection_to(
      coaching_, by, saying, {.answers = {}, .quotes = request.post, .channel = request.channel});
  return store_.write([&](Unit& unit) -> Result<ActView> {
    auto earlier = unit.outbox().by_client_key(by.workspace, by.id, request.client_key);
    RAPPORT_TRY(earlier);
    if (*earlier) return view_of(unit, std::move(**earlier));
    auto post = unit.posts().find(by.workspace, request.post);
    RAPPORT_TRY(post);
    if (post->deleted_at) {
      return invalid("Its author deleted that post, so it cannot be quoted any more.", "post_id");
    }
    auto channel = speaker(unit, by.workspace, *post, request.channel);
    RAPPORT_TRY(channel);
    RAPPORT_TRY(check_saying(unit, *channel, saying));
    if (objection) return fail(*objection);
    RAPPORT_TRY(check_own_words(unit, by.workspace, post->conversation, request.text));

    const Time now = clock_.now();
    Act act = new_act(ids_, now, by, *channel, ActKind::kQuote);
    act.client_key = request.client_key;
    // Until it stands on the network it is shown where the quoted post is.
    act.conversation = post->conversation;
    act.post = post->id;
    return queue(unit, ids_, std::move(act), saying, own_hosts_, now);
  });
}

}  // namespace rapport
