#include "http/wire/alert.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

json::array ids_part(const std::vector<PostId>& ids) {
  json::array out;
  for (const PostId each : ids) out.push_back(id_json(each));
  return out;
}

json::object alert_part(const AlertView& view) {
  const Alert& alert = view.alert;
  return {{"id", id_json(alert.id)},
          {"monitor", id_json(alert.monitor)},
          {"kind", to_word(alert.kind)},
          {"at", time_json(alert.at)},
          {"says", alert.says},
          {"posts", ids_part(alert.posts)},
          {"conversation", id_json(alert.conversation)},
          {"read", view.read}};
}

json::object receiver_part(const AlertReceiver& receiver) {
  return {{"carrier", to_word(receiver.carrier)},
          {"address", receiver.address},
          {"state", to_word(receiver.state)},
          {"at", time_json(receiver.at)},
          {"sent_at", time_json(receiver.sent_at)},
          {"failed", receiver.failed},
          {"waiting", receiver.waiting},
          {"next_try_at", time_json(receiver.next_try_at)},
          {"error", text_or_null(receiver.error)},
          {"error_at", time_json(receiver.error_at)}};
}

json::object rule_part(const AlertRuleView& view) {
  const AlertRule& rule = view.rule;
  json::array deliveries;
  for (const AlertReceiver& each : view.receivers) deliveries.push_back(receiver_part(each));
  return {{"kind", to_word(rule.kind)},
          {"app", rule.app},
          {"emails", texts_part(rule.emails)},
          {"webhook", rule.webhook},
          {"webhook_secret", text_or_null(view.secret)},
          {"handles", texts_part(rule.handles)},
          {"deliveries", std::move(deliveries)}};
}

}  // namespace

std::string alerts_json(const AlertPage& page) {
  json::array items;
  for (const AlertView& each : page.alerts) items.push_back(alert_part(each));
  return json::serialize(
      json::object{{"items", std::move(items)}, {"next_cursor", id_json(page.next)}});
}

std::string alert_rules_json(const std::vector<AlertRuleView>& rules) {
  json::array out;
  for (const AlertRuleView& each : rules) out.push_back(rule_part(each));
  return json::serialize(json::object{{"rules", std::move(out)}});
}

std::string alert_notice_json(const Alert& alert, const Monitor& monitor,
                              std::string_view look_at) {
  return json::serialize(
      json::object{{"id", id_json(alert.id)},
                   {"kind", to_word(alert.kind)},
                   {"monitor", json::object{{"id", id_json(monitor.id)}, {"name", monitor.name}}},
                   {"at", time_json(alert.at)},
                   {"says", alert.says},
                   {"posts", ids_part(alert.posts)},
                   {"conversation", id_json(alert.conversation)},
                   {"url", text_or_null(look_at)}});
}

Result<std::vector<AlertRuleWish>> read_alert_rules(std::string_view text) {
  BodyReader body(text);
  auto rules = body.list("rules", 3, [](BodyReader& rule) {
    AlertRuleWish wish;
    wish.kind = rule.word<AlertKind>("kind", alert_kind_of);
    wish.app = rule.optional_yes_no("app", true);
    wish.emails = rule.optional_texts("emails", Alerts::kMostEmails, {.most = 320});
    wish.webhook = rule.optional_text("webhook", {.most = 2000}).value_or("");
    wish.handles = rule.optional_texts("handles", Alerts::kMostHandles, {.most = 300});
    return wish;
  });
  RAPPORT_TRY(body.finish());
  return rules;
}

std::vector<schema::Named> alert_schemas() {
  using namespace schema;
  const json::object kind = words({"spike", "negative", "person"});
  return {
      {"Alert", object({{"id", id()},
                        {"monitor", id()},
                        {"kind", kind},
                        {"at", time()},
                        {"says", text()},
                        {"posts", list(id())},
                        {"conversation", or_null(id())},
                        {"read", yes_no()}})},
      {"AlertPage", object({{"items", list(ref("Alert"))}, {"next_cursor", or_null(id())}})},
      {"AlertRule", object({{"kind", kind},
                            {"app", yes_no()},
                            {"emails", list(text())},
                            {"webhook", text()},
                            {"webhook_secret", or_null(text())},
                            {"handles", list(text())},
                            {"deliveries", list(ref("AlertReceiver"))}})},
      {"AlertReceiver", object({{"carrier", words({"mail", "webhook"})},
                                {"address", text()},
                                {"state", words({"waiting", "sent", "failed", "unknown"})},
                                {"at", time()},
                                {"sent_at", or_null(time())},
                                {"failed", whole()},
                                {"waiting", whole()},
                                {"next_try_at", or_null(time())},
                                {"error", or_null(text())},
                                {"error_at", or_null(time())}})},
      {"AlertRules", object({{"rules", list(ref("AlertRule"))}})},
      {"AlertRulesBody", object({{"rules", list(object({{"kind", kind},
                                                        {"app", yes_no(), false},
                                                        {"emails", list(text(320)), false},
                                                        {"webhook", or_null(text(2000)), false},
                                                        {"handles", list(text(300)), false}}))}})},
  };
}

}  // namespace rapport
