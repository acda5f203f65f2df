// What goes into a post beside its words: pictures, and the card of a link.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/act.h"

namespace rapport {
namespace {

// Enough for whoever writes; too little for walking through other people's servers.
constexpr Attempts::Budget kPagesOfMember{30, std::chrono::minutes(1)};

}  // namespace

Result<Response> preview_card(Call& call) {
  const auto body = read_card(call.request.body);
  if (!body) return fail(body.error());
  RAPPORT_TRY(spend_attempt(call, "card " + to_string(call.by().id), kPagesOfMember));
  const auto card = call.services.desk.cards.preview(call.by(), body->channel, body->url);
  if (!card) return fail(card.error());
  return json_reply(card_json(*card));
}

Result<Response> add_attachment(Call& call) {
  const auto attachment = call.services.desk.outbox.attach(call.by(), call.request.body);
  if (!attachment) return fail(attachment.error());
  return json_reply(attachment_json(*attachment), 201);
}

Result<Response> get_attachment(Call& call) {
  const auto id = call.id<AttachmentId>();
  if (!id) return fail(id.error());
  auto attachment = call.services.desk.outbox.attachment(call.by(), *id);
  if (!attachment) return fail(attachment.error());
  Response response;
  // It never changes, but only who is signed in may see it: not for shared caches.
  response.headers = {{"content-type", attachment->mime},
                      {"cache-control", "private, max-age=31536000, immutable"},
                      {"content-disposition", "inline"}};
  response.body = std::move(attachment->bytes);
  return response;
}

}  // namespace rapport
