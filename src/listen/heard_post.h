// A post as queries see it. What isn't known is left out, and then nothing asked of it is true.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace rapport {

// The texts belong to the caller and must live as long as this is used.
struct HeardPost {
  std::string_view title;
  std::string_view text;

  std::string_view network;
  std::string_view author;       // handle, without "@"
  std::string_view author_id;    // the network's own identifier of the account
  std::string_view author_name;  // as shown
  std::string_view url;          // of the post itself
  std::string_view site;         // where it stands, if not on the host of `url`
  std::vector<std::string_view> langs;
  // Besides those that stand in the title and the text.
  std::vector<std::string_view> links;
  std::vector<std::string_view> hashtags;  // without "#"
  std::vector<std::string_view> mentions;  // handles, without "@"

  std::optional<std::int64_t> followers;
  std::optional<std::int64_t> likes;
  std::optional<std::int64_t> reposts;
  std::optional<std::int64_t> replies;

  bool has_media = false;
  bool is_reply = false;
  bool is_repost = false;
  bool is_quote = false;
  std::vector<std::string_view> reply_to;  // handles, without "@"

  std::optional<Sentiment> sentiment;
  std::vector<Intent> intents;
  std::vector<std::string_view> reasons;  // keys
  std::vector<std::string_view> topics;   // names and ids
  std::vector<std::string_view> person;   // names and id of the person behind the author
  std::string_view level;

  std::optional<std::int64_t> seen;  // seconds since 1970
};

}  // namespace rapport
