// A conversation is a thread as the team's unit of work: many people, one root, one state.
//
// The state is never set by hand: it follows from the thread's posts and the team's last decision
// (desk/inbox/state.h), so any order of arrival ends in the same place.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/act.h"
#include "model/ids.h"
#include "model/post_reading.h"

namespace rapport {

enum class ConversationState {
  kOpen,     // they wait for us
  kWaiting,  // we wait for them
  kSnoozed,
  kResolved,
  kSkipped,
  kHeard,  // a monitor found it; nobody spoke to us, and nobody here took it up
};

std::string_view to_word(ConversationState state);
std::optional<ConversationState> conversation_state_of(std::string_view word);

enum class SkipReason {
  kSpam,
  kNotForUs,
  kNoAnswerNeeded,
  kAbusive,
  kAnsweredElsewhere,
  kDeleted,  // nothing of theirs is left on the network
  kMuted,    // whoever would wait is muted or blocked by us
  kOther,
};

std::string_view to_word(SkipReason reason);
std::optional<SkipReason> skip_reason_of(std::string_view word);

// What those who spoke to us have read of us in their thread: of several people the least.
enum class InPublic {
  kNo,             // somebody has no answer of ours
  kTheySpokeLast,  // everybody has one, and somebody said more after it
  kAnswered,       // our answer is the last word to everybody
};

std::string_view to_word(InPublic in_public);
std::optional<InPublic> in_public_of(std::string_view word);

// Tagging and taking a tag off shape no state; undoing takes an earlier decision out of the
// reckoning.
enum class DecisionKind { kAssign, kSnooze, kResolve, kSkip, kReopen, kTag, kUntag, kUndo };

std::string_view to_word(DecisionKind kind);
std::optional<DecisionKind> decision_kind_of(std::string_view word);

// Something a member decided about a conversation. Kept for ever: it is its history.
struct Decision {
  WorkspaceId workspace;
  DecisionId id;
  ConversationId conversation;
  std::optional<MemberId> by;  // nobody: Rapport itself (a snooze that ran out, for one)
  DecisionKind kind = DecisionKind::kAssign;
  std::string detail;  // words: resolution, skip detail, name of the new owner or of the tag
  std::optional<SkipReason> skip_reason;
  std::optional<Time> until;  // of a snooze
  Time at;
  std::optional<MemberId> owner_before = std::nullopt;  // of an assign
  std::optional<MemberId> owner_after = std::nullopt;   // of an assign
  std::optional<TagId> tag = std::nullopt;              // put on or taken off
  std::optional<DecisionId> undoes = std::nullopt;      // of an undo
  std::string reason = {};                              // of a resolve: key of a reason, or none
  std::optional<ArticleId> article = std::nullopt;      // of a resolve: the one that served
};

struct Conversation {
  WorkspaceId workspace;
  ConversationId id;
  ChannelId channel;
  std::string network;
  std::string root_native_id;  // unique by (workspace, network)
  ConversationState state = ConversationState::kOpen;
  std::optional<MemberId> owner;
  std::optional<Time> waiting_since;  // set exactly when someone waits
  std::optional<PostId> answer_to;    // the post that waits longest
  std::optional<Time> snoozed_until;
  std::string resolution;
  std::optional<SkipReason> skip_reason;
  AccountId lead;  // whose words the list shows: who waits longest, else who spoke last
  PostId excerpt_post;
  Time first_heard_at;
  Time last_post_at;  // by the network's time, of the newest post that is not deleted
  std::optional<Time> first_reply_at;  // our first answer
  std::int64_t posts = 0;
  std::int64_t people = 0;      // authors other than us
  bool before_rapport = false;  // all of it
  // Of all posts that wait; where none does, of the one whose words the list shows. None: not read.
  std::optional<ReadingGist> reading = {};
  std::int64_t version = 0;  // goes up by one with every change
  Time changed_at;
  std::string resolved_reason = {};  // of a resolved one: key, or none
  std::optional<ArticleId> resolved_article = {};
  std::optional<InPublic> in_public = {};  // none: nobody spoke to us, or not worked out yet
};

struct Note {
  WorkspaceId workspace;
  NoteId id;
  ConversationId conversation;
  MemberId by;
  std::string text;
  Time created_at;
};

// A reply being written: one for each member and conversation.
struct Draft {
  WorkspaceId workspace;
  ConversationId conversation;
  MemberId by;
  PostId post;  // what it answers
  std::string text;
  std::vector<ActMedia> media;
  Time updated_at;
  std::optional<ChannelId> channel = {};  // as which of our accounts; none: the one they spoke to
  std::vector<std::string> langs = {};    // BCP 47; empty: not chosen
};

}  // namespace rapport
