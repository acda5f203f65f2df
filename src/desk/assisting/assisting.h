// An assistant of the operator's may propose a draft. It is stored as what it is, so that nobody
// can send it as it stands (outbox/own_words.h).

#pragma once

#include <atomic>
#include <utility>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/coaching/coaching.h"
#include "model/member.h"
#include "model/proposal.h"

namespace rapport {

class Assistant;
class Store;

class Assisting {
 public:
  // Who waits for it at once, so that everything else has room.
  static constexpr int kAtOnce = 2;

  // Without an assistant it is off.
  Assisting(Store& store, IdMaker& ids, const Clock& clock, Assistant* assistant = nullptr)
      : store_(store), ids_(ids), clock_(clock), assistant_(assistant) {}

  // Whom to ask which articles answer a post, best first; nobody: none do. Before anybody asks.
  void ask_for_articles(Coaching::FindArticles find) { find_articles_ = std::move(find); }

  bool is_on() const { return assistant_ != nullptr; }

  // A draft of an answer to this post of the conversation, for a member who may answer: the
  // assistant is told the thread, how the brand speaks, and what its articles say of it. Blocks
  // until it is there. conflict: there is no assistant; too_many: others are asking already;
  // invalid (field "post_id"): it stands elsewhere, is gone, or is ours.
  Result<Proposal> propose(const Member& by, ConversationId conversation, PostId post);

 private:
  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  Assistant* const assistant_;
  Coaching::FindArticles find_articles_;
  std::atomic<int> asking_{0};
};

}  // namespace rapport
