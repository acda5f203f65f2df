// Many conversations at once, and taking decisions back.

#include "http/wire/bulk.h"

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"

namespace rapport {

Result<Response> bulk_decide(Call& call) {
  const auto body = read_bulk(call.request.body);
  if (!body) return fail(body.error());
  const auto results = call.services.desk.inbox.bulk(call.by(), body->items, body->action);
  if (!results) return fail(results.error());
  return json_reply(bulk_json(*results));
}

Result<Response> undo_decisions(Call& call) {
  const auto items = read_undo(call.request.body);
  if (!items) return fail(items.error());
  const auto results = call.services.desk.inbox.undo(call.by(), *items);
  if (!results) return fail(results.error());
  return json_reply(bulk_json(*results));
}

}  // namespace rapport
