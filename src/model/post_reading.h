// The reading of a post as it is kept beside it, and as it is shown.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"
#include "model/reading.h"

namespace rapport {

// From here on a post is called urgent.
inline constexpr float kUrgent = 0.6F;

// As much of a reading as lists are filtered and ordered by.
struct ReadingGist {
  std::optional<Sentiment> sentiment;  // none: not read in its language
  std::optional<float> urgency;        // 0 to 1, in hundredths; none: not read in its language
  bool needs_reply = false;
  std::vector<Intent> intents;       // likeliest first
  std::vector<std::string> reasons;  // keys, likeliest first
  std::vector<TopicId> topics;       // of the workspace, likeliest first

  bool is_urgent() const { return urgency && *urgency >= kUrgent; }
  bool operator==(const ReadingGist&) const = default;
};

ReadingGist gist_of(const Reading& reading);

// Of several people who wait: the gist of all of them. The worst that was said, how urgent the most
// urgent is that needs a reply (of all, if none does), and everything anybody wants. None of none.
std::optional<ReadingGist> gist_of_all(const std::vector<ReadingGist>& gists);

// Where an open conversation stands in the order of what matters: 0 first.
//   0  needs a reply, and is urgent
//   1  needs a reply, and is half as urgent as that
//   2  needs a reply, or was not read
//   3  needs none
int rank_of(const std::optional<ReadingGist>& gist);

// What a list asks of readings (Conversation::reading). Where nothing is set, all fit, also those
// that were not read.
struct ReadingFilter {
  std::optional<Sentiment> sentiment = {};
  std::optional<Intent> intent = {};
  std::string reason = {};  // key; empty: any or none
  std::optional<TopicId> topic = {};
  std::optional<bool> needs_reply = {};
  bool urgent = false;

  bool asks() const { return *this != ReadingFilter{}; }
  bool fits(const std::optional<ReadingGist>& reading) const;
  bool operator==(const ReadingFilter&) const = default;
};

// What people call a built-in reason ("Price or billing"); the key itself of any other.
std::string reason_name(const std::string& key);

// A reading as it lies beside its post. Evidence is not kept: whoever shows a post reads it again.
struct PostReading {
  WorkspaceId workspace;
  PostId post;
  std::int64_t stamp = 0;  // of the reader that made it
  std::string language = "und";
  ReadingGist gist;
  std::optional<Emotion> emotion;  // none: not read in its language
  std::optional<int> toxicity;     // in hundredths, 0 to 100; the same
  Time said_at;

  bool operator==(const PostReading&) const = default;
};

// What is kept of a reading; the post, its workspace, the stamp and the time are left to the
// caller.
PostReading kept_of(const Reading& reading);

// How far the posts of a workspace were read with the reader of this stamp: those from `below` on
// are; 0: all are.
struct ReadingWalk {
  WorkspaceId workspace;
  std::int64_t stamp = 0;
  PostId below;

  bool operator==(const ReadingWalk&) const = default;
};

}  // namespace rapport
