#include "app/generate/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "app/generate/chatter.h"
#include "base/id_number.h"
#include "base/tid.h"
#include "desk/hearing/places.h"
#include "desk/inbox/state.h"

namespace rapport::generate {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kNetwork = "bluesky";
constexpr std::uint32_t kUs = PlannedPost::kNone;

// A workspace's own ids lie in the first moments of what it remembers, apart from one another.
constexpr std::uint64_t kTeamCounter = 1000;
constexpr std::uint64_t kChannelCounter = 2000;

constexpr std::string_view kTeam[] = {"Ana", "Ben", "Chiara", "Deniz", "Elif", "Femke", "Goran"};

// Shares of the channels: one speaks much, one seldom.
constexpr double kMostly = 0.78;
constexpr double kSometimes = 0.96;

std::string did(std::uint64_t number) {
  constexpr std::string_view kSigns = "abcdefghijklmnopqrstuvwxyz234567";
  Dice mixed(number);
  std::string text = "did:plc:";
  for (int part = 0; part < 2; ++part) {
    std::uint64_t bits = mixed.next();
    for (int sign = 0; sign < 12; ++sign, bits >>= 5) text += kSigns[bits & 31];
  }
  return text;
}

double bell(Dice& dice) {
  return std::sqrt(-2.0 * std::log(1.0 - dice.unit())) *
         std::cos(2.0 * std::numbers::pi * dice.unit());
}

Microseconds hours(double count) { return Microseconds{static_cast<std::int64_t>(count * 3.6e9)}; }

}  // namespace

Plan::Plan(std::uint64_t number, std::uint64_t seed, const WorkspaceSize& size, Time until)
    : number_(number),
      seed_(seed),
      size_(size),
      until_(until),
      begin_(until - size.span),
      dice_(seed * 1000 + number),
      ranks_(static_cast<std::size_t>(size.people)) {
  workspace.id = WorkspaceId{id_number_at(begin_, number_)};
  workspace.name = number_ == 1 ? "Generated Goods" : "Generated " + invented_name(number_);
  workspace.created_at = begin_;
  make_team();
  make_channels();
  posts.reserve(static_cast<std::size_t>(size_.posts));
  conversations.reserve(static_cast<std::size_t>(size_.conversations));
  for (const std::uint32_t count : sizes()) make_conversation(count);
}

void Plan::make_team() {
  for (const std::string_view name : kTeam) {
    Member member;
    member.workspace = workspace.id;
    const auto id = id_number_at(begin_, kTeamCounter + number_ * 100 + members.size());
    member.id = MemberId{id};
    member.login = LoginId{id};
    member.name = name;
    member.email = fmt::format("{}@desk{}.generated.example", name, number_);
    std::transform(member.email.begin(), member.email.end(), member.email.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    member.role = members.empty() ? Role::kOwner : Role::kAgent;
    member.created_at = begin_;
    members.push_back(std::move(member));
  }
}

void Plan::make_channels() {
  for (const std::string_view handle : {"goods", "help", "outlet"}) {
    Channel channel;
    channel.workspace = workspace.id;
    const auto id = id_number_at(begin_, kChannelCounter + number_ * 100 + channels.size());
    channel.id = ChannelId{id};
    channel.account = AccountId{id};
    channel.network = kNetwork;
    channel.native_id = did((seed_ << 40) ^ (number_ << 34) ^ (channels.size() + 1) << 30);
    channel.handle = fmt::format("{}{}.generated.example", handle, number_);
    // Nobody can sign in as an invented account, so it only has its history.
    channel.state = ChannelState::kDisconnected;
    channel.connected_at = begin_ + size_.span / 20;
    channel.changed_at = channel.connected_at;
    channels.push_back(std::move(channel));
  }
}

// How many posts each conversation has: most have one or two, a few have very many.
std::vector<std::uint32_t> Plan::sizes() {
  const auto count = static_cast<std::size_t>(size_.conversations);
  const double spare = static_cast<double>(size_.posts - size_.conversations);
  std::vector<double> weights(count);
  for (double& weight : weights) weight = std::pow(1.0 - dice_.unit(), -1.0 / 1.3) - 1.0;
  // No thread is more than a fiftieth of all that is said.
  for (int round = 0; round < 3; ++round) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight = std::min(weight, sum / 50.0);
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<std::uint32_t> sizes(count, 1);
  std::int64_t given = size_.conversations;
  for (std::size_t each = 0; each < count; ++each) {
    const auto more = static_cast<std::uint32_t>(spare * weights[each] / sum);
    sizes[each] += more;
    given += more;
  }
  for (; given < size_.posts; ++given) ++sizes[dice_.below(count)];
  return sizes;
}

void Plan::make_conversation(std::uint32_t count) {
  PlannedConversation conversation;
  conversation.first = static_cast<std::uint32_t>(posts.size());
  conversation.count = count;
  const double which = dice_.unit();
  conversation.channel = which < kMostly ? 0 : which < kSometimes ? 1 : 2;
  conversation.language = &some_language(dice_);
  const std::vector<Time> times = times_of(count);
  const Fate fate = fate_of(count, times.back(), channels[conversation.channel]);
  make_posts(conversation, times, fate);
  decide(conversation, fate);
  conversations.push_back(std::move(conversation));
}

// When the posts of a thread are said: close together at first, then more and more seldom.
std::vector<Time> Plan::times_of(std::uint32_t count) {
  std::vector<double> parts(count, 0.0);
  for (std::size_t each = 1; each < count; ++each) parts[each] = std::pow(dice_.unit(), 2.0);
  std::sort(parts.begin(), parts.end());
  const double wanted =
      count == 1 ? 0.0 : 6.0 * std::exp(bell(dice_)) * (1.0 + std::log(static_cast<double>(count)));
  const Microseconds longest = std::min<Microseconds>(hours(wanted), size_.span / 2);
  // At least two seconds apart, however much is said.
  const Microseconds least = std::min<Microseconds>(2s, size_.span / (4 * count));
  const Microseconds length = longest + least * count;

  const Microseconds room = size_.span - length - size_.span / 50;
  Time start = begin_;
  for (int tries = 0; tries < 5; ++tries) {
    // More is said from month to month, and less at night.
    const double at = 1.0 - std::pow(1.0 - dice_.unit(), 1.3);
    start =
        begin_ + Microseconds{static_cast<std::int64_t>(at * static_cast<double>(room.count()))};
    const auto hour = (start.time_since_epoch() % 24h) / 1h;
    if (hour >= 6 || dice_.happens(0.25)) break;
  }
  std::vector<Time> times;
  times.reserve(count);
  for (std::size_t each = 0; each < count; ++each) {
    const double after = parts[each] * static_cast<double>(longest.count());
    times.push_back(start + Microseconds{static_cast<std::int64_t>(after)} +
                    least * static_cast<std::int64_t>(each) +
                    Microseconds{static_cast<std::int64_t>(dice_.below(1000))});
  }
  return times;
}

Plan::Fate Plan::fate_of(std::uint32_t count, Time last, const Channel& channel) {
  if (last < channel.connected_at + 1min) return Fate::kOld;
  // Half of those who wait wrote lately; the others were forgotten.
  const double fresh = size_.open / 2;
  const double age =
      static_cast<double>((until_ - last).count()) / static_cast<double>(size_.span.count());
  if (age < fresh || dice_.happens((size_.open - fresh) / (1.0 - fresh))) return Fate::kOpen;
  const double which = dice_.unit();
  if (which < 0.02) return Fate::kSnoozed;
  if (which < 0.20 && count >= 2 && count <= 6) return Fate::kWaiting;
  return which < 0.42 ? Fate::kSkipped : Fate::kResolved;
}

void Plan::make_posts(PlannedConversation& conversation, const std::vector<Time>& times,
                      Fate fate) {
  const std::uint32_t count = conversation.count;
  const std::uint32_t first = conversation.first;
  const Channel& channel = channels[conversation.channel];
  const bool ends_with_us =
      count > 1 && (fate == Fate::kWaiting || (fate == Fate::kResolved && dice_.happens(0.8)));
  for (std::uint32_t at = 0; at < count; ++at) {
    const bool last = at + 1 == count;
    PlannedPost post;
    post.conversation = static_cast<std::uint32_t>(conversations.size());
    post.created_at = times[at];
    if (at > 0) {
      const double which = dice_.unit();
      const bool goes_on = fate == Fate::kWaiting || (last && ends_with_us) || which < 0.45;
      post.parent = first + static_cast<std::uint32_t>(goes_on        ? at - 1
                                                       : which < 0.65 ? 0
                                                                      : dice_.below(at));
      ++posts[post.parent].answers;
    }
    const PlannedPost* const parent = at > 0 ? &posts[post.parent] : nullptr;

    const bool must_be_theirs = (last && fate == Fate::kOpen) || count == 1;
    bool ours = last && ends_with_us;
    if (!ours && !must_be_theirs) {
      const bool told = parent != nullptr && parent->author == kUs;
      ours = at == 0 ? dice_.happens(count > 30 ? 0.4 : 0.1)
                     : !told && dice_.happens(count > 50 ? 0.05 : 0.3);
    }
    if (ours) {
      post.author = kUs;
      post.from_rapport =
          parent != nullptr && post.created_at > channel.connected_at + 1min && dice_.happens(0.8);
    } else {
      // Whom we answered goes on, or someone who spoke here before, or somebody new.
      std::uint32_t who = kUs;
      if (parent != nullptr && parent->author == kUs && parent->parent != kUs &&
          dice_.happens(0.6)) {
        who = posts[parent->parent].author;
      } else if (at > 0 && dice_.happens(0.45)) {
        who = posts[first + dice_.below(at)].author;
      }
      post.author = who == kUs ? some_person(dice_) : who;
      post.mentions_us = must_be_theirs || dice_.happens(at == 0 ? 0.88 : 0.15);
    }
    post.heard_at =
        post.from_rapport
            ? post.created_at
            : std::max(post.created_at, channel.connected_at) +
                  Microseconds{1'000'000 + static_cast<std::int64_t>(dice_.below(20'000'000))};
    post.deleted = !must_be_theirs && !post.from_rapport && dice_.happens(0.006);
    posts.push_back(post);
  }
}

void Plan::decide(PlannedConversation& conversation, Fate fate) {
  if (fate == Fate::kOld) return;
  const Channel& channel = channels[conversation.channel];
  const auto add = [&](DecisionKind kind, Time at) -> Decision& {
    Decision decision;
    decision.workspace = workspace.id;
    decision.kind = kind;
    decision.at = std::min(at, until_ - 1s);
    decision.id = DecisionId{
        id_number_at(decision.at, conversations.size() * 4 + conversation.decisions.size())};
    decision.by = members[dice_.below(1 + dice_.below(members.size()))].id;
    conversation.decisions.push_back(std::move(decision));
    return conversation.decisions.back();
  };
  const auto post = [&](std::uint32_t at) -> const PlannedPost& {
    return posts[conversation.first + at];
  };
  Time heard = begin_;
  for (std::uint32_t at = 0; at < conversation.count; ++at) {
    heard = std::max(heard, post(at).heard_at);
  }

  if (dice_.happens(fate == Fate::kOpen ? 0.45 : 0.6)) {
    Decision& assign = add(DecisionKind::kAssign, post(0).heard_at + hours(dice_.unit()));
    conversation.owner = assign.by;
    const auto owner = std::find_if(members.begin(), members.end(),
                                    [&](const Member& each) { return each.id == assign.by; });
    assign.detail = owner->name;
  }
  if (conversation.count > 3 && dice_.happens(0.2)) {
    const std::uint32_t half = conversation.count / 2;
    if (post(half).created_at > channel.connected_at) {
      add(DecisionKind::kResolve, post(half).created_at);
    }
  }
  const Time at = heard + hours(0.1 + 2.0 * std::exp(bell(dice_)));
  if (fate == Fate::kResolved) {
    add(DecisionKind::kResolve, at).detail = dice_.happens(0.3) ? "Sent a new one" : "";
  } else if (fate == Fate::kSkipped) {
    constexpr SkipReason kReasons[] = {SkipReason::kNoAnswerNeeded, SkipReason::kNotForUs,
                                       SkipReason::kSpam, SkipReason::kAnsweredElsewhere};
    add(DecisionKind::kSkip, at).skip_reason = dice_.one_of(std::span<const SkipReason>(kReasons));
  } else if (fate == Fate::kSnoozed) {
    add(DecisionKind::kSnooze, at).until = until_ + hours(1.0 + 400.0 * dice_.unit());
  }
}

AccountId Plan::account_id(std::uint32_t person) const {
  return AccountId{id_number_at(begin_, 10'000 + person) +
                   (static_cast<std::int64_t>(number_) << 42)};
}

std::string Plan::person_native_id(std::uint32_t person) const {
  return did((seed_ << 40) ^ (number_ << 34) ^ (static_cast<std::uint64_t>(person) << 1) ^ 1U);
}

std::string Plan::person_name(std::uint32_t person) const {
  return invented_name(person * 7ULL + number_) + " " + invented_name(person / 5ULL);
}

std::string Plan::person_handle(std::uint32_t person) const {
  std::string handle = invented_name(person * 7ULL + number_);
  handle.front() = static_cast<char>(handle.front() + 32);
  return fmt::format("{}{}.generated.example", handle, person);
}

PostId Plan::post_id(const PlannedPost& post) const {
  return PostId{id_number_at(post.heard_at, post.serial)};
}

AccountId Plan::author_id(const PlannedPost& post) const {
  return post.author == kUs ? channel_of(post).account : account_id(post.author);
}

std::string Plan::author_native_id(const PlannedPost& post) const {
  return post.author == kUs ? channel_of(post).native_id : person_native_id(post.author);
}

std::string Plan::native_id(const PlannedPost& post) const {
  const auto number = static_cast<std::uint16_t>((&post - posts.data()) & 1023);
  return "at://" + author_native_id(post) + "/app.bsky.feed.post/" +
         make_tid(post.created_at, number);
}

void Plan::derive(Time now) {
  std::uint32_t number = 0;
  for (PlannedConversation& each : conversations) derive(each, number++, now);
}

void Plan::derive(PlannedConversation& conversation, std::uint32_t number, Time now) {
  const Channel& channel = channels[conversation.channel];
  std::vector<OutlinePost> outline;
  outline.reserve(conversation.count);
  Time heard = until_;
  Time changed = begin_;
  for (std::uint32_t at = 0; at < conversation.count; ++at) {
    const PlannedPost& post = posts[conversation.first + at];
    OutlinePost& out = outline.emplace_back();
    out.id = post_id(post);
    out.author = author_id(post);
    out.person = PersonId{out.author.value};
    out.author_native_id = author_native_id(post);
    out.native_id = native_id(post);
    if (post.parent != kUs)
      out.parent_native_id = outline[post.parent - conversation.first].native_id;
    out.address = post.author == kUs ? Address::kOurs
                  : post.mentions_us ? Address::kDirect
                                     : Address::kContext;
    out.created_at = post.created_at;
    out.heard_at = post.heard_at;
    out.deleted = post.deleted;
    out.before_rapport = post.created_at < channel.connected_at;
    out.joined = post.parent != kUs;
    out.from_rapport = post.from_rapport;
    heard = std::min(heard, post.heard_at);
    changed = std::max(changed, post.heard_at);
  }
  const std::vector<Place> places = work_out_places(outline);
  for (std::uint32_t at = 0; at < conversation.count; ++at) {
    outline[at].address = posts[conversation.first + at].address = places[at].address;
  }

  Conversation& out = conversation.derived;
  out.workspace = workspace.id;
  out.id = ConversationId{id_number_at(heard, number)};
  out.channel = channel.id;
  out.network = channel.network;
  out.root_native_id = outline.front().native_id;
  out.owner = conversation.owner;
  out.lead = outline.front().author;
  out.excerpt_post = outline.front().id;
  out.first_heard_at = heard;
  out.last_post_at = outline.front().created_at;
  DerivedState derived = derive_state(outline, conversation.decisions, now);
  apply_state(derived, out);
  conversation.waiting = std::move(derived.waiting);
  for (Decision& each : conversation.decisions) {
    each.conversation = out.id;
    changed = std::max(changed, each.at);
  }
  out.version = static_cast<std::int64_t>(conversation.count + conversation.decisions.size());
  out.changed_at = changed;
}

}  // namespace rapport::generate
