#include <algorithm>

#include "base/secret_box.h"
#include "base/url.h"
#include "desk/listening/alerts.h"
#include "desk/team/secrets.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kMostWebhook = 2000;
constexpr std::size_t kMostHandle = 260;  // "name@host" of the longest

Result<Done> check_may_listen(const Member& by) {
  if (!by.may_answer()) return forbidden("Your role cannot see or change who is told of what.");
  return Done{};
}

void to_lower(std::string& text) {
  for (char& each : text) {
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  }
}

// Each once, in their order.
void add_once(std::vector<std::string>& to, std::string text) {
  if (std::ranges::find(to, text) == to.end()) to.push_back(std::move(text));
}

Result<std::string> checked_handle(std::string handle) {
  while (!handle.empty() && (handle.front() == '@' || handle.front() == ' ')) handle.erase(0, 1);
  while (!handle.empty() && handle.back() == ' ') handle.pop_back();
  to_lower(handle);
  const bool odd =
      std::ranges::any_of(handle, [](unsigned char each) { return each <= ' ' || each == 0x7F; });
  if (handle.empty() || handle.size() > kMostHandle || odd) {
    return invalid("One of these is not a handle.", "handles");
  }
  return handle;
}

void add_delivery(AlertReceiver& to, const AlertDelivery& delivery, bool newest) {
  if (newest) {
    to.carrier = delivery.carrier;
    to.address = delivery.address;
    to.state = delivery.state;
    to.at = delivery.changed_at;
  }
  if (delivery.state == AlertDeliveryState::kFailed) ++to.failed;
  if (delivery.state == AlertDeliveryState::kWaiting) {
    ++to.waiting;
    to.next_try_at = std::min(to.next_try_at.value_or(delivery.next_try_at), delivery.next_try_at);
  }
  const Time at = delivery.changed_at;
  if (delivery.state == AlertDeliveryState::kSent) {
    to.sent_at = std::max(to.sent_at.value_or(at), at);
  } else if (!delivery.error.empty() && (!to.error_at || *to.error_at < at)) {
    to.error = delivery.error;
    to.error_at = at;
  }
}

// Of each whom the rule names and something was to be told.
Result<std::vector<AlertReceiver>> receivers_of(Unit& unit, const AlertRule& rule) {
  auto all =
      unit.alerts().deliveries_of(rule.workspace, rule.monitor, rule.kind, Alerts::kAlertsTold);
  RAPPORT_TRY(all);
  std::vector<AlertReceiver> out;
  const auto add = [&](AlertCarrier carrier, const std::string& address) {
    std::optional<AlertReceiver> receiver;
    for (const AlertDelivery& each : *all) {
      if (each.carrier != carrier || each.address != address) continue;
      const bool newest = !receiver;
      if (newest) receiver.emplace();
      add_delivery(*receiver, each, newest);
    }
    if (receiver) out.push_back(std::move(*receiver));
  };
  for (const std::string& each : rule.emails) add(AlertCarrier::kMail, each);
  if (!rule.webhook.empty()) add(AlertCarrier::kWebhook, rule.webhook);
  return out;
}

}  // namespace

std::string secret_context(const AlertRule& rule) {
  return "alert:" + to_string(rule.monitor) + ":" + std::string(to_word(rule.kind));
}

Result<AlertRule> Alerts::checked(const Member& by, MonitorId monitor,
                                  const AlertRuleWish& wish) const {
  AlertRule rule;
  rule.workspace = by.workspace;
  rule.monitor = monitor;
  rule.kind = wish.kind;
  rule.app = wish.app;
  rule.by = by.id;
  if (!wish.emails.empty() && ways_.mail == nullptr) {
    return invalid(
        "No mail can be sent from here yet: whoever runs this Rapport has to name a mail server.",
        "emails");
  }
  if (wish.emails.size() > kMostEmails) {
    return invalid("10 addresses are the most.", "emails");
  }
  for (const std::string& each : wish.emails) {
    auto email = check_email(each);
    if (!email) return invalid(email.error().message, "emails");
    if (auto can = ways_.mail->check({*email, {}}); !can) {
      return invalid(can.error().message, "emails");
    }
    add_once(rule.emails, std::move(*email));
  }
  if (!wish.webhook.empty()) {
    if (wish.webhook.size() > kMostWebhook || !parse_web_url(wish.webhook)) {
      return invalid("This is not a web address.", "webhook");
    }
    if (ways_.webhook == nullptr) return invalid("No webhook can be called from here.", "webhook");
    // Its secret is made once the rule stands; the address alone is in question here.
    if (auto can = ways_.webhook->check({wish.webhook, "not made yet"}); !can) {
      return invalid(can.error().message, "webhook");
    }
    rule.webhook = wish.webhook;
  }
  if (wish.handles.size() > kMostHandles) return invalid("200 handles are the most.", "handles");
  if (!wish.handles.empty() && wish.kind != AlertKind::kPerson) {
    return invalid("Only people have handles.", "handles");
  }
  for (const std::string& each : wish.handles) {
    auto handle = checked_handle(each);
    RAPPORT_TRY(handle);
    add_once(rule.handles, std::move(*handle));
  }
  if (!rule.app && rule.emails.empty() && rule.webhook.empty()) {
    return invalid("Nobody would be told: choose the app, an address or a webhook.", "rules");
  }
  return rule;
}

Result<std::vector<AlertRuleView>> Alerts::rules(const Member& by, MonitorId monitor) {
  RAPPORT_TRY(check_may_listen(by));
  return store_.read([&](Unit& unit) -> Result<std::vector<AlertRuleView>> {
    RAPPORT_TRY(unit.monitors().find(by.workspace, monitor));
    auto rules = unit.alerts().rules(by.workspace, monitor);
    RAPPORT_TRY(rules);
    std::vector<AlertRuleView> views;
    for (AlertRule& each : *rules) {
      auto receivers = receivers_of(unit, each);
      RAPPORT_TRY(receivers);
      views.push_back({std::move(each), {}, std::move(*receivers)});
    }
    return views;
  });
}

Result<std::vector<AlertRuleView>> Alerts::put_rules(const Member& by, MonitorId monitor,
                                                     const std::vector<AlertRuleWish>& wishes) {
  RAPPORT_TRY(check_may_listen(by));
  std::vector<AlertRule> wanted;
  for (const AlertRuleWish& each : wishes) {
    if (std::ranges::find(wanted, each.kind, &AlertRule::kind) != wanted.end()) {
      return invalid("There can be one rule of each kind.", "rules");
    }
    auto rule = checked(by, monitor, each);
    RAPPORT_TRY(rule);
    wanted.push_back(std::move(*rule));
  }
  const Time now = clock_.now();
  auto views = store_.write([&](Unit& unit) -> Result<std::vector<AlertRuleView>> {
    auto found = unit.monitors().find(by.workspace, monitor);
    RAPPORT_TRY(found);
    auto before = unit.alerts().rules(by.workspace, monitor);
    RAPPORT_TRY(before);
    for (const AlertRule& each : *before) {
      if (std::ranges::find(wanted, each.kind, &AlertRule::kind) != wanted.end()) continue;
      RAPPORT_TRY(unit.alerts().remove_rule(by.workspace, monitor, each.kind));
    }
    std::vector<AlertRuleView> out;
    std::string told;
    for (const AlertRule& wish : wanted) {
      AlertRuleView view{wish, {}};
      AlertRule& rule = view.rule;
      const auto old = std::ranges::find(*before, rule.kind, &AlertRule::kind);
      rule.created_at = old == before->end() ? now : old->created_at;
      rule.changed_at = now;
      if (!rule.webhook.empty()) {
        if (old != before->end() && old->webhook == rule.webhook) {
          rule.sealed_secret = old->sealed_secret;
        } else {
          view.secret = random_secret();
          auto sealed = secrets_.seal(view.secret, secret_context(rule));
          RAPPORT_TRY(sealed);
          rule.sealed_secret = std::move(*sealed);
        }
      }
      RAPPORT_TRY(unit.alerts().put_rule(rule));
      auto receivers = receivers_of(unit, rule);
      RAPPORT_TRY(receivers);
      view.receivers = std::move(*receivers);
      told += (told.empty() ? "" : ", ") + std::string(to_word(rule.kind));
      out.push_back(std::move(view));
    }
    std::ranges::sort(out, {}, [](const AlertRuleView& each) { return to_word(each.rule.kind); });
    RAPPORT_TRY(unit.members().audit({by.workspace, by.id, "monitor.alerts", to_string(monitor),
                                      found->name + ": " + (told.empty() ? "none" : told), now}));
    return out;
  });
  RAPPORT_TRY(views);
  std::lock_guard lock(mutex_);
  changed_.insert({by.workspace, monitor});
  looked_at_.erase({by.workspace, monitor});
  return views;
}

}  // namespace rapport
