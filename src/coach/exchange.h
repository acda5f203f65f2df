// A draft and all that the coach may know when it reads it: the post it answers, what was said
// before, who they are, how the brand speaks, what it knows and what it answered others.
//
// Plain views: whoever asks keeps the texts alive while the coach reads.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

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
  std::string_view url;
  std::string_view title;
  std::string_view text;
};

// A reply we gave, and what it answered (may be empty).
struct SentReply {
  std::string_view question;
  std::string_view reply;
};

enum class EmojiUse { kNone, kFew, kMany };

// How the brand speaks.
struct Voice {
  EmojiUse emoji = EmojiUse::kMany;
  std::vector<std::string_view> avoid;  // words and phrases it does not use
  std::vector<std::string_view> own;    // its names: products, brands, shops
  bool may_promise_refund = false;
  bool may_promise_date = false;
};

struct Exchange {
  std::string_view draft;
  std::string_view post;
  Addressee author;
  std::string_view network;  // "bluesky", "mastodon"; empty: not known
  std::vector<Said> thread;  // oldest first
  Voice voice;
  std::vector<KnownArticle> articles;
  std::vector<SentReply> sent;
  std::size_t limit = 0;  // length the network takes; 0: not known
  TextUnit limit_unit = TextUnit::kGraphemes;
  bool picture_without_description = false;
};

}  // namespace rapport::coach
