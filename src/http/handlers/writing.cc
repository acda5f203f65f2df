// Notes for the team, and the reply that is being written.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/conversation.h"
#include "http/wire/proposal.h"
#include "http/wire/session.h"

namespace rapport {

Result<Response> add_note(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_note(call.request.body);
  if (!body) return fail(body.error());
  const auto note = call.services.desk.inbox.add_note(call.by(), *id, body->text, body->named);
  if (!note) return fail(note.error());
  return json_reply(note_json(*note), 201);
}

Result<Response> mark_seen(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.inbox.mark_seen(call.by(), *id));
  return no_content();
}

Result<Response> save_draft(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_draft(call.request.body);
  if (!body) return fail(body.error());
  const auto draft = call.services.desk.inbox.save_draft(call.by(), *id, *body);
  if (!draft) return fail(draft.error());
  return json_reply(draft_json(*draft));
}

Result<Response> propose_draft(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto post = read_proposal(call.request.body);
  if (!post) return fail(post.error());
  const auto made = call.services.desk.assisting.propose(call.by(), *id, *post);
  if (!made) return fail(made.error());
  return json_reply(proposal_json(*made), 201);
}

Result<Response> drop_draft(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.inbox.drop_draft(call.by(), *id));
  return no_content();
}

}  // namespace rapport
