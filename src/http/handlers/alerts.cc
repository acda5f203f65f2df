// What monitors wanted to tell, and when they should.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/alert.h"

namespace rapport {

Result<Response> list_alerts(Call& call) {
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<AlertId> below;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    below = parse_id<AlertId>(*cursor);
    if (!below) return invalid("This is not the cursor of an earlier page.", "cursor");
  }
  const auto page = call.services.desk.alerts.list(call.by(), below, *limit);
  if (!page) return fail(page.error());
  return json_reply(alerts_json(*page));
}

Result<Response> mark_alerts_read(Call& call) {
  const auto read = call.services.desk.alerts.mark_read(call.by());
  if (!read) return fail(read.error());
  return no_content();
}

Result<Response> list_alert_rules(Call& call) {
  const auto id = call.id<MonitorId>();
  if (!id) return fail(id.error());
  const auto rules = call.services.desk.alerts.rules(call.by(), *id);
  if (!rules) return fail(rules.error());
  return json_reply(alert_rules_json(*rules));
}

Result<Response> put_alert_rules(Call& call) {
  const auto id = call.id<MonitorId>();
  if (!id) return fail(id.error());
  const auto wishes = read_alert_rules(call.request.body);
  if (!wishes) return fail(wishes.error());
  const auto rules = call.services.desk.alerts.put_rules(call.by(), *id, *wishes);
  if (!rules) return fail(rules.error());
  return json_reply(alert_rules_json(*rules));
}

}  // namespace rapport
