// How the brand speaks, and what the coach says of a draft.

#include "http/wire/coaching.h"
#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/voice.h"

namespace rapport {

Result<Response> get_voice(Call& call) {
  const auto voice = call.services.desk.coaching.voice(call.by());
  if (!voice) return fail(voice.error());
  return json_reply(voice_json(*voice));
}

Result<Response> change_voice(Call& call) {
  auto body = read_voice(call.request.body);
  if (!body) return fail(body.error());
  const auto voice = call.services.desk.coaching.change_voice(call.by(), std::move(*body));
  if (!voice) return fail(voice.error());
  return json_reply(voice_json(*voice));
}

Result<Response> list_coach_rules(Call& call) {
  const auto rules = call.services.desk.coaching.rules(call.by());
  if (!rules) return fail(rules.error());
  return json_reply(rules_json(*rules));
}

Result<Response> change_coach_rules(Call& call) {
  const auto body = read_rules(call.request.body);
  if (!body) return fail(body.error());
  const auto rules = call.services.desk.coaching.change_rules(call.by(), *body);
  if (!rules) return fail(rules.error());
  return json_reply(rules_json(*rules));
}

Result<Response> review_draft(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto body = read_review_body(call.request.body);
  if (!body) return fail(body.error());
  const auto review =
      call.services.desk.coaching.review(call.by(), *id, body->post, body->channel, body->draft);
  if (!review) return fail(review.error());
  return json_reply(review_json(*review));
}

Result<Response> ask_coach(Call& call) {
  auto answer = answer_coach_line(call.request.body, call.services.desk.coaching);
  if (!answer) return fail(answer.error());
  return json_reply(std::move(*answer));
}

}  // namespace rapport
