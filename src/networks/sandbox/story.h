// The demo's story as plain values: what people said to an invented brand, and what its team
// decided.
//
// The format is told in demo/README.md. Nothing here carries a date: minutes lie before the moment
// the demo was seeded, seconds after it, so the story is always fresh.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/conversation.h"
#include "model/member.h"
#include "model/saved_view.h"
#include "model/tag.h"

namespace rapport {

// What is older than this when the demo is seeded was said before Rapport.
inline constexpr std::chrono::hours kStoryMonth{30 * 24};

struct StoryPerson {
  std::string handle;
  std::string name;
  std::string bio;
  std::int64_t followers = 0;
  std::int64_t following = 0;
  std::int64_t posts = 0;
  std::int64_t joined_days_ago = 0;
  std::string avatar_color;     // "#2f6f6a"
  std::string avatar_initials;  // one or two characters of any script
};

struct StoryImage {
  std::string alt;  // empty: its author wrote none
  std::string svg;
};

struct StoryLink {
  std::string url;
  std::string title;
  std::string description;
};

struct StoryPost {
  std::string id;
  std::string by;                // handle
  std::chrono::seconds at{};     // from the moment of seeding; the past is negative
  std::chrono::seconds shown{};  // when the network had it: later than `at` if it was held up
  std::string lang;
  std::string text;
  std::string reply_to;  // id; empty for a root
  std::string quotes;    // id; empty if it quotes nothing
  std::int64_t likes = 0;
  std::int64_t reposts = 0;
  std::optional<StoryImage> image;
  std::optional<StoryLink> link;
  std::vector<std::string> labels;  // warnings, in the network's words
  std::string signed_by;  // member id; of the brand's own posts, if one of the team wrote it
};

// A like or repost of a post; a follow of the brand when `post` is empty.
struct StoryAttention {
  std::string by;
  std::string post;
  std::chrono::seconds at{};
};

// Its author words a post anew.
struct StoryEdit {
  std::string post;
  std::chrono::seconds at{};
  std::string text;
};

struct StoryDeletion {
  std::string post;
  std::chrono::seconds at{};
};

// What the author of `answers` says once the brand has answered that post, `after` the answer.
struct StoryFollowup {
  std::string answers;
  std::chrono::seconds after{};
  std::string lang;
  std::string text;
};

struct StoryMember {
  std::string id;
  std::string name;
  std::string email;
  Role role = Role::kAgent;
  bool visitor = false;  // whoever opened the demo; exactly one, the owner
};

// A decision of the team about the thread of `post`, its root.
struct StoryDecision {
  std::chrono::seconds at{};
  std::string by;  // member id
  DecisionKind kind = DecisionKind::kAssign;
  std::string post;
  std::string to;                            // of an assignment: member id
  std::string tag;                           // put on or taken off: its name
  std::string detail;                        // resolution, or words beside a skip
  std::optional<SkipReason> reason;          // of a skip
  std::optional<std::chrono::hours> snooze;  // of a snooze: until this long after seeding
};

struct StoryTag {
  std::string name;
  TagColor color = TagColor::kGray;
};

// What the brand listens for.
struct StoryMonitor {
  std::string by;  // of the team
  std::string name;
  std::string query;
  TagColor color = TagColor::kTeal;
};

// A saved view of one of the team.
struct StoryView {
  std::string by;
  std::string name;
  bool shared = false;
  std::optional<ConversationState> state;  // none: all
  ViewOwner owner = ViewOwner::kAnyone;    // anyone, nobody or whoever looks
  std::string tag;                         // name; empty: any
  std::string account;                     // handle of ours; empty: any
  std::string words;                       // that occur; empty: any
};

// "@Name" in its text names a teammate.
struct StoryNote {
  std::chrono::seconds at{};
  std::string by;
  std::string post;  // root of the thread
  std::string text;
};

struct StoryDraft {
  std::chrono::seconds at{};
  std::string by;
  std::string post;  // what it answers
  std::string text;
};

struct Story {
  StoryPerson brand;
  std::vector<StoryPerson> accounts;  // further ones of the brand
  std::vector<StoryPerson> people;
  std::vector<StoryPost> posts;  // those at the moment of seeding, oldest first
  std::vector<StoryPost> live;   // those that arrive later, in their order
  std::vector<StoryAttention> likes;
  std::vector<StoryAttention> reposts;
  std::vector<StoryAttention> follows;
  std::vector<StoryEdit> edits;
  std::vector<StoryDeletion> deletions;
  std::vector<StoryFollowup> followups;

  std::vector<StoryLink> pages;  // what pages say of themselves, where a link leads to one

  std::vector<StoryMember> members;
  std::vector<StoryTag> tags;
  std::vector<StoryView> views;
  std::vector<StoryMonitor> monitors;
  std::vector<StoryDecision> decisions;  // oldest first
  std::vector<StoryNote> notes;
  std::vector<StoryDraft> drafts;

  const StoryPost* find_post(std::string_view id) const;
  // One of the brand's accounts.
  bool ours(std::string_view handle) const;
  // The id of the thread's first post; `id` must be a post's.
  std::string root_of(std::string_view id) const;
};

// A file of the story: any of its lists, or a part of them.
struct StoryChapter {
  std::string name;  // as errors call it
  std::string json;
};

// The chapters told as one, each list in their order. Fails with invalid and says where if one of
// them is no chapter, or names someone or something that is in none.
Result<Story> parse_story(const std::vector<StoryChapter>& chapters);

// The native ids under which the sandbox network shows what is in the story.
std::string sandbox_account_id(std::string_view handle);
std::string sandbox_post_id(std::string_view story_post_id);

}  // namespace rapport
