#include "app/chores.h"

#include <exception>
#include <string>

#include "base/log.h"
#include "desk/coaching/coaching.h"
#include "desk/inbox/inbox.h"
#include "desk/listening/alerts.h"
#include "desk/listening/monitors.h"
#include "desk/reading/backlog.h"
#include "desk/tagging/tagging.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::seconds kRound{2};
constexpr int kTagRowsPerRound = 2000;
constexpr int kRoundsPerTidying = 1800;            // an hour
constexpr std::chrono::hours kKeepEvents{7 * 24};  // a page that slept longer reads everything anew

constexpr std::chrono::days kKeepProposals{90};
constexpr std::chrono::days kKeepAlerts{90};  // as far back as screens look

constexpr int kPicturesAtATime = 200;
constexpr int kEventsAtATime = 5000;
constexpr int kAlertsAtATime = 500;
constexpr int kProposalsAtATime = 500;

constexpr std::chrono::milliseconds kReadingPerRound{500};
constexpr int kPostsAtATime = 50;
constexpr int kPostsToMatch = 50'000;  // a slice is a tenth of a second all the same

}  // namespace

void Chores::start() {
  thread_ = std::thread([this] { work(); });
}

void Chores::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Chores::work() {
  for (int round = 0;; ++round) {
    try {
      if (const auto woken = inbox_.wake_snoozed(); !woken) {
        log_warn("chores", "snoozed conversations could not be woken: " + woken.error().cause);
      }
      if (const auto cleared = tagging_.clear_leaving(kTagRowsPerRound); !cleared) {
        log_warn("chores", "a removed tag could not be cleared: " + cleared.error().cause);
      }
      if (round % kRoundsPerTidying == 0) tidy();
      if (const auto raised = alerts_.raise_due(); !raised) {
        log_warn("chores", "no alerts were raised: " + raised.error().cause);
      }
      if (const auto caught_up = coaching_.refresh(); !caught_up) {
        log_warn("chores", "the coach missed new replies: " + caught_up.error().cause);
      }
      match_earlier();
      read_earlier();
    } catch (const std::exception& error) {
      log_error("chores", std::string("threw: ") + error.what());
    }
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, kRound, [this] { return stopping_; })) return;
  }
}

// A part of each round, in small steps: whoever writes in between waits for one of them at most.
void Chores::read_earlier() {
  const auto until = std::chrono::steady_clock::now() + kReadingPerRound;
  const auto go_on = [&] { return !stopping() && std::chrono::steady_clock::now() < until; };
  while (go_on()) {
    const auto more = backlog_.step(kPostsAtATime, go_on);
    if (!more) log_warn("chores", "earlier posts could not be read: " + more.error().cause);
    if (!more || !*more) return;
  }
}

void Chores::match_earlier() {
  const auto until = std::chrono::steady_clock::now() + kReadingPerRound;
  const auto go_on = [&] { return !stopping() && std::chrono::steady_clock::now() < until; };
  while (go_on()) {
    const auto more = monitors_.catch_up(kPostsToMatch, go_on);
    if (!more) log_warn("chores", "earlier posts could not be matched: " + more.error().cause);
    if (!more || !*more) return;
  }
}

bool Chores::stopping() {
  std::lock_guard lock(mutex_);
  return stopping_;
}

void Chores::tidy() {
  monitors_.settle();
  const Time now = clock_.now();
  const auto done = store_.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.attachments().drop_unused(now, kPicturesAtATime));
    return unit.members().drop_expired_sessions(now);
  });
  if (!done) log_warn("chores", "tidying failed: " + done.error().cause);
  // In portions, so that nobody's write waits for a busy day's worth of events.
  for (int dropped = kEventsAtATime; dropped == kEventsAtATime && !stopping();) {
    const auto some = store_.write(
        [&](Unit& unit) { return unit.events().drop_before(now - kKeepEvents, kEventsAtATime); });
    if (!some) log_warn("chores", "old events stay: " + some.error().cause);
    dropped = some.value_or(0);
  }
  for (int dropped = kAlertsAtATime; dropped == kAlertsAtATime && !stopping();) {
    const auto some = store_.write(
        [&](Unit& unit) { return unit.alerts().drop_before(now - kKeepAlerts, kAlertsAtATime); });
    if (!some) log_warn("chores", "old alerts stay: " + some.error().cause);
    dropped = some.value_or(0);
  }
  for (int dropped = kProposalsAtATime; dropped == kProposalsAtATime && !stopping();) {
    const auto some = store_.write([&](Unit& unit) {
      return unit.proposals().drop_before(now - kKeepProposals, kProposalsAtATime);
    });
    if (!some) log_warn("chores", "old proposals stay: " + some.error().cause);
    dropped = some.value_or(0);
  }
}

}  // namespace rapport
