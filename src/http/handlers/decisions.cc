// The five decisions about a conversation. Each answers with the conversation as it stands then.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/conversation.h"

namespace rapport {
namespace {

Result<Response> decided(Call& call, const Result<Conversation>& outcome) {
  if (!outcome) return fail(outcome.error());
  return conversation_reply(call, outcome->id);
}

}  // namespace

Result<Response> assign_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_assign(call.request.body);
  if (!body) return fail(body.error());
  return decided(call, call.services.desk.inbox.assign(call.by(), *id, body->to, body->version));
}

Result<Response> snooze_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_snooze(call.request.body);
  if (!body) return fail(body.error());
  return decided(call, call.services.desk.inbox.snooze(call.by(), *id, body->until, body->version));
}

Result<Response> resolve_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_resolve(call.request.body);
  if (!body) return fail(body.error());
  return decided(call, call.services.desk.inbox.resolve(call.by(), *id, body->how, body->version));
}

Result<Response> skip_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_skip(call.request.body);
  if (!body) return fail(body.error());
  return decided(call, call.services.desk.inbox.skip(call.by(), *id, body->reason, body->detail,
                                                     body->version));
}

Result<Response> reopen_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto version = read_reopen(call.request.body);
  if (!version) return fail(version.error());
  return decided(call, call.services.desk.inbox.reopen(call.by(), *id, *version));
}

}  // namespace rapport
