// What the engine understood of posts, as the team works with it: corrections, the workspace's
// reasons, and learning from both.
//
// Each verb lives in a source file of its own.

#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/correction.h"
#include "model/member.h"
#include "model/teaching.h"

namespace rapport {

class PostReader;
class Store;
class Unit;

// What is set is what a member says it should be; the rest stays.
struct ReadingCorrection {
  std::optional<Sentiment> sentiment;
  std::optional<std::vector<Intent>> intents;
  std::optional<std::vector<std::string>> reasons;  // keys
};

// A reason as the workspace calls it.
struct ReasonView {
  std::string key;
  std::string name;
  bool builtin = false;
  std::string merged_into;  // key; empty: it stands for itself

  bool operator==(const ReasonView&) const = default;
};

// A post that a summary shows.
struct PostExample {
  PostId post;
  ConversationId conversation;
  std::string text;
  Time created_at;
};

struct ReasonTotal {
  ReasonView reason;
  std::int64_t posts = 0;
  std::int64_t before = 0;            // in as many days before those
  std::vector<PostExample> examples;  // the newest
};

// How much of what was said has been read by the reader of now: what is counted is what was read.
struct ReadingProgress {
  bool reads = false;        // there is a reader
  bool catching_up = false;  // earlier posts are still being read, the newest first
};

struct ReasonSummary {
  int days = 0;
  ReadingProgress progress;
  std::vector<ReasonTotal> totals;  // the most first; reasons that nobody named are left out
};

struct LearningView {
  bool reading = false;  // there is an engine here
  bool on = false;       // the team wants what was learned
  bool active = false;   // what was learned is being used
  std::int64_t corrections = 0;
  std::int64_t fresh = 0;  // of those since it last learned
  std::optional<Time> trained_at;
  std::int64_t examples = 0;
  double before = 0;  // share of right decisions on posts it did not learn from
  double after = 0;
};

struct TopicView {
  TopicId id;
  std::string name;
  std::vector<std::string> terms;  // the strongest first, a few

  bool operator==(const TopicView&) const = default;
};

struct TopicTotal {
  TopicView topic;
  std::int64_t posts = 0;
  std::int64_t before = 0;            // in as many days before those
  std::vector<PostExample> examples;  // the newest
};

struct TopicSummary {
  int days = 0;
  ReadingProgress progress;
  std::vector<TopicTotal> totals;  // the most first; topics that nobody spoke of are left out
};

class Readings {
 public:
  // Without a reader nothing is read here; what needs one fails with unavailable.
  Readings(Store& store, IdMaker& ids, const Clock& clock, PostReader* reader)
      : store_(store), ids_(ids), clock_(clock), reader_(reader) {}

  static constexpr std::size_t kMostReasons = 100;   // that a workspace added
  static constexpr std::int64_t kFreshToLearn = 10;  // corrections that make it learn again
  static constexpr int kMostExamples = 3;            // of a reason or topic in its summary

  // Both for members who may answer. A correction beats the engine, also when the post is read
  // again; taking corrections back gives what the engine reads. Correcting to what stands already
  // changes nothing. Fails with not_found if the post is not here, is ours, or is gone.
  Result<ShownReading> correct(const Member& by, PostId post, const ReadingCorrection& correction);
  Result<ShownReading> uncorrect(const Member& by, PostId post,
                                 std::optional<ReadingPart> part = std::nullopt);

  // The built-in ones, then by name; with those that were merged.
  Result<std::vector<ReasonView>> reasons(const Member& by);
  // Both for members who may answer. Fail with conflict if the name is taken, whatever its case.
  Result<ReasonView> add_reason(const Member& by, const std::string& name);
  Result<ReasonView> rename_reason(const Member& by, const std::string& key,
                                   const std::string& name);
  // For owners and admins: from now on `key` is told as `into`, earlier posts with it. Answers with
  // `into`.
  Result<ReasonView> merge_reason(const Member& by, const std::string& key,
                                  const std::string& into);
  // Posts of the last `days` (1 to 366), by reason.
  Result<ReasonSummary> summary(const Member& by, int days);

  // What posts are about, as it was learned: what most were about first. None: there was too little
  // to learn from.
  Result<std::vector<TopicView>> topics(const Member& by);
  // Posts of the last `days` (1 to 366), by topic.
  Result<TopicSummary> topic_summary(const Member& by, int days);
  // For members who may answer. Fails with not_found if it was merged or forgotten, with conflict
  // if the name is taken, whatever its case.
  Result<TopicView> rename_topic(const Member& by, TopicId id, const std::string& name);
  // For owners and admins: from now on posts about `id` are about `into`, earlier ones once they
  // are read again. Answers with `into`.
  Result<TopicView> merge_topic(const Member& by, TopicId id, TopicId into);

  Result<LearningView> learning(const Member& by);
  // For owners and admins. Takes effect at once; earlier posts are read again in the background.
  Result<LearningView> switch_learning(const Member& by, bool on);

  // Gives the reader what every workspace taught it. Call it before the first post is read.
  Result<Done> start();
  // Learns anew wherever kFreshToLearn corrections were made or taken back since the last time, or
  // a reason that was learned was merged; in how many workspaces. What was learned is used only if
  // held-out posts are read better with it. For the background: a lesson takes seconds.
  Result<int> learn_due();
  // Learns the topics of workspaces that grew enough since the last time, or that nobody looked
  // through for a month; in how many. Names that people gave stay, and so do merges. For the
  // background.
  Result<int> learn_topics_due();

 private:
  Result<Done> check_reads() const;
  Result<ReadingProgress> progress(Unit& unit, WorkspaceId workspace) const;
  // The reader's reasons, topics and learned weights follow what is stored.
  Result<Done> adapt_reader(WorkspaceId workspace);
  // The same after a change that is stored: it holds, and the reader follows later if it cannot
  // now.
  void follow(WorkspaceId workspace);
  // Something may be learned there by now.
  void note_taught(WorkspaceId workspace);
  // The same, with what a library throws as an error.
  Result<bool> learn_apart(WorkspaceId workspace);
  Result<bool> learn_in(WorkspaceId workspace);
  Result<bool> learn_topics_in(WorkspaceId workspace);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  PostReader* reader_;
  std::mutex adapting_;
  std::mutex mutex_;
  std::set<WorkspaceId> taught_;
  std::set<WorkspaceId> behind_;  // whose reader could not follow a change yet
};

}  // namespace rapport
