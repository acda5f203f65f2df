// What a draft answers, as it lies in the store. Owns the words that an exchange looks at.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "coach/exchange.h"
#include "desk/coaching/sent_replies.h"
#include "model/channel.h"
#include "model/post.h"

namespace rapport {

class Unit;

struct Answered {
  struct Line {
    std::string text;
    bool ours = false;
    SentReplies::Place place = {};
  };

  std::optional<ConversationId> conversation = {};
  std::string post;  // empty: nothing of anybody's is answered
  std::string name;  // of whom we speak to; empty: to nobody in particular
  std::string handle;
  PersonId person;
  std::string network;
  std::string own_handle;    // of the account that speaks
  std::vector<Line> before;  // what was said before, oldest first
  std::vector<Line> past;    // what they said to us elsewhere lately, and we to them; oldest first
  std::size_t limit = 0;     // 0: not known
  TextUnit unit = TextUnit::kGraphemes;
};

// A post that is answered. Answering ourselves we still speak to whom we spoke to, and nothing of
// theirs is open.
Result<Answered> answered_post(Unit& unit, const Post& post, const std::optional<Channel>& channel);
// A post that is shown in a quote: it is known, and waits for nothing.
Result<Answered> quoted_post(Unit& unit, const Post& post, const Channel& channel);
Answered answered_nobody(const Channel& channel);

}  // namespace rapport
