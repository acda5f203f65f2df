#include <algorithm>

#include "base/log.h"
#include "base/secret_box.h"
#include "desk/listening/alerts.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kAtATime = 20;
// Longer than any carrier takes: who finds one on its way after that knows that its process ended.
constexpr std::chrono::minutes kOnItsWay{5};
constexpr std::chrono::seconds kFirstPause{30};
constexpr std::chrono::seconds kLongestPause{3600};
// A receiver that fails, or takes so long, is left alone for a while, and longer each time, so that
// the others need not wait for it.
constexpr std::chrono::seconds kSlow{2};
constexpr std::chrono::seconds kLongestRest{300};
constexpr int kMostDoublings = 5;

// Half a minute, then twice as long each time up to an hour, or as the receiver says.
std::chrono::seconds pause_after(std::int64_t attempts, const Error& error) {
  auto pause = kFirstPause;
  for (std::int64_t each = 1; each < attempts && pause < kLongestPause; ++each) pause *= 2;
  if (error.retry_after_seconds) {
    pause = std::max(pause, std::chrono::seconds{*error.retry_after_seconds});
  }
  return std::min(pause, kLongestPause);
}

// What fails or is slow together: all of a webhook's host, and one address of mail.
std::string place_of(const AlertDelivery& delivery) {
  if (delivery.carrier == AlertCarrier::kMail) return delivery.address;
  const std::size_t scheme = delivery.address.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  const std::size_t end = delivery.address.find_first_of("/?#", begin);
  std::string host = delivery.address.substr(begin, end - begin);
  for (char& each : host) {
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  }
  return "//" + host;
}

bool may_pass(const Error& error) {
  return error.kind == ErrorKind::kUnavailable || error.kind == ErrorKind::kTooMany ||
         error.kind == ErrorKind::kInternal || error.kind == ErrorKind::kUnknown;
}

}  // namespace

Result<int> Alerts::deliver_due(const std::function<bool()>& go_on) {
  auto due = store_.read([&](Unit& unit) { return unit.alerts().due(clock_.now(), kAtATime); });
  RAPPORT_TRY(due);
  std::erase_if(troubled_,
                [&](const auto& each) { return each.second.until + kLongestRest < clock_.now(); });
  int tried = 0;
  for (AlertDelivery& each : *due) {
    if (!go_on()) break;
    const std::string place = place_of(each);
    const auto trouble = troubled_.find(place);
    if (trouble != troubled_.end() && trouble->second.until > clock_.now()) {
      // Others are not to wait for it; this is no attempt.
      each.next_try_at = trouble->second.until;
      RAPPORT_TRY(store_.write([&](Unit& unit) { return unit.alerts().save_delivery(each); }));
      continue;
    }
    const Time begun = clock_.now();
    auto answered = deliver(std::move(each));
    RAPPORT_TRY(answered);
    ++tried;
    if (*answered && clock_.now() - begun < kSlow) {
      troubled_.erase(place);
      continue;
    }
    Trouble& rest = troubled_[place];
    rest.times = *answered ? 1 : std::min(rest.times + 1, kMostDoublings);
    rest.until = clock_.now() + std::min(kFirstPause * (1 << (rest.times - 1)), kLongestRest);
  }
  return tried;
}

// Whether the receiver is well: it took the alert, or said why it does not.
Result<bool> Alerts::deliver(AlertDelivery delivery) {
  const auto save = [&] {
    delivery.changed_at = clock_.now();
    return store_.write([&](Unit& unit) { return unit.alerts().save_delivery(delivery); });
  };
  ++delivery.attempts;
  delivery.next_try_at = clock_.now() + kOnItsWay;
  RAPPORT_TRY(save());

  const auto sent = send(delivery);
  if (sent) {
    delivery.state = AlertDeliveryState::kSent;
    delivery.error.clear();
    RAPPORT_TRY(save());
    return true;
  }
  const Error& error = sent.error();
  delivery.error = error.message;
  if (error.kind == ErrorKind::kUnknown && delivery.carrier == AlertCarrier::kMail) {
    delivery.state = AlertDeliveryState::kUnknown;
  } else if (!may_pass(error) || delivery.attempts >= kMostAttempts) {
    delivery.state = AlertDeliveryState::kFailed;
  } else {
    delivery.next_try_at = clock_.now() + pause_after(delivery.attempts, error);
  }
  log_warn("alerts", "alert " + to_string(delivery.alert) + " by " +
                         std::string(to_word(delivery.carrier)) + ", attempt " +
                         std::to_string(delivery.attempts) + ": " + error.message + " " +
                         error.cause);
  RAPPORT_TRY(save());
  return !may_pass(error);
}

// What nobody asks for any more is not sent.
Result<Done> Alerts::send(const AlertDelivery& delivery) {
  const bool mail = delivery.carrier == AlertCarrier::kMail;
  NoticeCarrier* carrier = mail ? ways_.mail : ways_.webhook;
  if (carrier == nullptr) {
    return invalid(mail ? "No mail server is set." : "No webhook can be called from here.");
  }
  Alert alert;
  Monitor monitor;
  AlertRule rule;
  const auto known = store_.read([&](Unit& unit) -> Result<Done> {
    auto found = unit.alerts().find(delivery.workspace, delivery.alert);
    RAPPORT_TRY(found);
    alert = std::move(*found);
    auto of = unit.monitors().find(alert.workspace, alert.monitor);
    RAPPORT_TRY(of);
    monitor = std::move(*of);
    auto rules = unit.alerts().rules(alert.workspace, alert.monitor);
    RAPPORT_TRY(rules);
    const auto told = std::ranges::find(*rules, alert.kind, &AlertRule::kind);
    const bool wanted =
        told != rules->end() &&
        (mail ? std::ranges::find(told->emails, delivery.address) != told->emails.end()
              : told->webhook == delivery.address);
    if (!wanted) return not_found("Nobody asks for it any more.");
    rule = *told;
    return Done{};
  });
  RAPPORT_TRY(known);
  Recipient recipient{delivery.address, {}};
  if (!mail) {
    auto secret = secrets_.open(rule.sealed_secret, secret_context(rule));
    RAPPORT_TRY(secret);
    recipient.secret = std::move(*secret);
  }
  Notice notice;
  notice.id = to_string(alert.id);
  notice.subject = alert.says;
  notice.lines = {alert.says};
  notice.url = ways_.look_at;
  if (ways_.for_programs) notice.json = ways_.for_programs(alert, monitor);
  auto sent = carrier->send(recipient, notice);
  wipe(recipient.secret);
  return sent;
}

}  // namespace rapport
