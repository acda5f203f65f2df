// An alert tells that a monitor heard something that somebody wanted to be told of; a rule says of
// what, and where to.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class AlertKind {
  kSpike,     // much more is said than usual
  kNegative,  // much more of it is negative than usual
  kPerson,    // somebody said it whom we know, or who was named
};

std::string_view to_word(AlertKind kind);
std::optional<AlertKind> alert_kind_of(std::string_view word);

// A monitor has at most one of each kind.
struct AlertRule {
  WorkspaceId workspace;
  MonitorId monitor;
  AlertKind kind = AlertKind::kSpike;
  bool app = true;  // it stands in the list of alerts
  std::vector<std::string> emails;
  std::string webhook;               // address; empty: none
  std::string sealed_secret;         // what calls of the webhook are signed with
  std::vector<std::string> handles;  // of kPerson: who matters, in small letters, without "@"
  MemberId by;
  Time created_at;
  Time changed_at;

  bool operator==(const AlertRule&) const = default;
};

struct Alert {
  WorkspaceId workspace;
  AlertId id;
  MonitorId monitor;
  AlertKind kind = AlertKind::kSpike;
  PersonId person;  // of kPerson; 0 of the others
  Time at;
  bool app = true;                             // as the rule said
  std::string says;                            // what happened, in words
  std::vector<PostId> posts;                   // at most three that show it
  std::optional<ConversationId> conversation;  // of kPerson

  bool operator==(const Alert&) const = default;
};

enum class AlertCarrier { kMail, kWebhook };

std::string_view to_word(AlertCarrier carrier);
std::optional<AlertCarrier> alert_carrier_of(std::string_view word);

enum class AlertDeliveryState {
  kWaiting,  // to be brought, or to be tried again
  kSent,
  kFailed,   // refused, no longer asked for, or tried too often
  kUnknown,  // it may have been brought; not tried again
};

std::string_view to_word(AlertDeliveryState state);
std::optional<AlertDeliveryState> alert_delivery_state_of(std::string_view word);

// What is to be brought to somebody outside: one for each receiver of an alert.
struct AlertDelivery {
  WorkspaceId workspace;
  AlertId alert;
  AlertCarrier carrier = AlertCarrier::kMail;
  std::string address;
  AlertDeliveryState state = AlertDeliveryState::kWaiting;
  std::int64_t attempts = 0;
  Time next_try_at;
  std::string error;  // of the last attempt, in words
  Time changed_at;

  bool operator==(const AlertDelivery&) const = default;
};

}  // namespace rapport
