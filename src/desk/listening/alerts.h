// Telling people what monitors hear while it matters: in the app, by e-mail and to other programs.
//
// Each verb lives in a source file of its own.

#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/alert.h"
#include "model/event.h"
#include "model/member.h"
#include "model/monitor.h"
#include "networks/notice.h"

namespace rapport {

class SecretBox;
class Store;
class Unit;

// A surge: of what was said in the last six hours at least so many posts are negative, and their
// share among those that were read is at least so many times that of the seven days before, where
// half a post more is taken to have been negative, of one more. It is told once a day.
inline constexpr std::chrono::hours kSurgeSpan{6};
inline constexpr std::chrono::hours kBeforeSurge{7 * 24};
inline constexpr std::int64_t kLeastSurge = 10;
inline constexpr double kSurgeTimes = 2;
inline constexpr std::chrono::hours kSurgeOnceIn{24};

// Somebody matters who said at least so much to us and was answered at least so often, or whom the
// rule names. What they say is told once a day. How many follow them never matters.
inline constexpr std::int64_t kLeastSaid = 2;
inline constexpr std::int64_t kLeastAnswered = 1;
inline constexpr std::chrono::hours kPersonOnceIn{24};

// What a member says a rule should be.
struct AlertRuleWish {
  AlertKind kind = AlertKind::kSpike;
  bool app = true;
  std::vector<std::string> emails = {};
  std::string webhook = {};
  std::vector<std::string> handles = {};
};

// How one receiver of a rule was told of its newest alerts.
struct AlertReceiver {
  AlertCarrier carrier = AlertCarrier::kMail;
  std::string address;
  AlertDeliveryState state = AlertDeliveryState::kWaiting;  // of the newest
  Time at;                                                  // since when
  std::optional<Time> sent_at;                              // the last one that arrived
  std::int64_t failed = 0;                                  // given up
  std::int64_t waiting = 0;         // still to be brought, or to be tried again
  std::optional<Time> next_try_at;  // of the first of these
  std::string error;                // of the last attempt that went wrong; empty: none did
  std::optional<Time> error_at;
};

struct AlertRuleView {
  AlertRule rule;
  std::string secret;  // of its webhook; only in the answer that makes it
  // In the rule's order; whom nothing was to be told yet is left out.
  std::vector<AlertReceiver> receivers = {};
};

struct AlertView {
  Alert alert;
  bool read = false;
};

struct AlertPage {
  std::vector<AlertView> alerts;  // newest first
  std::optional<AlertId> next;
};

// How alerts leave the house. A carrier that is not there is told to whoever asks for it.
struct AlertWays {
  NoticeCarrier* mail = nullptr;
  NoticeCarrier* webhook = nullptr;
  std::string look_at;  // where the list of alerts is; empty: nowhere that we know
  // What other programs are told.
  std::function<std::string(const Alert&, const Monitor&)> for_programs;
};

class Alerts {
 public:
  Alerts(Store& store, const SecretBox& secrets, IdMaker& ids, const Clock& clock, AlertWays ways)
      : store_(store), secrets_(secrets), ids_(ids), clock_(clock), ways_(std::move(ways)) {}

  static constexpr std::size_t kMostEmails = 10;  // of a rule
  static constexpr std::size_t kMostHandles = 200;
  static constexpr int kMostAttempts = 12;  // over some five hours
  static constexpr int kAlertsTold = 200;   // the newest, of which receivers are told

  // Both for members who may answer. A webhook that is new gets a new secret.
  Result<std::vector<AlertRuleView>> rules(const Member& by, MonitorId monitor);
  Result<std::vector<AlertRuleView>> put_rules(const Member& by, MonitorId monitor,
                                               const std::vector<AlertRuleWish>& wishes);

  Result<AlertPage> list(const Member& by, std::optional<AlertId> below, int most);
  Result<Done> mark_read(const Member& by);

  // Something was committed; monitors among it are looked at in the next round. Safe from any
  // thread, and quick.
  void hear(const std::vector<Event>& events);

  // Raises what is due: of the monitors that heard something since the last call, and every few
  // minutes of all. How many it raised. For one thread.
  Result<int> raise_due();

  // Brings what is waiting to receivers outside, each once, and again after a failure: how many
  // were tried. For one thread. At least once: a process that ends while one is on its way tries
  // again. A mail that may have arrived is not sent again; a webhook is called again with the same
  // id. A receiver that fails or is slow is left alone for half a minute and more.
  Result<int> deliver_due(const std::function<bool()>& go_on = [] { return true; });

 private:
  using Place = std::pair<WorkspaceId, MonitorId>;

  Result<AlertRule> checked(const Member& by, MonitorId monitor, const AlertRuleWish& wish) const;
  Result<int> raise(const AlertRule& rule, Time now);
  Result<std::vector<Alert>> due_of(Unit& unit, const AlertRule& rule, Time now,
                                    std::set<PostId>& looked_at);
  Result<Done> keep(Unit& unit, const AlertRule& rule, Alert& alert, Time now);
  Result<bool> deliver(AlertDelivery delivery);
  Result<Done> send(const AlertDelivery& delivery);

  Store& store_;
  const SecretBox& secrets_;
  IdMaker& ids_;
  const Clock& clock_;
  AlertWays ways_;

  // Receivers that failed or were slow, by host or address: of deliver_due() alone.
  struct Trouble {
    int times = 0;
    Time until;
  };
  std::map<std::string, Trouble> troubled_;

  std::mutex mutex_;  // of these
  std::set<Place> changed_;
  std::map<Place, std::set<PostId>> looked_at_;  // of the last day, for kPerson
  std::map<Place, Time> surge_looked_at_;
  std::optional<Time> all_looked_at_;
};

// What a webhook's secret is sealed for.
std::string secret_context(const AlertRule& rule);

}  // namespace rapport
