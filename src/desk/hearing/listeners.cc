#include "desk/hearing/listeners.h"

#include "base/log.h"
#include "store/store.h"

namespace rapport {
namespace {

// A browser asks again whenever anything changes: that may wait for the next round.
constexpr std::chrono::seconds kLookAgain{5};
constexpr std::size_t kLookedAtMost = 1000;
// A profile that was read this lately is shown as it is.
constexpr std::chrono::minutes kProfileGood{30};

}  // namespace

void Listeners::start(int threads) {
  refresh();
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

void Listeners::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    for (auto& [id, job] : jobs_) job.listener->stop();
  }
  wake_.notify_all();
  for (auto& each : threads_) each.join();
  threads_.clear();
}

void Listeners::refresh() {
  auto channels = store_.read([](Unit& unit) { return unit.channels().every(); });
  if (!channels) {
    log_error("listeners", "the channels could not be read: " + channels.error().cause);
    return;
  }
  {
    std::lock_guard lock(mutex_);
    for (const auto& channel : *channels) {
      const auto found = jobs_.find(channel.id);
      if (channel.state != ChannelState::kConnected) continue;  // its own round will end it
      if (found == jobs_.end()) {
        jobs_[channel.id] =
            Job{std::make_shared<Listener>(
                    store_, connectors_, filing_, clock_, settings_, channel.workspace, channel.id,
                    listening_.backfilling,
                    listening_.make_searching ? listening_.make_searching(channel) : nullptr),
                Steady::now()};
      } else {
        found->second.due = Steady::now();
        found->second.again = found->second.running;
      }
    }
  }
  wake_.notify_all();
}

void Listeners::read_soon(WorkspaceId workspace, ConversationId conversation) {
  bool at_once = false;
  {
    std::lock_guard lock(mutex_);
    const auto now = Steady::now();
    if (looked_at_.size() > kLookedAtMost) {
      std::erase_if(looked_at_, [&](const auto& each) { return each.second + kLookAgain < now; });
    }
    auto [place, fresh] = looked_at_.try_emplace(conversation, now);
    at_once = fresh || place->second + kLookAgain <= now;
    if (at_once) place->second = now;
  }
  auto found =
      store_.read([&](Unit& unit) { return unit.conversations().find(workspace, conversation); });
  if (!found) return;
  {
    std::lock_guard lock(mutex_);
    const auto job = jobs_.find(found->channel);
    if (job == jobs_.end()) return;
    job->second.listener->read_soon(found->root_native_id);
    // A network that failed a moment ago is left its pause, however many pages are looked at.
    if (job->second.failed || !at_once) return;
    job->second.again = job->second.running;
    if (!job->second.running) job->second.due = Steady::now();
  }
  wake_.notify_all();
}

void Listeners::meet_soon(WorkspaceId workspace, PersonId person) {
  auto stale = store_.read([&](Unit& unit) -> Result<std::vector<Account>> {
    auto accounts = unit.people().accounts_of(workspace, person);
    RAPPORT_TRY(accounts);
    const Time before = clock_.now() - kProfileGood;
    std::erase_if(*accounts, [&](const Account& each) {
      return each.profile_read_at && *each.profile_read_at > before;
    });
    return accounts;
  });
  if (!stale || stale->empty()) return;
  auto channels = store_.read([&](Unit& unit) { return unit.channels().all(workspace); });
  if (!channels) return;
  {
    std::lock_guard lock(mutex_);
    for (const Account& account : *stale) {
      for (const Channel& channel : *channels) {
        const auto job = jobs_.find(channel.id);
        if (channel.network != account.network || job == jobs_.end()) continue;
        job->second.listener->meet_soon(account.native_id);
        if (job->second.failed) break;
        job->second.again = job->second.running;
        if (!job->second.running) job->second.due = Steady::now();
        break;
      }
    }
  }
  wake_.notify_all();
}

void Listeners::take_in(const Channel& channel, const Filed& filed) {
  std::lock_guard lock(mutex_);
  const auto job = jobs_.find(channel.id);
  if (job != jobs_.end()) job->second.listener->take_in(filed);
}

void Listeners::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    auto next = jobs_.end();
    for (auto each = jobs_.begin(); each != jobs_.end(); ++each) {
      if (!each->second.running && (next == jobs_.end() || each->second.due < next->second.due)) {
        next = each;
      }
    }
    if (next == jobs_.end()) {
      wake_.wait(lock);
      continue;
    }
    if (next->second.due > Steady::now()) {
      wake_.wait_until(lock, next->second.due);
      continue;
    }

    const ChannelId id = next->first;
    const auto listener = next->second.listener;
    next->second.running = true;
    lock.unlock();
    Listener::Round round{settings_.interval, false, false, {}};
    try {
      round = listener->tick();
    } catch (const std::exception& error) {
      log_error("listeners", std::string("a round ended in an exception: ") + error.what());
      round.next = std::chrono::seconds{10};
    }
    lock.lock();
    const auto job = jobs_.find(id);
    if (job == jobs_.end()) continue;
    if (round.stop && !job->second.again) {
      jobs_.erase(job);
      continue;
    }
    job->second.running = false;
    job->second.failed = round.failed;
    job->second.due = job->second.again ? Steady::now() : Steady::now() + round.next;
    job->second.again = false;
    wake_.notify_one();
  }
}

}  // namespace rapport
