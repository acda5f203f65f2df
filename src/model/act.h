// An act is anything the brand does in public, always by a member; a delivery is one attempt to
// carry it out.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class ActKind {
  kReply,
  kPost,
  kQuote,  // a post of ours that shows theirs
  kLike,
  kUnlike,
  kRepost,
  kUnrepost,
  kFollow,
  kUnfollow,
  kMute,  // we no longer see what they say; they are not told
  kUnmute,
  kBlock,
  kUnblock,
  kDelete,
  kHide,  // a reply below a post of ours: nobody sees it unless they ask to
  kUnhide,
};

std::string_view to_word(ActKind kind);
std::optional<ActKind> act_kind_of(std::string_view word);

// Says something in words of ours: a reply, a post, a quote.
bool speaks(ActKind kind);
// Takes back what an earlier act did, or removes a post.
bool takes_away(ActKind kind);

enum class ActState {
  kQueued,    // will be tried at not_before; can be undone until it is taken
  kSending,   // an attempt is on its way
  kUnknown,   // an attempt may have got through: the network is asked before any repeat
  kAccepted,  // it stands on the network
  kRejected,  // the network said no; the words are kept
  kUndone,    // taken back in time; nothing was sent
};

std::string_view to_word(ActState state);
std::optional<ActState> act_state_of(std::string_view word);

// A picture an act carries, with what it shows in words for those who do not see it.
struct ActMedia {
  AttachmentId attachment;
  std::string alt;
};

struct Act {
  WorkspaceId workspace;
  ActId id;
  ChannelId channel;
  ActKind kind = ActKind::kReply;
  ActState state = ActState::kQueued;
  std::string client_key;  // unique by (workspace, member); a repeated request finds the first act
  std::optional<ConversationId> conversation;
  std::optional<PostId> post;        // what it answers, quotes, likes, reposts, hides or deletes
  std::optional<AccountId> account;  // whom it follows, mutes or blocks
  std::string text;                  // what it says; why it hides
  std::vector<ActMedia> media;       // at most as many as the channel's limits allow
  std::vector<std::string> langs;    // BCP 47; empty: not said
  std::string card_url;              // the link shown as a card below the text; empty: none
  // What the link's page said of itself when it was asked, before the first attempt. It may say
  // something else the next day; what is sent stays the same.
  bool card_read = false;
  std::string card_title;
  std::string card_description;
  std::optional<AttachmentId> card_thumb;
  MemberId by;
  Time created_at;
  Time not_before;
  // Chosen with the act and never changed after, so that a repeat is the same record.
  std::string record_key;
  std::optional<Time> record_created_at;
  int attempts = 0;
  std::string error;             // the last trouble in words for people
  std::string result_native_id;  // what stands on the network now
  std::optional<PostId> result_post;
  bool dismissed = false;  // a rejected act that its author has put away
  Time changed_at;
};

enum class Outcome { kAccepted, kRejected, kUnknown };

std::string_view to_word(Outcome outcome);
std::optional<Outcome> outcome_of(std::string_view word);

struct Delivery {
  WorkspaceId workspace;
  DeliveryId id;
  ActId act;
  int attempt = 1;
  std::string idempotency_key;  // the act's record key
  Time started_at;
  std::optional<Time> finished_at;
  std::optional<Outcome> outcome;  // none while it is on its way
  std::string native_id;
  std::string error;  // for the log and the ledger
};

}  // namespace rapport
