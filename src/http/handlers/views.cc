// Saved views.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/session.h"
#include "http/wire/view.h"

namespace rapport {

Result<Response> list_views(Call& call) {
  const auto views = call.services.desk.views.list(call.by());
  if (!views) return fail(views.error());
  return json_reply(views_json(*views));
}

Result<Response> create_view(Call& call) {
  const auto body = read_view(call.request.body);
  if (!body) return fail(body.error());
  const auto view = call.services.desk.views.create(call.by(), *body);
  if (!view) return fail(view.error());
  return json_reply(view_json(*view), 201);
}

Result<Response> change_view(Call& call) {
  const auto id = call.id<ViewId>();
  if (!id) return fail(id.error());
  const auto body = read_view(call.request.body);
  if (!body) return fail(body.error());
  const auto view = call.services.desk.views.change(call.by(), *id, *body);
  if (!view) return fail(view.error());
  return json_reply(view_json(*view));
}

Result<Response> remove_view(Call& call) {
  const auto id = call.id<ViewId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.views.remove(call.by(), *id));
  return no_content();
}

Result<Response> arrange_views(Call& call) {
  const auto order = read_view_order(call.request.body);
  if (!order) return fail(order.error());
  RAPPORT_TRY(call.services.desk.views.arrange(call.by(), *order));
  return no_content();
}

}  // namespace rapport
