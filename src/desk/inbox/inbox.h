// The inbox: conversations that wait for someone at the brand, and all the others.
//
// Each verb lives in a source file of its own: assign.cc, resolve.cc, snooze.cc. A verb reads what
// it needs, decides, and writes once; the store keeps the change and its event in one transaction.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/inbox/plan.h"
#include "desk/reading/readings.h"
#include "model/account.h"
#include "model/act.h"
#include "model/channel.h"
#include "model/conversation.h"
#include "model/correction.h"
#include "model/event.h"
#include "model/member.h"
#include "model/mention.h"
#include "model/post.h"
#include "model/post_reading.h"
#include "model/tag.h"
#include "store/conversations.h"
#include "store/posts.h"

namespace rapport {

class PostReader;
class Store;
class Unit;

// A conversation as the list shows it.
struct ConversationRow {
  Conversation conversation;
  Account lead;
  std::string owner_name;                   // empty if nobody owns it
  std::string excerpt;                      // the whole text of its excerpt post
  std::vector<std::string> excerpt_labels;  // what is said of that post; one may cover it
  std::vector<Tag> tags;                    // by name
  bool mentioned = false;  // the asking member is named in a note and has not looked since
  bool draft = false;      // the asking member has one here
  std::int64_t sending = 0;
  std::int64_t failed = 0;
  std::optional<ReasonView> resolved_for;  // of a resolved one
  std::string resolved_with;               // title of the article that served; empty: none
};

struct ConversationPage {
  std::vector<ConversationRow> rows;
  std::optional<ListPlace> next;
};

struct DecisionView {
  Decision decision;
  std::string by_name;  // empty: Rapport itself
  std::optional<ReasonView> reason = {};
  std::string article_title = {};  // of the article that served; empty: none, or it is gone
};

struct NoteView {
  Note note;
  std::string by_name;
  std::vector<NoteMention> mentions;  // in the order of the text
};

// Who a note names, where "@Name" stands in its text, in bytes.
struct NamedSpan {
  MemberId member;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct InboxCounts {
  ConversationCounts conversations;
  std::int64_t mentions = 0;  // conversations with an unread mention of the asking member
};

struct ActView {
  Act act;
  std::string by_name;
};

// One of our accounts.
struct Speaker {
  Channel channel;
  Account account;
};

// A reply as it is being written.
struct DraftRequest {
  PostId post;
  std::string text;
  std::vector<ActMedia> media = {};
  std::optional<ChannelId> channel = {};
  std::vector<std::string> langs = {};
};

// A conversation as it is opened.
struct ConversationDetail {
  ConversationRow row;
  std::vector<ActView> acts;  // not on the network: queued, sending, unknown, rejected
  std::vector<NoteView> notes;
  std::optional<Draft> my_draft;
  std::vector<DecisionView> history;  // newest first
  Channel channel;
  std::vector<Speaker> speakers;  // who of ours can answer here
  // What they spoke up for, as their newest post with a reason was read.
  std::optional<ReasonView> suggested_reason;
};

// Why nobody sees a reply below a post of ours.
struct HiddenBy {
  std::optional<MemberId> by;  // nobody we know: it was hidden in the network's own app
  std::string by_name;
  std::string reason;
  Time at;
};

struct ThreadPost {
  Post post;
  Account author;
  bool waits = false;      // this very post waits for an answer
  bool liking = false;     // a like or unlike of ours is on its way
  bool reposting = false;  // the same of a repost
  bool can_hide = false;   // it stands below a post of ours, and its network lets us
  bool hiding = false;     // hiding it or showing it again is on its way
  std::optional<HiddenBy> hidden;
  std::optional<ChannelId> to_channel;  // which of our accounts it speaks to
  std::optional<ShownReading> reading;  // none: ours, deleted, or nobody reads here
};

struct ThreadPage {
  std::vector<ThreadPost> posts;  // oldest first
  std::optional<ThreadPlace> next;
};

// A whole conversation, to be taken elsewhere.
struct Transcript {
  ConversationDetail detail;
  std::vector<ThreadPost> posts;
};

enum class WithNotes { kNo, kYes };

// What can be done to many at once.
struct BulkAssign {
  std::optional<MemberId> to;
};
struct BulkSnooze {
  Time until;
};
// How it came to a good end. Everything of it may be left out.
struct Resolution {
  std::string words = {};                 // what was done, at most 2,000 bytes
  std::string reason = {};                // key of one of the workspace's reasons
  std::optional<ArticleId> article = {};  // that served
};
struct BulkResolve {
  Resolution how;
};
struct BulkSkip {
  SkipReason reason = SkipReason::kOther;
  std::string detail;
};
struct BulkReopen {};
struct BulkTag {
  TagId tag;
};
struct BulkUntag {
  TagId tag;
};
using BulkAction =
    std::variant<BulkAssign, BulkSnooze, BulkResolve, BulkSkip, BulkReopen, BulkTag, BulkUntag>;

struct BulkItem {
  ConversationId id;
  std::optional<std::int64_t> version;  // refuses this one if it changed since
};

struct UndoItem {
  ConversationId conversation;
  DecisionId decision;
};

enum class BulkOutcome {
  kDone,
  kUnchanged,  // it stood like that already
  kChanged,    // somebody else changed it, or decided otherwise, meanwhile
  kGone,       // there is no such conversation or decision
};

struct BulkResult {
  ConversationId id;
  BulkOutcome outcome = BulkOutcome::kGone;
  std::optional<DecisionId> decision;  // what can be undone
  std::optional<ConversationRow> row;  // as it stands now
};

class Inbox {
 public:
  // Without a reader, posts are shown unread.
  Inbox(Store& store, IdMaker& ids, const Clock& clock, PostReader* reader = nullptr)
      : store_(store), ids_(ids), clock_(clock), reader_(reader) {}

  // Called whenever a member opens a conversation, so that its thread can be read again.
  void on_open(std::function<void(WorkspaceId, ConversationId)> listener) {
    opened_ = std::move(listener);
  }

  Result<ConversationPage> list(const Member& by, const ConversationFilter& filter,
                                std::optional<ListPlace> after, int most);
  // Those of these ids that are here, at most kBulkMost, in no order.
  Result<std::vector<ConversationRow>> some(const Member& by,
                                            const std::vector<ConversationId>& ids);
  Result<InboxCounts> counts(const Member& by);
  Result<ConversationDetail> open(const Member& by, ConversationId id);
  Result<ThreadPage> thread(const Member& by, ConversationId id, std::optional<ThreadPlace> after,
                            int most);

  // The five decisions. Each needs a member who may answer. With `version`, fails with conflict if
  // the conversation has changed since. Deciding what already stands changes nothing, so a caller
  // that lost our answer may ask again.

  // Hands it to `to`, or to nobody. `to` must be a member here who may answer.
  Result<Conversation> assign(const Member& by, ConversationId id, std::optional<MemberId> to,
                              std::optional<std::int64_t> version);
  // Out of sight until `until`, which lies in the future, at most a year; a new post of theirs
  // brings it back at once.
  Result<Conversation> snooze(const Member& by, ConversationId id, Time until,
                              std::optional<std::int64_t> version);
  // Fails with invalid if the workspace has no such reason or article; a merged reason becomes the
  // one it was merged into. The article keeps that it served.
  Result<Conversation> resolve(const Member& by, ConversationId id, const Resolution& how,
                               std::optional<std::int64_t> version);
  Result<Conversation> skip(const Member& by, ConversationId id, SkipReason reason,
                            const std::string& detail, std::optional<std::int64_t> version);
  Result<Conversation> reopen(const Member& by, ConversationId id,
                              std::optional<std::int64_t> version);

  // Puts a tag of this workspace on it, or takes it off.
  Result<Conversation> tag(const Member& by, ConversationId id, TagId tag);
  Result<Conversation> untag(const Member& by, ConversationId id, TagId tag);

  // One decision about up to kBulkMost conversations, in one transaction. What became of each is
  // told in the order of `items`; one that changed meanwhile or is gone holds up no other.
  static constexpr std::size_t kBulkMost = 200;
  Result<std::vector<BulkResult>> bulk(const Member& by, const std::vector<BulkItem>& items,
                                       const BulkAction& action);
  // Takes back decisions of one's own, within an hour, unless somebody decided the same matter
  // since (kChanged). An undo is written down as a decision of its own.
  Result<std::vector<BulkResult>> undo(const Member& by, const std::vector<UndoItem>& items);

  // `named` in the order of the text. They are told, and find it under their mentions.
  Result<NoteView> add_note(const Member& by, ConversationId id, const std::string& text,
                            const std::vector<NamedSpan>& named = {});
  // The member has looked: mentions of them here count as read.
  Result<Done> mark_seen(const Member& by, ConversationId id);
  // The whole of it, for members who may export; with notes, for those of them who may answer.
  // Leaves a line in the audit log.
  Result<Transcript> transcript(const Member& by, ConversationId id, WithNotes notes);
  // Pictures that are not here any more are left out of it.
  Result<Draft> save_draft(const Member& by, ConversationId id, const DraftRequest& request);
  Result<Done> drop_draft(const Member& by, ConversationId id);

  // Brings back the snoozed ones whose time has come; how many came back. Called every few seconds.
  Result<int> wake_snoozed();

 private:
  // A decision that was carried out, or none if there was nothing to change.
  struct Decided {
    Conversation conversation;
    std::optional<DecisionId> decision;
  };
  using Planner = std::function<Result<Plan>(Unit&)>;

  Result<Conversation> decide(const Member& by, ConversationId id,
                              std::optional<std::int64_t> version, const Planner& planner);
  static Result<Done> check_may_decide(const Member& by);
  // Announces the conversation's change, but not the counts. Writes nothing if it fails with
  // not_found or conflict. `undone` is the decision that the plan undoes, if it does.
  Result<Decided> carry_out(Unit& unit, const Member& by, ConversationId id,
                            std::optional<std::int64_t> version, const Plan& plan,
                            const Decision* undone);
  Result<Done> announce_counts(Unit& unit, WorkspaceId workspace);
  static Result<BulkResult> outcome_of(ConversationId id, Result<Decided> decided);
  Result<std::vector<BulkResult>> finish_many(Unit& unit, const Member& by,
                                              std::vector<BulkResult> results);
  Result<ConversationDetail> read_detail(const Member& by, ConversationId id);
  Result<Done> tell_named(Unit& unit, const Member& by, const Note& note,
                          const std::vector<NoteMention>& mentions);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  PostReader* reader_;
  std::function<void(WorkspaceId, ConversationId)> opened_;
};

}  // namespace rapport
