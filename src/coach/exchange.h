// A draft and all that the coach may know when it reads it: the post it answers, what was said
// before, who they are, how the brand speaks, what it knows and what it answered others.
//
// Plain views: whoever asks keeps the texts alive while the coach reads.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "coach/replies.h"
#include "coach/voice.h"
#include "model/channel.h"

namespace rapport::coach {

// The person at the other end.
struct Addressee {
  std::string_view name;    // as they show it; may be empty
  std::string_view handle;  // without a leading "@"
};

// A post of the thread before the one that is answered.
struct Said {
  std::string_view text;
  bool ours = false;
};

struct KnownArticle {
  std::string_view url;  // as people reach it; empty: nowhere
  std::string_view title;
  std::string_view text;     // all of it, or empty if `passage` is given
  std::string_view passage;  // what of it answers the post, where somebody looked for that
};

// A reply we gave, and what it answered (may be empty).
struct SentReply {
  std::string_view question;
  std::string_view reply;
};

struct Exchange {
  std::string_view draft;
  std::string_view post;
  Addressee author;
  std::string_view network;  // "bluesky", "mastodon"; empty: not known
  std::vector<Said> thread;  // oldest first
  Voice voice;
  RuleSettings rules;
  std::vector<KnownArticle> articles;  // best first, if they are ranked
  bool articles_ranked = false;
  std::vector<SentReply> sent;
  const Replies* replies = nullptr;  // more of them, made ready
  std::string_view card_url;         // the link whose card goes with the draft
  std::size_t limit = 0;             // length the network takes; 0: not known
  TextUnit limit_unit = TextUnit::kGraphemes;
  bool picture_without_description = false;

  // The reply that Finding::earlier means.
  std::string_view earlier_reply(std::size_t index) const {
    return index < sent.size() ? sent[index].reply
                               : std::string_view((*replies)[index - sent.size()].reply);
  }
};

}  // namespace rapport::coach
