#include "networks/bluesky/streams.h"

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <random>
#include <utility>

#include "base/log.h"
#include "networks/backoff.h"
#include "networks/bluesky/firehose_frame.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"
#include "networks/bluesky/stream_events.h"

namespace rapport::bluesky {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Steady = std::chrono::steady_clock;

constexpr BackoffPolicy kPauses{.first = milliseconds(1'000), .longest = milliseconds(60'000)};
// Once something wanted came, how long to wait for what is right behind it.
constexpr milliseconds kLinger{50};
// What was said this long ago may still be on its way here.
constexpr seconds kOnItsWay{2};
// We are where the network is once events are this young, or none comes for as long.
constexpr seconds kYoung{10};
// Servers tell times by their own clocks: going on at another begins this much earlier, and at the
// same one a little.
constexpr seconds kRewindElsewhere{60};
constexpr seconds kRewindHere{5};
// A server that no longer has where we were begins at what it has, and does not say so. Nothing is
// ever silent for this long.
constexpr std::chrono::minutes kHole{5};
constexpr std::size_t kMostInBatch = 2'000;  // posts, or deletions, or accounts

// Where we are in which server's stream.
struct Place {
  std::string stream;       // "jetstream"
  std::string server;       // "wss://host"
  std::int64_t number = 0;  // the server's own count of the last event; 0: it has none
  std::optional<Time> at;   // of the last event; none: not yet
  Time read_to;             // all up to here is read

  bool operator==(const Place&) const = default;
};

std::string text_of(const Place& place) {
  boost::json::object json{{"v", 1},
                           {"stream", place.stream},
                           {"server", place.server},
                           {"read_to", format_time(place.read_to)}};
  if (place.number > 0) json["number"] = place.number;
  if (place.at) json["at"] = format_time(*place.at);
  return boost::json::serialize(json);
}

std::optional<Place> place_of(std::string_view cursor) {
  std::optional<Place> place;
  (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
    const auto read_to = parse_time(text_at(json, "read_to"));
    if (!read_to) return Done{};
    place.emplace();
    place->stream = text_at(json, "stream");
    place->server = text_at(json, "server");
    place->number = std::max<std::int64_t>(number_at(json, "number").value_or(0), 0);
    place->at = parse_time(text_at(json, "at"));
    place->read_to = *read_to;
    return Done{};
  });
  return place;
}

// What both have in common: connecting, pauses, batches and what time has been read.
class Stream : public PostStream {
 public:
  Stream(std::string name, std::vector<std::string> servers, WebSocketSettings settings,
         const Clock& clock)
      : clock_(clock),
        name_(std::move(name)),
        servers_(std::move(servers)),
        settings_(std::move(settings)) {}

  std::string name() const override { return name_; }

  void stop() override {
    stopping_ = true;
    std::lock_guard lock(mutex_);
    wake_.notify_all();
  }

  Result<StreamBatch> read(std::string_view cursor, milliseconds wait, std::size_t most,
                           const Wanted& wanted) override {
    const auto until = Steady::now() + wait;
    // Whoever could not keep what it read comes back with an earlier cursor.
    if (socket_ && cursor != given_) socket_.reset();
    if (!socket_) RAPPORT_TRY(connect(cursor, until));

    StreamBatch batch;
    batch.read_from = place_.read_to;
    auto ended = take(batch, until, most, wanted);
    if (ended) {
      socket_.reset();
      failed(*ended);
      // What came before it broke is whole.
      if (events_ == 0) return fail(std::move(*ended));
    } else if (caught_up_ && !batch.more) {
      place_.read_to = std::max(place_.read_to, clock_.now() - kOnItsWay);
    }
    if (gap_from_ && told_) {
      batch.gap_from = gap_from_;
      batch.gap_reason = std::move(gap_reason_);
      batch.read_from = *told_;
      gap_from_.reset();
    }
    told_.reset();
    place_.read_to = std::max(place_.read_to, batch.read_from);
    batch.read_to = place_.read_to;
    batch.cursor = given_ = text_of(place_);
    return batch;
  }

 protected:
  // The path and query that go on after `from`; without it at what comes next.
  virtual std::string target(const std::optional<Place>& from, const std::string& server) const = 0;
  // Why the place `from` cannot be found again on `server`; empty if it can.
  virtual std::string why_lost(const Place& from, const std::string& server) const = 0;
  // One message into the batch. Nothing if the stream said that it ends here, for `why`.
  struct Taken {
    std::optional<EventMark> mark;
    std::optional<std::string> ended;
    bool outdated = false;  // the server says that it begins later than we asked
    bool from_now = false;  // the server knows nothing of our place
  };
  virtual Taken take_message(std::string_view message, const Wanted& wanted,
                             StreamBatch& batch) = 0;
  // Whether the first event shows that nothing lies between it and where we were.
  virtual bool joins(const Place& from, const EventMark& first) const = 0;

  EventReader events_reader_;
  const Clock& clock_;

  const std::string& server() const { return servers_[at_ % servers_.size()]; }
  const std::string name_;

 private:
  Error stopped() const {
    return {ErrorKind::kUnavailable, "Rapport is shutting down.", "stopping", {}, {}};
  }

  // False if it stopped meanwhile.
  bool sleep_until(Steady::time_point time) {
    std::unique_lock lock(mutex_);
    return !wake_.wait_until(lock, time, [this] { return stopping_.load(); });
  }

  void failed(const Error& error) {
    if (stopping_) return;
    last_error_ = error;
    retry_at_ = Steady::now() + pauses_.after_failure();
    log_info("stream", name_ + " of Bluesky: " + error.message + " (" + error.cause + ")");
  }

  Result<Done> connect(std::string_view cursor, Steady::time_point until) {
    if (retry_at_ > Steady::now()) {
      if (!sleep_until(std::min(retry_at_, until))) return fail(stopped());
      if (retry_at_ > Steady::now()) return fail(last_error_);
    }
    if (stopping_) return fail(stopped());
    const std::optional<Place> from = place_of(cursor);
    if (!chosen_ && from) choose(from->server);
    chosen_ = true;
    std::string why_not;
    if (from && refusals_ >= servers_.size()) {
      why_not = "The server would not go on from where we were.";
    } else if (from) {
      why_not = why_lost(*from, server());
    }
    const bool lost = !why_not.empty();
    auto socket = WebSocket::open(server() + target(lost ? std::nullopt : from, server()),
                                  settings_, stopping_);
    if (!socket) {
      // Asked for a place and told that the request is wrong: from now on, then, and say so.
      const bool told_no = socket.error().kind == ErrorKind::kInvalid &&
                           socket.error().cause.starts_with("HTTP 400");
      if (told_no && from && !lost) ++refusals_;
      failed(socket.error());
      ++at_;  // others carry the same
      if (told_no) socket.error().kind = ErrorKind::kUnavailable;
      return fail(std::move(socket.error()));
    }
    refusals_ = 0;
    socket_ = std::move(*socket);
    given_ = cursor;
    resumed_.reset();
    gap_from_.reset();
    told_.reset();
    const Time now = clock_.now();
    if (from && !lost) {
      resumed_ = from;
      place_ = *from;
    } else {
      if (lost) open_gap(from->read_to, std::move(why_not), now);
      place_ = {.stream = name_, .server = server(), .number = 0, .at = {}, .read_to = now};
    }
    caught_up_ = !resumed_;
    quiet_since_ = Steady::now();
    return Done{};
  }

  void choose(const std::string& server) {
    const auto found = std::find(servers_.begin(), servers_.end(), server);
    if (found != servers_.end()) at_ = static_cast<std::size_t>(found - servers_.begin());
  }

  void open_gap(Time from, std::string reason, Time until) {
    gap_from_ = from;
    gap_reason_ = std::move(reason);
    told_ = until;
  }

  // Nothing went wrong if nothing comes back.
  std::optional<Error> take(StreamBatch& batch, Steady::time_point until, std::size_t most,
                            const Wanted& wanted) {
    events_ = 0;
    milliseconds patience{0};
    while (true) {
      auto message = socket_->next(patience);
      if (!message) return std::move(message.error());
      const auto now = Steady::now();
      if (!*message) {
        if (now - quiet_since_ >= kYoung) caught_up_ = true;
        if (now >= until || (!batch.posts.empty() && patience.count() > 0)) return std::nullopt;
        patience = std::chrono::duration_cast<milliseconds>(until - now) + milliseconds(1);
        if (!batch.posts.empty()) patience = std::min(patience, kLinger);
        continue;
      }
      patience = milliseconds{0};
      quiet_since_ = now;
      if (auto ended = take_one(**message, wanted, batch)) return ended;
      if (events_ >= most || batch.posts.size() >= kMostInBatch ||
          batch.deleted.size() >= kMostInBatch || batch.accounts.size() >= kMostInBatch ||
          now >= until) {
        batch.more = true;
        return std::nullopt;
      }
    }
  }

  std::optional<Error> take_one(std::string_view message, const Wanted& wanted,
                                StreamBatch& batch) {
    const Taken taken = take_message(message, wanted, batch);
    if (taken.from_now) refusals_ = servers_.size();
    if (taken.ended) {
      return Error{ErrorKind::kUnavailable, "Bluesky ended the stream.", *taken.ended, {}, {}};
    }
    if (taken.outdated) outdated_ = true;
    if (!taken.mark) return std::nullopt;
    pauses_.after_success();
    ++events_;
    const EventMark& mark = *taken.mark;
    const Time now = clock_.now();
    if (resumed_) {
      const Time before = resumed_->read_to;
      if (outdated_ || (!joins(*resumed_, mark) && mark.at > before + kHole)) {
        open_gap(before, "The server no longer had what was said before this.",
                 std::min(mark.at, now));
      }
      resumed_.reset();
      outdated_ = false;
    }
    place_.stream = name_;
    place_.server = server();
    place_.number = mark.number;
    place_.at = mark.at;
    // Events of many servers are a little out of order, and a clock may be wrong.
    place_.read_to = std::max(place_.read_to, std::min(mark.at, now));
    if (mark.at > now - kYoung) caught_up_ = true;
    return std::nullopt;
  }

  const std::vector<std::string> servers_;
  const WebSocketSettings settings_;
  std::size_t at_ = 0;   // which of the servers
  bool chosen_ = false;  // the one of the first cursor, if it is one of ours
  std::unique_ptr<WebSocket> socket_;
  std::string given_;             // the cursor that stands for where the socket is
  Place place_;                   // where that is
  std::optional<Place> resumed_;  // where the connection went on, until its first event
  bool caught_up_ = false;
  bool outdated_ = false;     // the server began later
  std::size_t refusals_ = 0;  // servers that did not take our place
  Steady::time_point quiet_since_{};
  std::size_t events_ = 0;  // of this read
  std::optional<Time> gap_from_;
  std::string gap_reason_;
  std::optional<Time> told_;  // where the gap ends
  Backoff pauses_{kPauses, std::random_device{}()};
  Steady::time_point retry_at_{};
  Error last_error_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::condition_variable wake_;
};

class Jetstream final : public Stream {
 public:
  Jetstream(std::vector<std::string> servers, WebSocketSettings settings, const Clock& clock)
      : Stream("jetstream", std::move(servers), std::move(settings), clock) {}

  std::string cursor_at(Time time) const override {
    return text_of({.stream = name_, .server = {}, .number = 0, .at = time, .read_to = time});
  }

 protected:
  // A number below 10^15 is the count of a newer server, and a larger one microseconds, which all
  // of them take.
  std::string target(const std::optional<Place>& from, const std::string& server) const override {
    std::string path = "/subscribe?wantedCollections=" + std::string(kPostCollection);
    if (!from) return path;
    const bool here = from->stream == name_ && from->server == server;
    const Time at = from->at.value_or(from->read_to);
    const std::int64_t cursor =
        here && from->number > 0
            ? from->number
            : to_micros(at - (here ? seconds(kRewindHere) : seconds(kRewindElsewhere)));
    return path + "&cursor=" + std::to_string(std::max<std::int64_t>(cursor, 1));
  }

  // By time, whatever it came from.
  std::string why_lost(const Place&, const std::string&) const override { return {}; }

  Taken take_message(std::string_view message, const Wanted& wanted, StreamBatch& batch) override {
    return {.mark = events_reader_.read(message, wanted, batch), .ended = std::nullopt};
  }

  // Our last event comes again, or one before it.
  bool joins(const Place& from, const EventMark& first) const override {
    return first.at <= from.at.value_or(from.read_to);
  }
};

class Firehose final : public Stream {
 public:
  Firehose(std::string server, WebSocketSettings settings, const Clock& clock)
      : Stream("firehose", {std::move(server)}, std::move(settings), clock) {}

  std::string cursor_at(Time) const override { return {}; }

 protected:
  std::string target(const std::optional<Place>& from, const std::string&) const override {
    std::string path = "/xrpc/com.atproto.sync.subscribeRepos";
    if (from && from->number > 0) path += "?cursor=" + std::to_string(from->number);
    return path;
  }

  // Its count is all it knows.
  std::string why_lost(const Place& from, const std::string& server) const override {
    if (from.stream != name_ || from.server != server) {
      return "We now listen at another server, which counts otherwise.";
    }
    if (from.number == 0) return "The server had sent nothing yet that we could go on from.";
    return {};
  }

  Taken take_message(std::string_view message, const Wanted& wanted, StreamBatch& batch) override {
    Taken taken;
    const auto frame = read_frame(message, clock_.now());
    if (!frame) return taken;
    switch (frame->kind) {
      case FrameKind::kError:
        taken.ended = frame->name + ": " + frame->message;
        taken.from_now = frame->name == "FutureCursor";
        return taken;
      case FrameKind::kInfo:
        taken.outdated = frame->name == "OutdatedCursor";
        return taken;
      case FrameKind::kOther:
        return taken;
      case FrameKind::kEvent:
        break;
    }
    if (frame->missing > 0) {
      log_warn("stream", std::to_string(frame->missing) + " posts came without their words");
    }
    for (const std::string& event : frame->events) {
      (void)events_reader_.read(event, wanted, batch);
    }
    taken.mark = EventMark{frame->at, frame->number};
    return taken;
  }

  // The server counts on, or says so.
  bool joins(const Place&, const EventMark&) const override { return true; }
};

}  // namespace

std::unique_ptr<PostStream> make_jetstream(std::vector<std::string> servers,
                                           WebSocketSettings settings, const Clock& clock) {
  return std::make_unique<Jetstream>(std::move(servers), std::move(settings), clock);
}

std::unique_ptr<PostStream> make_firehose(std::string server, WebSocketSettings settings,
                                          const Clock& clock) {
  return std::make_unique<Firehose>(std::move(server), std::move(settings), clock);
}

}  // namespace rapport::bluesky
