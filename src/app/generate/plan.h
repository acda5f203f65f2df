// The plan of one invented workspace: who says what where and when, and what the team decides,
// before a word of it is written. The states are not invented: they are derived from the posts and
// the decisions as for any other thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/generate/dice.h"
#include "app/generate/phrases.h"
#include "base/clock.h"
#include "model/account.h"
#include "model/channel.h"
#include "model/conversation.h"
#include "model/member.h"
#include "model/post.h"

namespace rapport::generate {

struct WorkspaceSize {
  std::int64_t posts = 0;
  std::int64_t conversations = 0;
  std::int64_t people = 0;
  Microseconds span{};  // how far back it goes
  double open = 0.15;   // share of the conversations in which somebody waits
};

struct PlannedPost {
  static constexpr std::uint32_t kNone = ~0U;

  std::uint32_t conversation = 0;
  std::uint32_t author = 0;      // a person of the plan; kNone: us
  std::uint32_t parent = kNone;  // a post of the plan
  std::uint32_t answers = 0;     // posts that answer it
  std::uint32_t serial = 0;      // in the order of hearing, of the whole installation
  Time created_at;
  Time heard_at;
  bool mentions_us = false;
  bool deleted = false;
  bool from_rapport = false;
  Address address = Address::kContext;
};

struct PlannedConversation {
  std::uint32_t first = 0;  // its posts stand together, oldest first
  std::uint32_t count = 0;
  std::uint32_t channel = 0;
  const Language* language = nullptr;
  std::vector<Decision> decisions;  // without the conversation's id
  std::optional<MemberId> owner;
  Conversation derived;              // as it is stored, but for what was read
  std::vector<PostId> waiting = {};  // oldest first
};

class Plan {
 public:
  // The same number, seed, size and end give the same plan.
  Plan(std::uint64_t number, std::uint64_t seed, const WorkspaceSize& size, Time until);

  Workspace workspace;
  std::vector<Member> members;  // the owner first
  std::vector<Channel> channels;
  std::vector<PlannedPost> posts;
  std::vector<PlannedConversation> conversations;

  // The account of a person; its id is that of its person, too.
  AccountId account_id(std::uint32_t person) const;
  std::string person_native_id(std::uint32_t person) const;
  std::string person_name(std::uint32_t person) const;
  std::string person_handle(std::uint32_t person) const;
  std::uint32_t some_person(Dice& dice) const {
    return static_cast<std::uint32_t>(ranks_.pick(dice));
  }

  const Channel& channel_of(const PlannedPost& post) const {
    return channels[conversations[post.conversation].channel];
  }
  PostId post_id(const PlannedPost& post) const;
  AccountId author_id(const PlannedPost& post) const;
  std::string author_native_id(const PlannedPost& post) const;
  std::string native_id(const PlannedPost& post) const;

  // Works out every state. Call it once every post has its serial.
  void derive(Time now);

 private:
  enum class Fate { kOld, kOpen, kSnoozed, kWaiting, kResolved, kSkipped };

  void make_team();
  void make_channels();
  std::vector<std::uint32_t> sizes();
  void make_conversation(std::uint32_t count);
  Fate fate_of(std::uint32_t count, Time last, const Channel& channel);
  std::vector<Time> times_of(std::uint32_t count);
  void make_posts(PlannedConversation& conversation, const std::vector<Time>& times, Fate fate);
  void decide(PlannedConversation& conversation, Fate fate);
  void derive(PlannedConversation& conversation, std::uint32_t number, Time now);

  std::uint64_t number_;
  std::uint64_t seed_;
  WorkspaceSize size_;
  Time until_;
  Time begin_;
  Dice dice_;
  Ranks ranks_;
};

}  // namespace rapport::generate
