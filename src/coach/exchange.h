// A draft and all that the coach may know when it reads it: the post it answers, what was said
// before, there and elsewhere, who they are, how the brand speaks, what it knows and what it
// answered others.
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

// A post before the one that is answered.
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
  std::vector<Said> past;    // what they wrote to us elsewhere, and we to them; oldest first
  Voice voice;
  RuleSettings rules;
  bool all_findings = false;           // also what is held back for being right too seldom
  std::vector<KnownArticle> articles;  // best first, if they are ranked
  bool articles_ranked = false;
  std::vector<SentReply> sent;
  const Replies* replies = nullptr;  // more of them, made ready
  std::string_view card_url;         // the link whose card goes with the draft
  std::size_t limit = 0;             // length the network takes; 0: not known
  TextUnit limit_unit = TextUnit::kGraphemes;
  bool picture_without_description = false;

  // The reply that Finding::earlier means: of `sent`, then of `replies`, then what we told them, in
  // the thread and before.
  std::string_view earlier_reply(std::size_t index) const {
    if (index < sent.size()) return sent[index].reply;
    if (index < first_told()) return (*replies)[index - sent.size()].reply;
    index -= first_told();
    for (const std::vector<Said>* said : {&thread, &past}) {
      for (const Said& each : *said) {
        if (each.ours && index-- == 0) return each.text;
      }
    }
    return {};
  }
  std::size_t first_told() const {
    return sent.size() + (replies == nullptr ? 0 : replies->size());
  }
  std::size_t told_count() const {
    std::size_t count = 0;
    for (const std::vector<Said>* said : {&thread, &past}) {
      for (const Said& each : *said) count += each.ours ? 1 : 0;
    }
    return count;
  }
};

}  // namespace rapport::coach
