#include "desk/reading/backlog.h"

#include <limits>
#include <set>

#include "base/clock.h"
#include "desk/announce.h"
#include "desk/reading/keep.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr PostId kAboveAll{std::numeric_limits<std::int64_t>::max()};

// Where nobody waits, and where somebody does, the state stays as it is: only the reading is new.
Result<Done> read_again(Unit& unit, WorkspaceId workspace, ConversationId id) {
  auto conversation = unit.conversations().find(workspace, id);
  RAPPORT_TRY(conversation);
  auto outline = unit.posts().outline(workspace, id);
  RAPPORT_TRY(outline);
  auto decisions = unit.conversations().decisions(workspace, id, 200);
  RAPPORT_TRY(decisions);
  // As it stood when it was last worked out: a snooze that ran out since is another one's chore.
  const auto derived = derive_state(*outline, *decisions, conversation->changed_at);
  auto gist = gist_of_waiting(unit, workspace, derived);
  RAPPORT_TRY(gist);
  if (conversation->reading == *gist) return Done{};
  conversation->reading = std::move(*gist);
  return unit.conversations().save_reading(*conversation);
}

}  // namespace

Result<bool> ReadingBacklog::step(int most, const std::function<bool()>& go_on) {
  if (reader_ == nullptr) return begin_anew();
  auto workspaces = store_.read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(workspaces);
  bool more = false;
  std::optional<Error> first_error;
  for (const Workspace& each : *workspaces) {
    if (!go_on()) return true;
    // One that fails is tried again with the next round, and stops nobody behind it.
    auto left = step_in(each, most);
    if (left) {
      more |= *left;
    } else if (!first_error) {
      first_error = std::move(left.error());
    }
  }
  if (first_error) return fail(std::move(*first_error));
  return more;
}

// No reader has this stamp.
Result<bool> ReadingBacklog::begin_anew() {
  if (begun_anew_) return false;
  auto forgotten = store_.write([&](Unit& unit) -> Result<Done> {
    auto workspaces = unit.members().workspaces();
    RAPPORT_TRY(workspaces);
    for (const Workspace& each : *workspaces) {
      auto walk = unit.readings().walk(each.id);
      RAPPORT_TRY(walk);
      if (*walk) RAPPORT_TRY(unit.readings().save_walk({each.id, 0, {}}));
    }
    return Done{};
  });
  RAPPORT_TRY(forgotten);
  begun_anew_ = true;
  return false;
}

Result<bool> ReadingBacklog::step_in(const Workspace& workspace, int most) {
  const std::int64_t stamp = reader_->stamp(workspace.id);
  const auto place = [&](Unit& unit) -> Result<ReadingWalk> {
    auto walk = unit.readings().walk(workspace.id);
    RAPPORT_TRY(walk);
    if (*walk && (*walk)->stamp == stamp) return **walk;
    return ReadingWalk{workspace.id, stamp, kAboveAll};
  };
  auto start = store_.read(place);
  RAPPORT_TRY(start);
  if (!start->below) return false;
  return store_.write([&](Unit& unit) -> Result<bool> {
    auto walk = place(unit);
    RAPPORT_TRY(walk);
    auto unread = unit.readings().unread(workspace.id, stamp, walk->below, most);
    RAPPORT_TRY(unread);
    std::set<ConversationId> conversations;
    for (const PostToRead& post : unread->posts) {
      RAPPORT_TRY(read_and_keep(unit, *reader_, workspace.id, post));
      conversations.insert(post.conversation);
    }
    for (const ConversationId each : conversations) {
      RAPPORT_TRY(read_again(unit, workspace.id, each));
    }
    walk->below = unread->next.value_or(PostId{});
    RAPPORT_TRY(unit.readings().save_walk(*walk));
    // All at once at the end: a list read again for each step would never come to rest.
    if (!unread->next) {
      RAPPORT_TRY(announce(unit, workspace.id, EventKind::kReading, clock_.now()));
    }
    return unread->next.has_value();
  });
}

}  // namespace rapport
