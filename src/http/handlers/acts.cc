// Everything the brand does in public, and what becomes of it.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/act.h"
#include "http/wire/problem.h"
#include "http/wire/session.h"

namespace rapport {
namespace {

Result<Response> act_reply(const Result<ActView>& act, int status) {
  if (!act) return fail(act.error());
  return json_reply(act_json(*act), status);
}

Response ask_first(const AnsweredMeanwhile& meanwhile, const std::string& request_id) {
  Problem what;
  what.status = 409;
  what.kind = "answered_meanwhile";
  what.detail = meanwhile.who + " answered while you were writing. Send yours too?";
  what.request_id = request_id;
  what.answers.emplace();
  for (const PostId id : meanwhile.answers) what.answers->push_back(to_string(id));
  return problem(what);
}

// The verbs that take an act by its id and nothing else.
Result<Response> act_verb(Call& call, Result<ActView> (Outbox::*verb)(const Member&, ActId)) {
  const auto id = call.id<ActId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  return act_reply((call.services.desk.outbox.*verb)(call.by(), *id), 200);
}

Result<Response> post_verb(Call& call, Result<ActView> (Outbox::*verb)(const Member&, PostId)) {
  const auto id = call.id<PostId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  return act_reply((call.services.desk.outbox.*verb)(call.by(), *id), 202);
}

Result<Response> post_verb_as(Call& call,
                              Result<ActView> (Outbox::*verb)(const Member&, PostId, Outbox::As)) {
  const auto id = call.id<PostId>();
  if (!id) return fail(id.error());
  const auto as = read_as(call.request.body);
  if (!as) return fail(as.error());
  return act_reply((call.services.desk.outbox.*verb)(call.by(), *id, *as), 202);
}

// What stands between us and one of their accounts.
Result<Response> tie_verb(Call& call, Result<ActView> (Outbox::*verb)(const Member&, PersonId,
                                                                      AccountId, Outbox::As)) {
  const auto id = call.id<PersonId>();
  if (!id) return fail(id.error());
  const auto body = read_tie(call.request.body);
  if (!body) return fail(body.error());
  return act_reply((call.services.desk.outbox.*verb)(call.by(), *id, body->account, body->as), 202);
}

// The same with a reason, which is kept.
Result<Response> tie_verb_because(Call& call,
                                  Result<ActView> (Outbox::*verb)(const Member&, PersonId,
                                                                  AccountId, const std::string&,
                                                                  Outbox::As)) {
  const auto id = call.id<PersonId>();
  if (!id) return fail(id.error());
  const auto body = read_block(call.request.body);
  if (!body) return fail(body.error());
  return act_reply(
      (call.services.desk.outbox.*verb)(call.by(), *id, body->account, body->reason, body->as),
      202);
}

Result<Response> untie_verb(Call& call,
                            Result<ActView> (Outbox::*verb)(const Member&, PersonId, AccountId)) {
  const auto id = call.id<PersonId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  const auto account = parse_id<AccountId>(call.request.query_value("account_id").value_or(""));
  if (!account) return invalid("Say which account.", "account_id");
  return act_reply((call.services.desk.outbox.*verb)(call.by(), *id, *account), 202);
}

}  // namespace

Result<Response> reply(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  auto request = read_reply(call.request.body);
  if (!request) return fail(request.error());
  request->conversation = *id;
  const auto outcome = call.services.desk.outbox.reply(call.by(), *request);
  if (!outcome) return fail(outcome.error());
  if (const auto* meanwhile = std::get_if<AnsweredMeanwhile>(&*outcome)) {
    return ask_first(*meanwhile, call.request.id);
  }
  return json_reply(act_json(std::get<ActView>(*outcome)), 202);
}

Result<Response> publish_post(Call& call) {
  const auto request = read_post(call.request.body);
  if (!request) return fail(request.error());
  return act_reply(call.services.desk.outbox.post(call.by(), *request), 202);
}

Result<Response> quote_post(Call& call) {
  const auto id = call.id<PostId>();
  if (!id) return fail(id.error());
  auto request = read_quote(call.request.body);
  if (!request) return fail(request.error());
  request->post = *id;
  return act_reply(call.services.desk.outbox.quote(call.by(), *request), 202);
}

Result<Response> like_post(Call& call) { return post_verb_as(call, &Outbox::like); }
Result<Response> unlike_post(Call& call) { return post_verb(call, &Outbox::unlike); }
Result<Response> repost_post(Call& call) { return post_verb_as(call, &Outbox::repost); }
Result<Response> unrepost_post(Call& call) { return post_verb(call, &Outbox::unrepost); }

Result<Response> delete_post(Call& call) {
  const auto id = call.id<PostId>();
  if (!id) return fail(id.error());
  const auto reason = read_delete(call.request.body);
  if (!reason) return fail(reason.error());
  return act_reply(call.services.desk.outbox.remove(call.by(), *id, *reason), 202);
}

Result<Response> hide_post(Call& call) {
  const auto id = call.id<PostId>();
  if (!id) return fail(id.error());
  const auto reason = read_delete(call.request.body);
  if (!reason) return fail(reason.error());
  return act_reply(call.services.desk.outbox.hide(call.by(), *id, *reason), 202);
}

Result<Response> unhide_post(Call& call) { return post_verb(call, &Outbox::unhide); }

Result<Response> follow_person(Call& call) { return tie_verb(call, &Outbox::follow); }
Result<Response> unfollow_person(Call& call) { return untie_verb(call, &Outbox::unfollow); }
Result<Response> mute_person(Call& call) { return tie_verb_because(call, &Outbox::mute); }
Result<Response> unmute_person(Call& call) { return untie_verb(call, &Outbox::unmute); }

Result<Response> block_person(Call& call) { return tie_verb_because(call, &Outbox::block); }

Result<Response> unblock_person(Call& call) { return untie_verb(call, &Outbox::unblock); }

Result<Response> get_act(Call& call) {
  const auto id = call.id<ActId>();
  if (!id) return fail(id.error());
  return act_reply(call.services.desk.outbox.find(call.by(), *id), 200);
}

Result<Response> undo_act(Call& call) { return act_verb(call, &Outbox::undo); }
Result<Response> retry_act(Call& call) { return act_verb(call, &Outbox::retry); }
Result<Response> dismiss_act(Call& call) { return act_verb(call, &Outbox::dismiss); }

}  // namespace rapport
