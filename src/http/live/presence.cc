#include "http/live/presence.h"

#include <algorithm>

namespace rapport {
namespace {

// More tabs of one member in one conversation than anybody has.
constexpr std::size_t kSeatsMost = 200;

}  // namespace

std::vector<Present> PresenceBoard::shown(const Seats& seats) {
  std::vector<Present> out;
  for (const auto& [key, seat] : seats) {
    if (out.empty() || out.back().id != key.first) out.push_back({key.first, seat.name, false});
    out.back().replying = out.back().replying || seat.replying;
  }
  std::ranges::stable_sort(out, {}, &Present::name);
  return out;
}

bool PresenceBoard::beat(const Member& who, ConversationId conversation, const std::string& tab,
                         PresenceWhat what, Moment now) {
  std::lock_guard lock(mutex_);
  const Room room{who.workspace, conversation};
  if (what == PresenceWhat::kGone && !rooms_.contains(room)) return false;
  Seats& seats = rooms_[room];
  const auto before = shown(seats);
  const std::pair key{who.id, tab};
  if (what == PresenceWhat::kGone) {
    seats.erase(key);
  } else if (seats.contains(key) || seats.size() < kSeatsMost) {
    seats[key] = {who.name, what == PresenceWhat::kReplying, now + forgotten_after_};
  }
  const bool changed = shown(seats) != before;
  if (seats.empty()) rooms_.erase(room);
  return changed;
}

std::vector<Present> PresenceBoard::in(WorkspaceId workspace, ConversationId conversation) const {
  std::lock_guard lock(mutex_);
  const auto found = rooms_.find({workspace, conversation});
  return found == rooms_.end() ? std::vector<Present>{} : shown(found->second);
}

std::vector<std::pair<ConversationId, std::vector<Present>>> PresenceBoard::everywhere(
    WorkspaceId workspace) const {
  std::lock_guard lock(mutex_);
  std::vector<std::pair<ConversationId, std::vector<Present>>> out;
  for (auto at = rooms_.lower_bound({workspace, ConversationId{}});
       at != rooms_.end() && at->first.workspace == workspace; ++at) {
    out.emplace_back(at->first.conversation, shown(at->second));
  }
  return out;
}

std::vector<PresenceBoard::Room> PresenceBoard::forget_silent(Moment now) {
  std::lock_guard lock(mutex_);
  std::vector<Room> changed;
  for (auto at = rooms_.begin(); at != rooms_.end();) {
    const auto before = shown(at->second);
    std::erase_if(at->second, [&](const auto& seat) { return seat.second.until <= now; });
    if (shown(at->second) != before) changed.push_back(at->first);
    at = at->second.empty() ? rooms_.erase(at) : std::next(at);
  }
  return changed;
}

}  // namespace rapport
