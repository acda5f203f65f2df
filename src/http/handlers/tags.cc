// The workspace's tags, and tags on a conversation.

#include "http/wire/tag.h"

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/session.h"

namespace rapport {

Result<Response> list_tags(Call& call) {
  const auto tags = call.services.desk.tagging.list(call.by());
  if (!tags) return fail(tags.error());
  return json_reply(tags_json(*tags));
}

Result<Response> create_tag(Call& call) {
  const auto body = read_tag(call.request.body);
  if (!body) return fail(body.error());
  const auto tag = call.services.desk.tagging.create(call.by(), body->name, body->color);
  if (!tag) return fail(tag.error());
  return json_reply(tag_json(*tag), 201);
}

Result<Response> change_tag(Call& call) {
  const auto id = call.id<TagId>();
  if (!id) return fail(id.error());
  const auto body = read_tag(call.request.body);
  if (!body) return fail(body.error());
  const auto tag = call.services.desk.tagging.change(call.by(), *id, body->name, body->color);
  if (!tag) return fail(tag.error());
  return json_reply(tag_json(*tag));
}

Result<Response> remove_tag(Call& call) {
  const auto id = call.id<TagId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.tagging.remove(call.by(), *id));
  return no_content();
}

Result<Response> merge_tag(Call& call) {
  const auto id = call.id<TagId>();
  if (!id) return fail(id.error());
  const auto into = read_merge_tag(call.request.body);
  if (!into) return fail(into.error());
  const auto tag = call.services.desk.tagging.merge(call.by(), *id, *into);
  if (!tag) return fail(tag.error());
  return json_reply(tag_json(*tag));
}

Result<Response> tag_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto tag = call.id<TagId>("tag");
  if (!tag) return fail(tag.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.inbox.tag(call.by(), *id, *tag));
  return conversation_reply(call, *id);
}

Result<Response> untag_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  const auto tag = call.id<TagId>("tag");
  if (!tag) return fail(tag.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.inbox.untag(call.by(), *id, *tag));
  return conversation_reply(call, *id);
}

}  // namespace rapport
