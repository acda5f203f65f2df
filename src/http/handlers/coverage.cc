// What was read of every source, and asking for what was not.

#include "http/wire/coverage.h"

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"

namespace rapport {

Result<Response> list_coverage(Call& call) {
  const auto days = read_days(call.request);
  if (!days) return fail(days.error());
  const auto coverage = call.services.desk.coverage.list(call.by(), *days);
  if (!coverage) return fail(coverage.error());
  return json_reply(coverage_json(*coverage));
}

Result<Response> start_backfill(Call& call) {
  const auto wish = read_backfill(call.request.body);
  if (!wish) return fail(wish.error());
  const auto backfill = call.services.desk.coverage.backfill(call.by(), *wish);
  if (!backfill) return fail(backfill.error());
  return json_reply(backfill_json(*backfill), 202);
}

Result<Response> stop_backfill(Call& call) {
  const auto id = call.id<BackfillId>();
  if (!id) return fail(id.error());
  const auto backfill = call.services.desk.coverage.stop(call.by(), *id);
  if (!backfill) return fail(backfill.error());
  return json_reply(backfill_json(*backfill));
}

}  // namespace rapport
