#include <algorithm>
#include <optional>
#include <string_view>

#include "desk/announce.h"
#include "desk/reading/readings.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kMostTexts = 20'000;  // the newest
// Of fewer conversations nothing is learned. Where that gave no topics they are tried again when
// there are a few more.
constexpr std::int64_t kFirstConversations = 25;
// Topics are learned anew when there is twice as much to learn from, or so much time has gone by:
// all posts are read again after it.
constexpr std::chrono::days kLearnedFor{30};

bool is_due(const std::optional<TopicLesson>& last, bool has_topics, std::int64_t conversations,
            Time now) {
  if (!last) return conversations >= kFirstConversations;
  if (!has_topics) return conversations >= last->conversations + last->conversations / 4;
  if (conversations >= 2 * last->conversations) return true;
  return now - last->learned_at >= kLearnedFor && conversations > last->conversations;
}

Result<std::int64_t> conversations_in(Unit& unit, WorkspaceId workspace) {
  auto totals = unit.conversations().totals(workspace);
  RAPPORT_TRY(totals);
  std::int64_t sum = 0;
  for (const StandingTotal& each : *totals) sum += each.total;
  return sum;
}

}  // namespace

Result<int> Readings::learn_topics_due() {
  if (reader_ == nullptr) return 0;
  auto workspaces = store_.read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(workspaces);
  int learned = 0;
  std::optional<Error> first_error;  // keeps no other workspace from its lesson
  for (const Workspace& each : *workspaces) {
    auto did = learn_topics_in(each.id);
    if (did) {
      learned += *did ? 1 : 0;
    } else if (!first_error) {
      first_error = std::move(did.error());
    }
  }
  if (first_error) return fail(std::move(*first_error));
  return learned;
}

Result<bool> Readings::learn_topics_in(WorkspaceId workspace) {
  const Time now = clock_.now();
  TopicLesson lesson{workspace, now, 0};
  auto texts = store_.read([&](Unit& unit) -> Result<std::vector<std::string>> {
    auto conversations = conversations_in(unit, workspace);
    RAPPORT_TRY(conversations);
    auto last = unit.topics().lesson(workspace);
    RAPPORT_TRY(last);
    auto known = unit.topics().all(workspace);
    RAPPORT_TRY(known);
    lesson.conversations = *conversations;
    if (!is_due(*last, !known->empty(), *conversations, now)) return std::vector<std::string>{};
    return unit.topics().texts(workspace, kMostTexts);
  });
  RAPPORT_TRY(texts);
  if (texts->empty()) return false;

  const std::vector<std::string_view> posts(texts->begin(), texts->end());
  std::vector<Topic> fresh = learn_topics(posts);
  auto stored = store_.write([&](Unit& unit) -> Result<Done> {
    // Somebody may have renamed or merged meanwhile.
    auto before = unit.topics().all(workspace);
    RAPPORT_TRY(before);
    std::vector<Topic> topics = keep_identity(*before, std::move(fresh));
    for (Topic& each : topics) {
      if (each.id == 0) each.id = ids_.make<TopicId>().value;
    }
    RAPPORT_TRY(unit.topics().replace(workspace, topics));
    RAPPORT_TRY(unit.topics().save(lesson));
    return announce(unit, workspace, EventKind::kReading, now);
  });
  RAPPORT_TRY(stored);
  RAPPORT_TRY(adapt_reader(workspace));
  return true;
}

}  // namespace rapport
