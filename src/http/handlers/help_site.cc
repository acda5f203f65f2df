// The public pages, as those who set them up see them.

#include "http/wire/help_site.h"

#include "http/handlers/help_handlers.h"
#include "http/handlers/replies.h"
#include "http/help/help_response.h"

namespace rapport {
namespace {

Response reply(Call& call, const HelpSite& site) {
  return json_reply(help_site_json(
      site, help_origin(call.request, call.services.settings) + "/help/" + site.slug));
}

}  // namespace

Result<Response> get_help_site(Call& call) {
  const auto site = HelpDesk(call.services.desk.store, call.services.clock).settings(call.by());
  if (!site) return fail(site.error());
  return reply(call, *site);
}

Result<Response> put_help_site(Call& call) {
  const auto wish = read_help_site(call.request.body);
  if (!wish) return fail(wish.error());
  const auto site = HelpDesk(call.services.desk.store, call.services.clock).save(call.by(), *wish);
  if (!site) return fail(site.error());
  return reply(call, *site);
}

}  // namespace rapport
