#include "http/live/hub.h"

#include <algorithm>
#include <exception>
#include <map>
#include <utility>

#include "base/log.h"
#include "desk/team/team.h"
#include "http/wire/event.h"
#include "store/store.h"

namespace rapport {
namespace {

// A page that missed more had better read everything again.
constexpr int kMostMissed = 1000;
constexpr int kHeartbeatsPerCheck = 3;

struct Log {
  EventId newest;
  EventId oldest;
  std::vector<Event> after;
};

}  // namespace

LiveHub::LiveHub(Store& store, Team& team, std::chrono::milliseconds heartbeat)
    : store_(store), team_(team), heartbeat_(heartbeat), presence_(4 * heartbeat), thread_([this] {
        work();
      }) {}

LiveHub::~LiveHub() { stop(); }

void LiveHub::announce(const std::vector<Event>& events) {
  {
    std::lock_guard lock(queue_mutex_);
    queue_.insert(queue_.end(), events.begin(), events.end());
  }
  wake_.notify_one();
}

void LiveHub::join(std::shared_ptr<Stream> stream, WorkspaceId workspace, MemberId member,
                   Credential credential, Resume resume) {
  auto reader = std::make_shared<Reader>();
  reader->stream = std::move(stream);
  reader->workspace = workspace;
  reader->member = member;
  reader->credential = std::move(credential);
  {
    // From here on nothing that happens is lost to it, so the log may be read afterwards.
    std::lock_guard lock(readers_mutex_);
    readers_.push_back(reader);
  }
  // From here on end_member and end_session find it; what they ended before is found out here.
  if (!may_hear(workspace, reader->credential)) {
    std::lock_guard lock(readers_mutex_);
    std::erase(readers_, reader);
    reader->stream->close();
    return;
  }
  auto [lines, last] = missed(workspace, resume);
  std::lock_guard lock(readers_mutex_);
  for (const Event& event : reader->waiting) {
    if (event.id <= last) continue;
    lines += event_lines(event);
    last = event.id;
  }
  reader->waiting.clear();
  reader->last = last;
  reader->caught_up = true;
  // Ended meanwhile: not even what it missed.
  if (std::ranges::find(readers_, reader) == readers_.end()) return;
  if (!reader->stream->send(std::move(lines))) std::erase(readers_, reader);
}

std::pair<std::string, EventId> LiveHub::missed(WorkspaceId workspace, Resume resume) {
  auto log = store_.read([&](Unit& unit) -> Result<Log> {
    Log out;
    const auto newest = unit.events().newest();
    if (!newest) return fail(newest.error());
    const auto oldest = unit.events().oldest();
    if (!oldest) return fail(oldest.error());
    out.newest = *newest;
    out.oldest = *oldest;
    const bool readable = resume.after && out.oldest && resume.after->value + 1 >= out.oldest.value;
    if (readable && *resume.after < out.newest) {
      auto after = unit.events().after(workspace, *resume.after, kMostMissed + 1);
      if (!after) return fail(after.error());
      out.after = std::move(*after);
    }
    return out;
  });
  if (!log) {
    log_warn("live", "the log of events could not be read: " + log.error().cause);
    return {reset_lines(EventId{}), EventId{}};
  }
  if (!resume.after || *resume.after == log->newest) return {hello_lines(log->newest), log->newest};
  const bool dropped = !log->oldest || resume.after->value + 1 < log->oldest.value;
  const bool from_elsewhere = *resume.after > log->newest;  // another database, or a restored one
  if (dropped || from_elsewhere || log->after.size() > kMostMissed) {
    return {hello_lines(log->newest) + reset_lines(log->newest), log->newest};
  }
  std::string lines = hello_lines(*resume.after);
  for (const Event& event : log->after) lines += event_lines(event);
  return {std::move(lines), log->newest};
}

void LiveHub::end_session(const std::string& secret) {
  end_where([&](const Reader& reader) { return reader.credential.secret == secret; });
}

void LiveHub::end_member(WorkspaceId workspace, MemberId member) {
  end_where([&](const Reader& reader) {
    return reader.workspace == workspace && reader.member == member;
  });
}

void LiveHub::end_where(const std::function<bool(const Reader&)>& is_one) {
  std::lock_guard lock(readers_mutex_);
  std::erase_if(readers_, [&](const auto& reader) {
    if (!is_one(*reader)) return false;
    reader->stream->close();
    return true;
  });
}

std::size_t LiveHub::readers() const {
  std::lock_guard lock(readers_mutex_);
  return readers_.size();
}

void LiveHub::stop() {
  {
    std::lock_guard lock(queue_mutex_);
    if (stopping_) return;
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
  std::lock_guard lock(readers_mutex_);
  for (const auto& reader : readers_) reader->stream->close();
  readers_.clear();
}

void LiveHub::work() {
  auto next_ping = std::chrono::steady_clock::now() + heartbeat_;
  int heartbeats = 0;
  for (;;) {
    std::vector<Event> events;
    {
      std::unique_lock lock(queue_mutex_);
      wake_.wait_until(lock, next_ping, [this] { return stopping_ || !queue_.empty(); });
      if (stopping_) return;
      events.swap(queue_);
    }
    try {
      if (!events.empty()) fan_out(events);
      if (std::chrono::steady_clock::now() < next_ping) continue;
      next_ping += heartbeat_;
      send_ping();
      for (const auto& room : presence_.forget_silent(std::chrono::steady_clock::now())) {
        tell_presence(room.workspace, room.conversation);
      }
      if (++heartbeats % kHeartbeatsPerCheck == 0) end_unauthorized();
    } catch (const std::exception& error) {
      log_error("live", std::string("announcing failed: ") + error.what());
    }
  }
}

void LiveHub::fan_out(const std::vector<Event>& events) {
  std::map<std::int64_t, std::string> lines;  // by event, written once for all readers
  std::lock_guard lock(readers_mutex_);
  std::erase_if(readers_, [&](const auto& reader) {
    std::string out;
    for (const Event& event : events) {
      if (event.workspace != reader->workspace) continue;
      if (!reader->caught_up) {
        reader->waiting.push_back(event);
        continue;
      }
      if (event.id <= reader->last) continue;
      std::string& line = lines[event.id.value];
      if (line.empty()) line = event_lines(event);
      out += line;
      reader->last = event.id;
    }
    return !out.empty() && !reader->stream->send(std::move(out));
  });
}

void LiveHub::send_ping() {
  const std::string ping = ping_lines();
  std::lock_guard lock(readers_mutex_);
  std::erase_if(readers_, [&](const auto& reader) {
    return reader->caught_up && !reader->stream->send(ping);
  });
}

bool LiveHub::may_hear(WorkspaceId workspace, const Credential& credential) {
  const auto caller = credential.kind == Credential::Kind::kSession
                          ? team_.caller_by_session(credential.secret)
                          : team_.caller_by_token(credential.secret);
  // A database that does not answer just now ends nothing.
  if (!caller) return caller.error().kind != ErrorKind::kUnauthorized;
  return caller->member.workspace == workspace;
}

void LiveHub::beat(const Member& who, ConversationId conversation, const std::string& tab,
                   PresenceWhat what) {
  const auto now = std::chrono::steady_clock::now();
  if (presence_.beat(who, conversation, tab, what, now)) {
    tell_presence(who.workspace, conversation);
  }
}

std::vector<std::pair<ConversationId, std::vector<Present>>> LiveHub::present(
    WorkspaceId workspace) const {
  return presence_.everywhere(workspace);
}

// A reader that is still catching up reads who is there when it has joined.
void LiveHub::tell_presence(WorkspaceId workspace, ConversationId conversation) {
  std::lock_guard lock(readers_mutex_);
  // Read under the lock, so that what is told last is what is true last.
  const std::string lines = presence_lines(conversation, presence_.in(workspace, conversation));
  std::erase_if(readers_, [&](const auto& reader) {
    return reader->caught_up && reader->workspace == workspace && !reader->stream->send(lines);
  });
}

void LiveHub::end_unauthorized() {
  std::map<std::pair<std::string, WorkspaceId>, Credential> asked;
  {
    std::lock_guard lock(readers_mutex_);
    for (const auto& reader : readers_) {
      asked.emplace(std::pair(reader->credential.secret, reader->workspace), reader->credential);
    }
  }
  for (const auto& [key, credential] : asked) {
    if (!may_hear(key.second, credential))
      end_where([&](const Reader& reader) {
        return reader.credential.secret == key.first && reader.workspace == key.second;
      });
  }
}

}  // namespace rapport
