#include "desk/hearing/listener.h"

#include <algorithm>
#include <random>

#include "base/log.h"
#include "desk/hearing/filer_rules.h"
#include "desk/hearing/history.h"
#include "desk/listening/backfilling.h"
#include "store/store.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kThreadsARound = 20;
constexpr std::size_t kProfilesARound = 4;
constexpr std::size_t kQueueMost = 2000;
constexpr std::chrono::hours kLongestRest{1};  // a source that need not be read for longer is asked

// Grows twofold with each failure up to `longest`, and then anywhere in its upper half, so that
// many listeners do not come back at the same moment.
std::chrono::milliseconds back_off(int failures, std::chrono::milliseconds first,
                                   std::chrono::milliseconds longest) {
  const int doublings = std::min(failures, 12);
  const auto whole = std::min<std::chrono::milliseconds>(first * (1LL << doublings), longest);
  thread_local std::mt19937_64 random{std::random_device{}()};
  std::uniform_int_distribution<std::int64_t> spread(whole.count() / 2, whole.count());
  return std::chrono::milliseconds{spread(random)};
}

}  // namespace

Listener::Round Listener::tick() {
  Round round{settings_.interval, false, false, {}};
  auto channel =
      store_.read([&](Unit& unit) { return unit.channels().find(workspace_, channel_); });
  if (!channel) {
    round.stop = channel.error().kind == ErrorKind::kNotFound;
    round.next = back_off(++failures_, settings_.interval, settings_.longest_pause);
    return round;
  }
  if (channel->state != ChannelState::kConnected) {
    round.stop = true;
    return round;
  }

  auto connector = connectors_.get(*channel);
  std::string source = "channel";
  auto outcome = Result<Done>(Done{});
  if (!connector) {
    outcome = fail(connector.error());
  } else {
    outcome = read_own_profile(**connector, *channel);
    std::optional<std::chrono::milliseconds> soonest;
    for (const auto& each : (*connector)->sources()) {
      if (!outcome) break;
      source = each;
      auto next = read_source(**connector, *channel, each, round);
      if (next) soonest = std::min(soonest.value_or(*next), *next);
      if (!next) outcome = fail(std::move(next.error()));
    }
    if (soonest) round.next = *soonest;
    if (outcome) {
      source = "threads";
      outcome = read_threads(**connector, *channel, round);
    }
    if (outcome) outcome = read_profiles(**connector, *channel);
    // Last, so that the past never keeps the present waiting.
    if (outcome && !stopping_) {
      source = "history";
      HistoryReader history(store_, filing_, clock_);
      outcome = history.read_on(**connector, *channel, settings_.history_pages_a_round);
    }
    // A search that fails must not hold up what is said to us: it has a pace of its own.
    if (outcome && !stopping_ && clock_.now() >= search_after_)
      search(**connector, *channel, round);
  }

  if (outcome) {
    failures_ = 0;
    if (!channel->error.empty() || trouble_noted_) clear_trouble(*channel);
    return round;
  }
  ++failures_;
  round.failed = true;
  note_trouble(*channel, source, outcome.error());
  if (outcome.error().kind == ErrorKind::kUnauthorized) {
    round.stop = true;
  } else {
    round.next = pause_after(outcome.error());
  }
  return round;
}

Result<std::chrono::milliseconds> Listener::read_source(Connector& connector,
                                                        const Channel& channel,
                                                        const std::string& source, Round& round) {
  const Time since = channel.connected_at - settings_.import_days;
  for (int page = 0; page < settings_.pages_a_round && !stopping_; ++page) {
    auto kept = store_.read(
        [&](Unit& unit) { return unit.channels().source(workspace_, channel_, source); });
    RAPPORT_TRY(kept);
    auto heard = connector.hear(source, kept->cursor, since);
    RAPPORT_TRY(heard);
    if (!heard->idle) {
      auto filed = filing_.file_heard(channel, source, *heard);
      RAPPORT_TRY(filed);
      take_in(*filed, round);
    }
    if (heard->more) continue;
    const auto next =
        std::min<std::chrono::milliseconds>(heard->next_in.value_or(0s), kLongestRest);
    return std::max(settings_.interval, next);
  }
  return settings_.interval;
}

Result<Done> Listener::read_threads(Connector& connector, const Channel& channel, Round& round) {
  std::vector<std::string> roots;
  {
    std::lock_guard lock(mutex_);
    while (!threads_.empty() && roots.size() < kThreadsARound) {
      roots.push_back(threads_.front());
      threads_queued_.erase(threads_.front());
      threads_.pop_front();
    }
  }
  if (roots.size() < static_cast<std::size_t>(settings_.rereads_a_round)) {
    const Time before = clock_.now() - settings_.reread_after;
    auto stale = store_.read([&](Unit& unit) {
      return unit.conversations().stale_threads(workspace_, channel_, before,
                                                settings_.rereads_a_round);
    });
    RAPPORT_TRY(stale);
    for (const auto& each : *stale) {
      if (std::find(roots.begin(), roots.end(), each.root_native_id) == roots.end()) {
        roots.push_back(each.root_native_id);
      }
    }
  }

  for (const auto& root : roots) {
    if (stopping_) return Done{};
    auto read = read_thread(connector, channel, root, round);
    if (read) continue;
    const auto kind = read.error().kind;
    if (kind == ErrorKind::kUnauthorized || kind == ErrorKind::kTooMany) {
      read_soon(root);
      return read;
    }
    // The sources were read a moment ago, so the network is there and it is this thread that
    // fails: it must not hold up the others. It comes again with the next re-reading.
    log_warn("listener", "thread " + root + " could not be read: " + read.error().message + " " +
                             read.error().cause);
    RAPPORT_TRY(put_off(channel, root));
  }
  return Done{};
}

Result<Done> Listener::put_off(const Channel& channel, const std::string& root_native_id) {
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto conversation = unit.conversations().by_root(workspace_, channel.network, root_native_id);
    RAPPORT_TRY(conversation);
    if (!*conversation) return Done{};
    return unit.conversations().mark_thread_read(workspace_, (*conversation)->id, clock_.now());
  });
}

Result<Done> Listener::read_thread(Connector& connector, const Channel& channel,
                                   const std::string& root_native_id, Round& round) {
  std::vector<std::string> known;
  auto outline = store_.read([&](Unit& unit) -> Result<std::vector<OutlinePost>> {
    auto conversation = unit.conversations().by_root(workspace_, channel.network, root_native_id);
    RAPPORT_TRY(conversation);
    if (!*conversation) return std::vector<OutlinePost>{};
    return unit.posts().outline(workspace_, (*conversation)->id);
  });
  RAPPORT_TRY(outline);
  for (const auto& each : *outline) {
    if (!each.deleted) known.push_back(each.native_id);
  }

  auto thread = connector.thread(root_native_id, known);
  if (!thread && thread.error().kind == ErrorKind::kNotFound) {
    thread = Thread{{}, known, true};
  }
  RAPPORT_TRY(thread);
  auto filed = filing_.file_thread(channel, root_native_id, *thread);
  RAPPORT_TRY(filed);
  // Reading a thread may show posts whose parents it did not show; asking again would not help.
  filed->threads_to_read.clear();
  take_in(*filed, round);
  return Done{};
}

Result<Done> Listener::read_profiles(Connector& connector, const Channel& channel) {
  for (std::size_t i = 0; i < kProfilesARound && !stopping_; ++i) {
    std::string native_id;
    {
      std::lock_guard lock(mutex_);
      if (profiles_.empty()) return Done{};
      native_id = profiles_.front();
      profiles_.pop_front();
    }
    auto profile = connector.profile(native_id);
    if (!profile && profile.error().kind == ErrorKind::kNotFound) continue;
    if (!profile && profile.error().kind == ErrorKind::kInvalid) continue;
    RAPPORT_TRY(profile);
    auto filed = filing_.file_profile(channel, *profile);
    RAPPORT_TRY(filed);
    for (const auto& each : filed->threads_again) read_soon(each);
  }
  return Done{};
}

// A suspended account may go on reading for hours, so its owner would not notice that nothing they
// say arrives: the network is asked, and its word is taken for a refusal.
Result<Done> Listener::read_own_profile(Connector& connector, const Channel& channel) {
  const Time now = clock_.now();
  if (own_profile_read_at_ && now - *own_profile_read_at_ < settings_.own_profile_after) {
    return Done{};
  }
  auto profile = connector.profile(channel.native_id);
  if (!profile) {
    const auto kind = profile.error().kind;
    if (kind == ErrorKind::kUnauthorized || kind == ErrorKind::kTooMany) {
      return fail(std::move(profile.error()));
    }
    return Done{};  // the sources will tell whether the network is there
  }
  own_profile_read_at_ = now;
  RAPPORT_TRY(filing_.file_profile(channel, *profile));
  const auto standing = profile->standing.value_or(AccountStanding::kActive);
  if (standing == AccountStanding::kDeactivated) {
    return fail(ErrorKind::kUnauthorized,
                "This account is deactivated on its network. Once it is active again there, please "
                "connect it again.");
  }
  if (standing == AccountStanding::kSuspended) {
    return fail(ErrorKind::kUnauthorized,
                "The network has suspended this account. Once that is lifted, please connect it "
                "again.");
  }
  return Done{};
}

void Listener::take_in(const Filed& filed, Round& round) {
  round.filed.new_posts += filed.new_posts;
  round.filed.changed_posts += filed.changed_posts;
  round.filed.new_interactions += filed.new_interactions;
  take_in(filed);
}

void Listener::take_in(const Filed& filed) {
  for (const auto& each : filed.threads_to_read) read_soon(each);
  for (const auto& each : filed.threads_again) read_soon(each);
  std::lock_guard lock(mutex_);
  for (const auto& each : filed.profiles_to_read) {
    if (profiles_.size() < kQueueMost) profiles_.push_back(each);
  }
}

void Listener::read_soon(const std::string& root_native_id) {
  std::lock_guard lock(mutex_);
  if (threads_.size() >= kQueueMost) return;  // the round of stale threads will reach it
  if (threads_queued_.insert(root_native_id).second) threads_.push_back(root_native_id);
}

void Listener::meet_soon(const std::string& native_id) {
  std::lock_guard lock(mutex_);
  if (profiles_.size() >= kQueueMost) return;
  if (std::find(profiles_.begin(), profiles_.end(), native_id) != profiles_.end()) return;
  profiles_.push_front(native_id);  // before those that nobody is looking at
}

void Listener::search(Connector& connector, const Channel& channel, Round& round) {
  auto outcome = Result<Done>(Done{});
  if (searching_ != nullptr) {
    auto found = searching_->read_on(connector, channel);
    if (found) {
      take_in(*found, round);
    } else {
      outcome = fail(std::move(found.error()));
    }
  }
  if (outcome && backfilling_ != nullptr) {
    outcome = backfilling_->read_on(connector, channel, settings_.history_pages_a_round);
  }
  if (outcome) {
    search_failures_ = 0;
    return;
  }
  const Error& error = outcome.error();
  const auto told =
      std::chrono::seconds{std::min<std::int64_t>(error.retry_after_seconds.value_or(0), 3600)};
  search_after_ =
      clock_.now() + std::max<Microseconds>(told, back_off(++search_failures_, settings_.interval,
                                                           settings_.longest_pause));
  log_warn("listener", channel.network + " channel " + to_string(channel.id) + ", " +
                           std::string(kSearch) + ": " + error.message + " " + error.cause);
  const auto noted = store_.write([&](Unit& unit) -> Result<Done> {
    auto kept = unit.channels().source(workspace_, channel_, kSearch);
    RAPPORT_TRY(kept);
    kept->last_error = error.message;
    kept->last_error_at = clock_.now();
    return unit.channels().save_source(*kept);
  });
  if (!noted) log_error("listener", "trouble could not be noted: " + noted.error().cause);
}

void Listener::note_trouble(const Channel& channel, const std::string& source, const Error& error) {
  log_warn("listener", channel.network + " channel " + to_string(channel.id) + ", " + source +
                           ": " + error.message + " " + error.cause);
  const Time now = clock_.now();
  trouble_noted_ = true;
  if (error.kind == ErrorKind::kUnauthorized) connectors_.drop(channel.id);

  auto noted = store_.write([&](Unit& unit) -> Result<Done> {
    auto kept = unit.channels().source(workspace_, channel_, source);
    RAPPORT_TRY(kept);
    const bool news = kept->last_error != error.message;
    kept->last_error = error.message;
    kept->last_error_at = now;
    RAPPORT_TRY(unit.channels().save_source(*kept));

    auto stored = unit.channels().find(workspace_, channel_);
    RAPPORT_TRY(stored);
    if (stored->state != ChannelState::kConnected) return Done{};
    // Going more slowly for a while is no trouble of the channel; its coverage tells it.
    if (error.kind == ErrorKind::kTooMany) return Done{};
    const bool refused = error.kind == ErrorKind::kUnauthorized;
    if (!news && stored->error == error.message && !refused) return Done{};
    if (refused) stored->state = ChannelState::kReconnect;
    stored->error = error.message;
    stored->changed_at = now;
    RAPPORT_TRY(unit.channels().save(*stored));
    Event event;
    event.workspace = workspace_;
    event.kind = EventKind::kChannel;
    event.subject = channel_.value;
    event.at = now;
    return unit.announce(std::move(event));
  });
  if (!noted) log_error("listener", "trouble could not be noted: " + noted.error().cause);
}

void Listener::clear_trouble(const Channel& channel) {
  auto cleared = store_.write([&](Unit& unit) -> Result<Done> {
    auto sources = unit.channels().sources(workspace_, channel_);
    RAPPORT_TRY(sources);
    const bool quiet = std::all_of(sources->begin(), sources->end(),
                                   [](const auto& each) { return each.last_error.empty(); });
    if (quiet && channel.error.empty()) return Done{};
    for (auto& each : *sources) {
      if (each.last_error.empty()) continue;
      each.last_error.clear();
      each.last_error_at.reset();
      RAPPORT_TRY(unit.channels().save_source(each));
    }
    auto stored = unit.channels().find(workspace_, channel_);
    RAPPORT_TRY(stored);
    stored->error.clear();
    stored->changed_at = clock_.now();
    RAPPORT_TRY(unit.channels().save(*stored));
    Event event;
    event.workspace = workspace_;
    event.kind = EventKind::kChannel;
    event.subject = channel.id.value;
    event.at = stored->changed_at;
    return unit.announce(std::move(event));
  });
  trouble_noted_ = !cleared;
  if (!cleared) log_error("listener", "trouble could not be cleared: " + cleared.error().cause);
}

std::chrono::milliseconds Listener::pause_after(const Error& error) {
  const auto pause = back_off(failures_, settings_.interval, settings_.longest_pause);
  if (!error.retry_after_seconds) return pause;
  // The network's own word, and up to a tenth more, so that many do not come back at once.
  const std::chrono::milliseconds told =
      std::chrono::seconds{std::min<std::int64_t>(*error.retry_after_seconds, 3600)};
  thread_local std::mt19937_64 random{std::random_device{}()};
  std::uniform_int_distribution<std::int64_t> more(0, told.count() / 10);
  return std::max(error.kind == ErrorKind::kTooMany ? settings_.interval : pause,
                  told + std::chrono::milliseconds{more(random)});
}

}  // namespace rapport
