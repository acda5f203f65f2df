#include <algorithm>
#include <cmath>
#include <utility>

#include "base/log.h"
#include "desk/listening/alerts.h"
#include "desk/listening/explain.h"
#include "desk/listening/monitors.h"
#include "desk/listening/query_parts.h"
#include "desk/listening/spikes.h"
#include "listen/parse.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::minutes kLookAnew{5};  // at all monitors, whatever was told of them
constexpr std::chrono::minutes kSurgeEvery{1};
constexpr std::chrono::hours kHour{1};
constexpr std::chrono::hours kDay{24};
constexpr int kMostCounted = 5000;  // mentions that shares are taken of
constexpr int kMostExplained = 2000;
constexpr int kMostLookedAt = 500;
constexpr std::size_t kMostShown = 3;
constexpr std::size_t kMostWords = 3;

// One rule, looked at.
struct Look {
  Unit& unit;
  const AlertRule& rule;
  const Monitor& monitor;
  Time now;

  WorkspaceId workspace() const { return rule.workspace; }
  // Clocks of networks may run ahead of ours a little.
  Time end() const { return hour_of(now) + kHour; }

  Result<bool> told_since(Time since, PersonId person = {}) const {
    auto last = unit.alerts().last_told(workspace(), rule.monitor, rule.kind, person);
    RAPPORT_TRY(last);
    return *last && **last >= since;
  }

  Alert alert(std::string says) const {
    Alert alert;
    alert.workspace = workspace();
    alert.monitor = rule.monitor;
    alert.kind = rule.kind;
    alert.at = now;
    alert.app = rule.app;
    alert.says = monitor.name + ": " + std::move(says);
    return alert;
  }
};

std::string posts_in(std::int64_t posts, std::int64_t hours) {
  return std::to_string(posts) + " posts in " +
         (hours == 1 ? "an hour" : std::to_string(hours) + " hours");
}

std::string usually(double usual) {
  const auto number = std::lround(usual);
  if (number == 0) return "where hardly any are usual";
  return "where " + std::to_string(number) + (number == 1 ? " is usual" : " are usual");
}

// "Most say rivet, recall." Not the words that were asked for: all say those.
std::string said_most(const Spike& spike, const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  const auto asked = parsed.query ? asked_words(*parsed.query) : std::vector<std::string>{};
  std::string words;
  std::size_t count = 0;
  bool most = false;
  for (const WordTotal& each : spike.terms) {
    if (count == kMostWords || std::ranges::find(asked, each.word) != asked.end()) continue;
    if (count++ == 0) most = each.found * 2 >= spike.total;
    words += (words.empty() ? "" : ", ") + each.word;
  }
  if (words.empty()) return {};
  return (most ? " Most say " : " Many say ") + words + ".";
}

// An hour, this one or the last, that stands out.
Result<std::vector<Alert>> spike_due(const Look& look) {
  const Time hour = hour_of(look.now);
  const Time past = hour - kUsualSpan - kDay;
  auto hours = look.unit.monitors().hours(look.workspace(), look.rule.monitor, past, look.end());
  RAPPORT_TRY(hours);
  if (hours->empty() || hours->back().hour < hour - kHour) return std::vector<Alert>{};
  // Since it listens, silence is silence; before that, only what was found is known.
  const Time begin =
      std::min(hours->front().hour, std::max(past, hour_of(look.monitor.created_at)));
  std::vector<std::int64_t> series(static_cast<std::size_t>((look.end() - begin) / kHour));
  for (const HourTotal& each : *hours) {
    series[static_cast<std::size_t>((each.hour - begin) / kHour)] += each.total;
  }
  const auto spikes = find_spikes(begin, series, begin);
  if (spikes.empty() || spikes.back().to < hour) return std::vector<Alert>{};
  const SpikeHours& last = spikes.back();
  const auto told = look.told_since(last.from);
  RAPPORT_TRY(told);
  if (*told) return std::vector<Alert>{};

  auto facts = look.unit.monitors().found(look.workspace(), look.rule.monitor, last.from - kDay,
                                          last.to, {}, kMostExplained);
  RAPPORT_TRY(facts);
  Spike spike{last.from, last.to, last.total, last.usual, 0, {}, {}};
  SpikeExplainer(*facts).explain(spike);
  Alert alert = look.alert(posts_in(last.total, (last.to - last.from) / kHour) + " " +
                           usually(last.usual) + "." + said_most(spike, look.monitor.query));
  alert.posts = spike.posts;
  return std::vector{std::move(alert)};
}

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

Result<std::vector<Alert>> surge_due(const Look& look) {
  const auto told = look.told_since(look.now - kSurgeOnceIn);
  RAPPORT_TRY(told);
  if (*told) return std::vector<Alert>{};
  auto& monitors = look.unit.monitors();
  const Time from = look.now - kSurgeSpan;
  const auto here =
      monitors.sentiments(look.workspace(), look.rule.monitor, from, look.end(), kMostCounted);
  RAPPORT_TRY(here);
  if (here->negative < kLeastSurge) return std::vector<Alert>{};
  const auto before = monitors.sentiments(look.workspace(), look.rule.monitor, from - kBeforeSurge,
                                          from, kMostCounted);
  RAPPORT_TRY(before);
  const double share = static_cast<double>(here->negative) / static_cast<double>(here->read);
  const double usual =
      (static_cast<double>(before->negative) + 0.5) / (static_cast<double>(before->read) + 1);
  if (share < kSurgeTimes * usual) return std::vector<Alert>{};

  std::string says = std::to_string(here->negative) + " of " + std::to_string(here->read) +
                     " posts in 6 hours are negative";
  if (before->read > 0) {
    const double was = static_cast<double>(before->negative) / static_cast<double>(before->read);
    says += ", " + std::to_string(percent(share)) + "% where " + std::to_string(percent(was)) +
            "% is usual";
  }
  Alert alert = look.alert(says + ".");
  auto facts =
      monitors.found(look.workspace(), look.rule.monitor, from, look.end(), {}, kMostLookedAt);
  RAPPORT_TRY(facts);
  for (const MentionFacts& each : *facts) {
    if (alert.posts.size() == kMostShown) break;
    if (each.reading && each.reading->sentiment == Sentiment::kNegative) {
      alert.posts.push_back(each.post);
    }
  }
  return std::vector{std::move(alert)};
}

std::string lower(std::string text) {
  for (char& each : text) {
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  }
  return text;
}

std::string called(const Account& account) {
  const std::string handle = "@" + account.handle;
  return account.name.empty() ? handle : account.name + " (" + handle + ")";
}

// Why this person matters; empty: they do not, to this rule.
Result<std::string> why(const Look& look, const Account& account) {
  const auto totals = look.unit.people().totals(look.workspace(), account.person);
  RAPPORT_TRY(totals);
  if (totals->said >= kLeastSaid && totals->answered >= kLeastAnswered) {
    const std::int64_t times = totals->answered;
    return " wrote, whom you answered " +
           (times == 1   ? "once"
            : times == 2 ? "twice"
                         : std::to_string(times) + " times") +
           " before.";
  }
  if (std::ranges::find(look.rule.handles, lower(account.handle)) != look.rule.handles.end()) {
    return std::string(" wrote, who is on your list.");
  }
  return std::string();
}

Result<std::vector<Alert>> persons_due(const Look& look, std::set<PostId>& looked_at) {
  // What was said before somebody asked is no news.
  const Time since = std::max(look.now - kPersonOnceIn, look.rule.created_at);
  auto facts = look.unit.monitors().found(look.workspace(), look.rule.monitor, since, look.end(),
                                          {}, kMostLookedAt);
  RAPPORT_TRY(facts);
  std::set<PostId> seen;
  std::set<AccountId> authors;
  for (const MentionFacts& each : *facts) {
    seen.insert(each.post);
    if (!looked_at.contains(each.post)) authors.insert(each.author);
  }
  const std::set<PostId> before = std::exchange(looked_at, std::move(seen));
  std::vector<Alert> due;
  if (authors.empty()) return due;
  auto accounts = look.unit.people().accounts(look.workspace(), {authors.begin(), authors.end()});
  RAPPORT_TRY(accounts);
  std::set<PersonId> told_now;
  for (const Account& account : *accounts) {
    if (account.ours || told_now.contains(account.person)) continue;
    const auto told = look.unit.alerts().last_told(look.workspace(), look.rule.monitor,
                                                   look.rule.kind, account.person);
    RAPPORT_TRY(told);
    // What was said within a day of the last one is not told later, either.
    const bool news = std::ranges::any_of(*facts, [&](const MentionFacts& each) {
      return each.author == account.id && !before.contains(each.post) &&
             (!*told || each.said_at > **told + kPersonOnceIn);
    });
    if (!news || (*told && **told >= look.now - kPersonOnceIn)) continue;
    const auto reason = why(look, account);
    RAPPORT_TRY(reason);
    if (reason->empty()) continue;
    Alert alert = look.alert(called(account) + *reason);
    alert.person = account.person;
    for (const MentionFacts& each : *facts) {
      if (each.author != account.id || alert.posts.size() == kMostShown) continue;
      if (!alert.conversation) alert.conversation = each.conversation;
      alert.posts.push_back(each.post);
    }
    told_now.insert(account.person);
    due.push_back(std::move(alert));
  }
  return due;
}

AlertDelivery delivery_of(const Alert& alert, AlertCarrier carrier, const std::string& address) {
  AlertDelivery delivery;
  delivery.workspace = alert.workspace;
  delivery.alert = alert.id;
  delivery.carrier = carrier;
  delivery.address = address;
  delivery.next_try_at = alert.at;
  delivery.changed_at = alert.at;
  return delivery;
}

}  // namespace

void Alerts::hear(const std::vector<Event>& events) {
  std::lock_guard lock(mutex_);
  for (const Event& each : events) {
    if (each.kind == EventKind::kMonitor) {
      changed_.insert({each.workspace, MonitorId{each.subject}});
    }
  }
}

Result<int> Alerts::raise_due() {
  const Time now = clock_.now();
  bool all = false;
  std::set<Place> changed;
  {
    std::lock_guard lock(mutex_);
    all = !all_looked_at_ || now - *all_looked_at_ >= kLookAnew;
    if (!all && changed_.empty()) return 0;
    changed.swap(changed_);
    if (all) all_looked_at_ = now;
  }
  auto rules = store_.read([](Unit& unit) { return unit.alerts().in_force(); });
  RAPPORT_TRY(rules);
  int raised = 0;
  for (const AlertRule& each : *rules) {
    if (!all && !changed.contains({each.workspace, each.monitor})) continue;
    const auto some = raise(each, now);
    if (!some) {
      // One that fails must not keep the others waiting.
      log_warn("alerts", "monitor " + to_string(each.monitor) + " could not be looked at: " +
                             some.error().message + " " + some.error().cause);
      continue;
    }
    raised += *some;
  }
  return raised;
}

Result<int> Alerts::raise(const AlertRule& rule, Time now) {
  const Place place{rule.workspace, rule.monitor};
  std::set<PostId> looked_at;
  {
    std::lock_guard lock(mutex_);
    if (rule.kind == AlertKind::kPerson) looked_at = looked_at_[place];
    if (rule.kind == AlertKind::kNegative) {
      // It counts a week of mentions.
      const auto last = surge_looked_at_.find(place);
      if (last != surge_looked_at_.end() && now - last->second < kSurgeEvery) {
        changed_.insert(place);
        return 0;
      }
      surge_looked_at_[place] = now;
    }
  }
  auto due = store_.read([&](Unit& unit) { return due_of(unit, rule, now, looked_at); });
  RAPPORT_TRY(due);
  if (!due->empty()) {
    const auto kept = store_.write([&](Unit& unit) -> Result<Done> {
      for (Alert& each : *due) RAPPORT_TRY(keep(unit, rule, each, now));
      return Done{};
    });
    RAPPORT_TRY(kept);
  }
  if (rule.kind == AlertKind::kPerson) {
    std::lock_guard lock(mutex_);
    looked_at_[place] = std::move(looked_at);
  }
  return static_cast<int>(due->size());
}

Result<std::vector<Alert>> Alerts::due_of(Unit& unit, const AlertRule& rule, Time now,
                                          std::set<PostId>& looked_at) {
  auto monitor = unit.monitors().find(rule.workspace, rule.monitor);
  RAPPORT_TRY(monitor);
  const Look look{unit, rule, *monitor, now};
  switch (rule.kind) {
    case AlertKind::kSpike:
      return spike_due(look);
    case AlertKind::kNegative:
      return surge_due(look);
    case AlertKind::kPerson:
      return persons_due(look, looked_at);
  }
  return std::vector<Alert>{};
}

// With all that is to be brought to others, so that none of it can be lost or come twice.
Result<Done> Alerts::keep(Unit& unit, const AlertRule& rule, Alert& alert, Time now) {
  alert.id = ids_.make<AlertId>();
  RAPPORT_TRY(unit.alerts().add(alert));
  for (const std::string& each : rule.emails) {
    RAPPORT_TRY(unit.alerts().add_delivery(delivery_of(alert, AlertCarrier::kMail, each)));
  }
  if (!rule.webhook.empty()) {
    RAPPORT_TRY(
        unit.alerts().add_delivery(delivery_of(alert, AlertCarrier::kWebhook, rule.webhook)));
  }
  if (!alert.app) return Done{};
  Event event;
  event.workspace = alert.workspace;
  event.kind = EventKind::kAlert;
  event.subject = alert.id.value;
  event.at = now;
  return unit.announce(std::move(event));
}

}  // namespace rapport
