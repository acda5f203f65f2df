// What state a conversation is in: a pure function of its posts and the team's decisions.
//
// - A post waits if someone else wrote it after the channel was connected, it concerns us
//   (Address direct or branch), it is still there, its author is neither muted nor blocked by us,
//   and neither did one of ours answer it nor a decision closed it.
// - Ours answers it if it was written later and: it replies to a post of the same author, or stands
//   anywhere below the post, or mentions the author, or its author goes on from it. One answer to
//   Ana does not answer Ben, unless Ben takes it up. What was heard only after an answer of ours
//   was written here was not seen, and is not answered by it.
// - A decision to resolve or skip closes what had been heard when it was made; what is heard later
//   waits again. Snoozing hides what had been heard; what is heard later brings it back.
// - In public it stands as well as with the person who has least of us there: no answer, an answer
//   with words of theirs after it, or the last word.
// - Of a thread of more than kMostOutline posts the newest are looked at, and the newest that
// concern
//   us; its number of posts is then the least it has, and never falls.
// - Being given a post a second time, late, or after its answer changes nothing: only its times
//   count, never the order in which we were told.

#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "model/conversation.h"
#include "store/posts.h"

namespace rapport {

// What the posts and decisions say. Conversation fields that do not follow from them are left out.
struct DerivedState {
  ConversationState state = ConversationState::kOpen;
  std::optional<Time> waiting_since;
  std::optional<PostId> answer_to;
  std::optional<Time> snoozed_until;
  std::optional<SkipReason> skip_reason;
  std::string resolution;
  std::string resolved_reason;
  std::optional<ArticleId> resolved_article;
  std::optional<InPublic> in_public;
  std::optional<PostId> lead_post;  // whose words the list shows; none without posts
  std::optional<AccountId> lead;
  std::optional<Time> last_post_at;
  std::optional<Time> first_reply_at;
  std::int64_t posts = 0;
  std::int64_t people = 0;
  bool before_rapport = false;
  bool whole = true;            // false: of a very long thread only a part was looked at
  std::vector<PostId> waiting;  // every post that waits, oldest first
};

// `posts` and `decisions` in any order; `decisions` of other kinds than snooze, resolve, skip and
// reopen are passed over, and so is every decision that another one undoes.
DerivedState derive_state(const std::vector<OutlinePost>& posts,
                          const std::vector<Decision>& decisions, Time now);

// Writes what was derived into `conversation`; true if anything changed.
bool apply_state(const DerivedState& derived, Conversation& conversation);

}  // namespace rapport
