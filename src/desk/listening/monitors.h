// What a brand listens for: monitors, what they found, and what there is to learn from it.
//
// Each verb lives in a source file of its own.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/inbox/inbox.h"
#include "listen/dialects/dialect.h"
#include "listen/parse.h"
#include "model/member.h"
#include "model/monitor.h"
#include "store/monitors.h"

namespace rapport {

class MonitorMatching;
class PostReader;
class Store;
class Unit;

struct MonitorView {
  Monitor monitor;
  std::int64_t today = 0;        // of the last 24 hours
  std::int64_t week = 0;         // of the last seven days
  std::int64_t week_before = 0;  // of the seven days before those
  bool catching_up = false;      // earlier posts are still being matched
  std::string broken;            // why its query cannot be used any more; empty: it can
};

struct MonitorPage {
  std::vector<MonitorView> monitors;  // oldest first
  std::optional<MonitorId> next;      // behind which the next page begins
};

// What a member says a monitor should be.
struct MonitorWish {
  std::string name;
  std::string query;
  TagColor color = TagColor::kTeal;
  bool paused = false;
};

// A post that a monitor found, as it is shown.
struct HeardView {
  ThreadPost shown;
  ConversationState state = ConversationState::kHeard;
  std::optional<SkipReason> skip_reason;
  std::vector<MonitorMention> found_by;  // of a preview: none
  std::vector<Span> spans;               // of the monitor that was asked for, or of the preview
};

struct HeardPage {
  std::vector<HeardView> posts;  // newest first
  std::optional<MentionPlace> next;
};

// Which mentions one wants to see. What is not set lets all through.
struct MentionFilter {
  std::optional<MonitorId> monitor;  // none: of any
  std::optional<Time> from;
  std::optional<Time> to;
  std::optional<Sentiment> sentiment;
  std::string reason;    // key
  std::string language;  // BCP 47; "pt" is also "pt-BR"
  std::optional<AccountId> author;
  std::string network;
  std::string site;  // host of a link in it
  std::string link;  // address that it links to, whole
  std::string fate;  // "answered" (nobody waits any more), or the word of a state; empty: any
  std::optional<SkipReason> skip_reason;
};

struct PreviewTerm {
  Span span;  // of the query
  std::string text;
  std::int64_t found = 0;  // posts that it stands in
  std::int64_t alone = 0;  // that would not be found without it
};

struct WordTotal {
  std::string word;
  std::int64_t found = 0;
};

struct RejectedWord {
  std::string word;
  std::int64_t rejected = 0;  // posts it stands in
  std::int64_t kept = 0;
};

// A stretch of stored history, matched: of one call, to be added up.
struct PreviewPart {
  std::int64_t looked = 0;
  std::int64_t found = 0;
  Time back_to;  // all from here on was looked at
  std::optional<SaidPlace> next;
  std::map<std::string, std::int64_t> days;  // by "2026-11-25" (UTC)
  std::vector<HeardView> samples;            // newest first
  std::vector<PreviewTerm> terms;            // in the order of the query
  std::vector<WordTotal> beside;             // that stand often in what was found
  std::vector<RejectedWord> rejected;
};

struct PreviewQuestion {
  std::string query;
  int days = 30;
  std::optional<SaidPlace> after;
  std::vector<PostId> rejected;  // samples that were not meant
};

struct SharePart {
  MonitorId monitor;
  std::int64_t total = 0;
  std::int64_t before = 0;  // in as many days before those
};

struct ShareStep {
  Time at;
  std::vector<std::pair<MonitorId, std::int64_t>> totals;
};

struct ShareOfVoice {
  int days = 0;
  std::vector<SharePart> monitors;
  std::vector<ShareStep> steps;  // a day each, or an hour of up to three days
};

struct VolumeStep {
  Time at;
  std::int64_t total = 0;
  std::int64_t negative = 0;  // of those that were looked at
};

// Hours in which much more was said than usual, and what it was about.
struct Spike {
  Time from;
  Time to;
  std::int64_t total = 0;
  double usual = 0;  // in as many hours
  std::int64_t authors = 0;
  std::vector<WordTotal> terms;
  std::vector<PostId> posts;
};

struct Tally {
  std::string key;
  std::string name;
  std::int64_t total = 0;
};

struct AuthorTally {
  Account account;
  std::int64_t total = 0;
};

struct MentionSummary {
  int days = 0;
  Time from;  // the first step begins here
  Time to;    // the last one ends here
  std::int64_t total = 0;
  std::int64_t before = 0;
  std::int64_t negative = 0;
  std::int64_t looked_at = 0;  // the newest of them, that the tables below are of
  std::vector<VolumeStep> volume;
  std::vector<Spike> spikes;
  std::vector<HeardView> spike_posts;  // those that spikes name
  std::vector<Tally> sentiments;
  std::vector<Tally> reasons;
  std::vector<Tally> languages;
  std::vector<Tally> networks;
  std::vector<AuthorTally> authors;
  std::vector<Tally> sites;
  std::vector<Tally> links;  // key: address, name: title
  std::vector<Tally> states;
  std::vector<Tally> skip_reasons;
};

class Monitors {
 public:
  // Without a reader posts are shown unread.
  Monitors(Store& store, MonitorMatching& matching, IdMaker& ids, const Clock& clock,
           PostReader* reader)
      : store_(store), matching_(matching), ids_(ids), clock_(clock), reader_(reader) {}

  static constexpr std::size_t kMost = 10'000;  // in a workspace
  static constexpr int kMostLookedAt = 20'000;  // mentions of a summary's tables
  static constexpr int kMostDays = 90;
  static constexpr std::size_t kMostCompared = 100;

  Result<MonitorPage> list(const Member& by, std::optional<MonitorId> after, int most);
  // Both for members who may answer. Fail with invalid, at "query", if it cannot be read. Earlier
  // posts are matched in the background, the newest first.
  Result<MonitorView> create(const Member& by, const MonitorWish& wish);
  Result<MonitorView> change(const Member& by, MonitorId id, const MonitorWish& wish);
  // Its mentions go with it; the posts stay.
  Result<Done> remove(const Member& by, MonitorId id);

  // A part of stored history, newest first, with a query that is no monitor yet. `next` is where to
  // go on. Looks at posts for some 200 ms, the first time for 50.
  Result<PreviewPart> preview(const Member& by, const PreviewQuestion& question);

  Result<HeardPage> posts(const Member& by, const MentionFilter& filter,
                          std::optional<MentionPlace> after, int most);
  // Of the last `days` (1 to kMostDays); none: of all monitors together.
  Result<MentionSummary> summary(const Member& by, std::optional<MonitorId> monitor, int days);
  // Of these monitors; none named: of all, where those are no more than kMostCompared.
  Result<ShareOfVoice> share(const Member& by, int days, const std::vector<MonitorId>& chosen);

  // Goes on down earlier posts by at most `most`, in one walk for all monitors of a workspace that
  // have not seen them; true while there are more. Takes away what removed ones found. Whoever
  // writes in between waits for what was found to be kept, not for the walk.
  Result<bool> catch_up(
      int most, const std::function<bool()>& go_on = [] { return true; });

  // Tunes the matching to what was said lately. For the background, now and then.
  void settle();

 private:
  Result<Done> check_may_listen(const Member& by) const;
  Result<MonitorView> view_of(Unit& unit, Monitor monitor);
  Result<std::vector<HeardView>> show(Unit& unit, WorkspaceId workspace,
                                      const std::vector<MentionFacts>& found,
                                      std::optional<MonitorId> monitor);
  Result<std::vector<Monitor>> monitors_behind();

  Store& store_;
  MonitorMatching& matching_;
  IdMaker& ids_;
  const Clock& clock_;
  PostReader* reader_;
  // What the store holds and what is matched change together, in one order.
  std::mutex changing_;
};

}  // namespace rapport
