// The live hub: what was committed reaches every open page of the same workspace.
//
// A page joins with the id of the last event it saw. What it missed is read from the store, and
// what happens meanwhile is kept for it, so nothing is lost in between and nothing comes twice. A
// page that reads too slowly is cut off; it comes back and resumes.

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.h"
#include "http/live/presence.h"
#include "http/request.h"
#include "model/event.h"
#include "model/ids.h"

namespace rapport {

class Store;
class Team;

// How its reader proved who it is; asked again from time to time.
struct Credential {
  enum class Kind { kSession, kToken } kind = Kind::kSession;
  std::string secret;
};

// Where a stream starts.
struct Resume {
  std::optional<EventId> after;  // none: from now on
};

class LiveHub {
 public:
  LiveHub(Store& store, Team& team, std::chrono::milliseconds heartbeat = std::chrono::seconds(5));
  ~LiveHub();  // stops

  // Hand this everything Store::on_commit tells. Quick.
  void announce(const std::vector<Event>& events);

  // The reader is asked for its right once more after it joined: it may have lost it in between.
  void join(std::shared_ptr<Stream> stream, WorkspaceId workspace, MemberId member,
            Credential credential, Resume resume);

  // Ends the streams of a browser that signed out or went to another workspace, at once.
  void end_session(const std::string& secret);
  // Ends those of somebody who is no member any more.
  void end_member(WorkspaceId workspace, MemberId member);
  // Ends all whose session or token is gone by now, or has moved. Done from time to time anyway.
  void end_unauthorized();

  // Somebody's tab tells what they do in a conversation (presence.h). Whoever looks at the same
  // workspace hears of it; a tab that falls silent for four heartbeats is forgotten.
  void beat(const Member& who, ConversationId conversation, const std::string& tab,
            PresenceWhat what);
  std::vector<std::pair<ConversationId, std::vector<Present>>> present(WorkspaceId workspace) const;

  std::size_t readers() const;
  void stop();

 private:
  struct Reader {
    std::shared_ptr<Stream> stream;
    WorkspaceId workspace;
    MemberId member;
    Credential credential;
    bool caught_up = false;
    EventId last;                // the newest event it was sent
    std::vector<Event> waiting;  // happened while it was catching up
  };

  void work();
  void fan_out(const std::vector<Event>& events);
  void send_ping();
  void end_where(const std::function<bool(const Reader&)>& is_one);
  bool may_hear(WorkspaceId workspace, const Credential& credential);
  void tell_presence(WorkspaceId workspace, ConversationId conversation);
  // What a reader missed, as lines, and the id it stands at then.
  std::pair<std::string, EventId> missed(WorkspaceId workspace, Resume resume);

  Store& store_;
  Team& team_;
  const std::chrono::milliseconds heartbeat_;

  std::mutex queue_mutex_;
  std::condition_variable wake_;
  std::vector<Event> queue_;
  bool stopping_ = false;

  PresenceBoard presence_;
  mutable std::mutex readers_mutex_;
  std::vector<std::shared_ptr<Reader>> readers_;
  std::thread thread_;
};

}  // namespace rapport
