// What a brand answered lately, made ready for the coach.

#pragma once

#include <cstddef>
#include <vector>

#include "base/clock.h"
#include "coach/replies.h"
#include "model/ids.h"
#include "store/posts.h"

namespace rapport {

// Never changes, so any thread may read it.
class SentReplies {
 public:
  struct Place {
    PostId post;
    ConversationId conversation;
    Time at;

    bool operator==(const Place&) const = default;
  };

  explicit SentReplies(std::vector<GivenAnswer> answers);

  // What Finding::earlier points to, if the exchange has no other replies.
  const coach::Replies& replies() const { return replies_; }
  const Place& place(std::size_t index) const { return places_[index]; }

  // Made of these very words at these places?
  bool is_of(const std::vector<GivenAnswer>& answers) const;

 private:
  std::vector<Place> places_;
  coach::Replies replies_;
};

}  // namespace rapport
