// The inbox: conversations that wait for someone at the brand, and all the others.
//
// Each verb lives in a source file of its own: assign.cc, resolve.cc, snooze.cc. A verb reads what
// it needs, decides, and writes once; the store keeps the change and its event in one transaction.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/account.h"
#include "model/act.h"
#include "model/channel.h"
#include "model/conversation.h"
#include "model/member.h"
#include "model/post.h"
#include "store/conversations.h"
#include "store/posts.h"

namespace rapport {

class Store;
class Unit;

// A conversation as the list shows it.
struct ConversationRow {
  Conversation conversation;
  Account lead;
  std::string owner_name;  // empty if nobody owns it
  std::string excerpt;     // the whole text of its excerpt post
  bool draft = false;      // the asking member has one here
  std::int64_t sending = 0;
  std::int64_t failed = 0;
};

struct ConversationPage {
  std::vector<ConversationRow> rows;
  std::optional<ListPlace> next;
};

struct DecisionView {
  Decision decision;
  std::string by_name;  // empty: Rapport itself
};

struct NoteView {
  Note note;
  std::string by_name;
};

struct ActView {
  Act act;
  std::string by_name;
};

// A conversation as it is opened.
struct ConversationDetail {
  ConversationRow row;
  std::vector<ActView> acts;  // not on the network: queued, sending, unknown, rejected
  std::vector<NoteView> notes;
  std::optional<Draft> my_draft;
  std::vector<DecisionView> history;  // newest first
  Channel channel;
};

struct ThreadPost {
  Post post;
  Account author;
  bool waits = false;   // this very post waits for an answer
  bool liking = false;  // a like or unlike of ours is on its way
};

struct ThreadPage {
  std::vector<ThreadPost> posts;  // oldest first
  std::optional<ThreadPlace> next;
};

class Inbox {
 public:
  Inbox(Store& store, IdMaker& ids, const Clock& clock) : store_(store), ids_(ids), clock_(clock) {}

  // Called whenever a member opens a conversation, so that its thread can be read again.
  void on_open(std::function<void(WorkspaceId, ConversationId)> listener) {
    opened_ = std::move(listener);
  }

  Result<ConversationPage> list(const Member& by, const ConversationFilter& filter,
                                std::optional<ListPlace> after, int most);
  Result<ConversationCounts> counts(const Member& by);
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
  Result<Conversation> resolve(const Member& by, ConversationId id, const std::string& resolution,
                               std::optional<std::int64_t> version);
  Result<Conversation> skip(const Member& by, ConversationId id, SkipReason reason,
                            const std::string& detail, std::optional<std::int64_t> version);
  Result<Conversation> reopen(const Member& by, ConversationId id,
                              std::optional<std::int64_t> version);

  Result<NoteView> add_note(const Member& by, ConversationId id, const std::string& text);
  Result<Draft> save_draft(const Member& by, ConversationId id, PostId post,
                           const std::string& text);
  Result<Done> drop_draft(const Member& by, ConversationId id);

  // Brings back the snoozed ones whose time has come; how many came back. Called every few seconds.
  Result<int> wake_snoozed();

 private:
  // Changes the conversation if there is anything to change; false if it stands as wanted.
  using Change = std::function<Result<bool>(Unit&, Conversation&)>;
  Result<Conversation> decide(const Member& by, ConversationId id,
                              std::optional<std::int64_t> version, Decision decision,
                              const Change& change);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  std::function<void(WorkspaceId, ConversationId)> opened_;
};

}  // namespace rapport
