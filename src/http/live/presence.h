// Who looks at which conversation, and who is writing an answer there.
//
// It is kept in memory alone: it is true for seconds, and nobody needs to know tomorrow. A tab
// tells every few seconds that somebody is still there; one that falls silent is forgotten. Safe
// from any thread.

#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "model/ids.h"
#include "model/member.h"

namespace rapport {

enum class PresenceWhat { kLooking, kReplying, kGone };

// A member in a conversation, as others see it: replying if they are in any of their tabs.
struct Present {
  MemberId id;
  std::string name;
  bool replying = false;

  friend bool operator==(const Present&, const Present&) = default;
};

class PresenceBoard {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  explicit PresenceBoard(std::chrono::milliseconds forgotten_after)
      : forgotten_after_(forgotten_after) {}

  // A tab of `who` says what they do in a conversation. True if others see something new now.
  bool beat(const Member& who, ConversationId conversation, const std::string& tab,
            PresenceWhat what, Moment now);
  // By name.
  std::vector<Present> in(WorkspaceId workspace, ConversationId conversation) const;
  std::vector<std::pair<ConversationId, std::vector<Present>>> everywhere(
      WorkspaceId workspace) const;

  struct Room {
    WorkspaceId workspace;
    ConversationId conversation;
    friend auto operator<=>(const Room&, const Room&) = default;
  };
  // Forgets who fell silent; where somebody did.
  std::vector<Room> forget_silent(Moment now);

 private:
  struct Seat {
    std::string name;
    bool replying = false;
    Moment until;
  };
  using Seats = std::map<std::pair<MemberId, std::string>, Seat>;  // by member and tab

  static std::vector<Present> shown(const Seats& seats);

  const std::chrono::milliseconds forgotten_after_;
  mutable std::mutex mutex_;
  std::map<Room, Seats> rooms_;
};

}  // namespace rapport
