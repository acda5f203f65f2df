// Who is looking, and who is replying. Nothing here is stored.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/live/hub.h"
#include "http/wire/event.h"

namespace rapport {

Result<Response> put_presence(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_presence(call.request.body);
  if (!body) return fail(body.error());
  // Only who can see a conversation can be seen in it.
  const auto here = call.services.desk.inbox.some(call.by(), {*id});
  if (!here) return fail(here.error());
  if (here->empty()) return not_found("There is no such conversation.");
  const bool may_reply = call.by().may_answer();
  const auto what =
      body->what == PresenceWhat::kReplying && !may_reply ? PresenceWhat::kLooking : body->what;
  call.services.live.beat(call.by(), *id, body->tab, what);
  return no_content();
}

Result<Response> list_presence(Call& call) {
  return json_reply(presence_json(call.services.live.present(call.by().workspace)));
}

}  // namespace rapport
