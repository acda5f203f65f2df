// Monitors, what they found, and how much of it there was each hour.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/conversation.h"
#include "model/monitor.h"
#include "model/post.h"
#include "model/post_reading.h"

namespace rapport {

// Where a list of mentions goes on: below this one.
struct MentionPlace {
  Time said_at;
  PostId post;

  bool operator==(const MentionPlace&) const = default;
};

// How many posts a monitor found in the hour that begins at `hour`.
struct HourTotal {
  MonitorId monitor;
  Time hour;
  std::int64_t total = 0;

  bool operator==(const HourTotal&) const = default;
};

// Of some mentions: how many were read, and how many of those are negative.
struct SentimentTotals {
  std::int64_t read = 0;
  std::int64_t negative = 0;

  bool operator==(const SentimentTotals&) const = default;
};

// A mention with what lists of them are narrowed and counted by.
struct MentionFacts {
  PostId post;
  Time said_at;
  ConversationId conversation;
  AccountId author;
  std::string network;
  std::string text;
  std::vector<std::string> langs;
  std::vector<Entity> entities;
  std::vector<Media> media;
  Address address = Address::kContext;
  ConversationState state = ConversationState::kHeard;
  std::optional<SkipReason> skip_reason;
  std::optional<Time> first_reply_at;   // of the conversation
  std::optional<std::string> language;  // as read; none: not read
  std::optional<ReadingGist> reading;
};

class MonitorStore {
 public:
  virtual ~MonitorStore() = default;

  virtual Result<Done> add(const Monitor& monitor) = 0;
  // Everything but who made it and when. Fails with not_found.
  virtual Result<Done> save(const Monitor& monitor) = 0;
  virtual Result<Monitor> find(WorkspaceId workspace, MonitorId id) = 0;
  virtual Result<std::vector<Monitor>> all(WorkspaceId workspace) = 0;  // oldest first
  virtual Result<std::vector<Monitor>> every() = 0;                     // of all workspaces
  // At most `most` behind `after`, oldest first.
  virtual Result<std::vector<Monitor>> page(WorkspaceId workspace, std::optional<MonitorId> after,
                                            int most) = 0;
  // Those of these that are there, oldest first.
  virtual Result<std::vector<Monitor>> some(WorkspaceId workspace,
                                            const std::vector<MonitorId>& ids) = 0;
  virtual Result<std::int64_t> count(WorkspaceId workspace) = 0;
  // At most `most` that are listened to and have earlier posts to match, of all workspaces.
  virtual Result<std::vector<Monitor>> behind(int most) = 0;
  // It is gone at once; what it found goes by and by (clear_removed).
  virtual Result<Done> remove(WorkspaceId workspace, MonitorId id, Time at) = 0;
  // Takes away at most `most` mentions of monitors that are gone; true while there are more.
  virtual Result<bool> clear_removed(int most) = 0;

  // Keeps it, or puts its spans in the place of those before. True if it is new. Of a monitor that
  // is gone nothing is kept.
  virtual Result<bool> keep(const MonitorMention& mention) = 0;
  // Not having it is fine. True if it was there.
  virtual Result<bool> drop(WorkspaceId workspace, MonitorId monitor, PostId post) = 0;
  // All that found any of these posts, by post and monitor.
  virtual Result<std::vector<MonitorMention>> of(WorkspaceId workspace,
                                                 const std::vector<PostId>& posts) = 0;
  // What these found among posts with ids in [from, below), the highest first, at most `most`.
  virtual Result<std::vector<MonitorMention>> found_between(WorkspaceId workspace,
                                                            const std::vector<MonitorId>& monitors,
                                                            PostId from, PostId below,
                                                            int most) = 0;
  // What a monitor (none: any of them, each post once) found that was said in [from, to), newest
  // first, below `after`. Posts that are gone are left out.
  virtual Result<std::vector<MentionFacts>> found(WorkspaceId workspace,
                                                  std::optional<MonitorId> monitor, Time from,
                                                  Time to, std::optional<MentionPlace> after,
                                                  int most) = 0;
  // Of hours that begin in [from, to), of one or of all, by monitor and hour; hours without any are
  // left out.
  virtual Result<std::vector<HourTotal>> hours(WorkspaceId workspace,
                                               std::optional<MonitorId> monitor, Time from,
                                               Time to) = 0;
  // The same of these monitors.
  virtual Result<std::vector<HourTotal>> hours_of(WorkspaceId workspace,
                                                  const std::vector<MonitorId>& monitors, Time from,
                                                  Time to) = 0;
  // Of the `most` newest mentions of those said in [from, to).
  virtual Result<SentimentTotals> sentiments(WorkspaceId workspace, MonitorId monitor, Time from,
                                             Time to, int most) = 0;
};

// The hour that this moment lies in.
Time hour_of(Time time);

}  // namespace rapport
