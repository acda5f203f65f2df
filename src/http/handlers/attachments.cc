// Pictures on their way into a post.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/act.h"

namespace rapport {

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
