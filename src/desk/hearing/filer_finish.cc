// At the end: which posts concern us, whose conversation it is, and what state it is in now.

#include "desk/hearing/filer.h"

#include <tuple>

#include "desk/hearing/places.h"
#include "desk/inbox/state.h"

namespace rapport {

// Works out which posts concern us, and joins posts to parents that came after them. True if any
// post changed.
Result<bool> Filer::relink(std::vector<OutlinePost>& outline) {
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  const auto channel_of = [&](AccountId account) -> const Channel* {
    for (const Channel& each : **channels) {
      if (each.account == account) return &each;
    }
    return nullptr;
  };

  // An account that was connected after it was heard is one of ours all the same.
  for (OutlinePost& post : outline) {
    if (post.address == Address::kOurs || channel_of(post.author) == nullptr) continue;
    auto known = find_post(post.native_id);
    RAPPORT_TRY(known);
    if (*known == nullptr) continue;
    Post stored = **known;
    stored.address = post.address = Address::kOurs;
    stored.to = post.to = std::nullopt;
    stored.before_rapport = post.before_rapport =
        post.created_at < channel_of(post.author)->connected_at;
    RAPPORT_TRY(save_post(stored));
    RAPPORT_TRY(read_post(stored));
    RAPPORT_TRY(match_post(stored, nullptr, false));
  }

  const std::vector<Place> places = work_out_places(outline);
  bool changed = false;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    OutlinePost& post = outline[i];
    const auto& [address, parent] = places[i];
    const bool moves = address != post.address;
    const bool joins = parent && !post.joined;
    // Who answers one of our accounts speaks to that one.
    std::optional<AccountId> to = post.to;
    if (address == Address::kDirect && parent && outline[*parent].address == Address::kOurs &&
        channel_of(outline[*parent].author)) {
      to = outline[*parent].author;
    }
    if (!moves && !joins && to == post.to) continue;
    auto known = find_post(post.native_id);
    RAPPORT_TRY(known);
    if (*known == nullptr) continue;
    Post stored = **known;
    if (to && moves && address == Address::kDirect &&
        post.created_at < channel_of(*to)->connected_at) {
      stored.before_rapport = post.before_rapport = true;
    }
    stored.to = post.to = to;
    stored.address = address;
    if (joins) {
      stored.parent = outline[*parent].id;
      RAPPORT_TRY(note(stored, outline[*parent].author, InteractionKind::kReply));
    }
    RAPPORT_TRY(save_post(stored));
    post.address = address;
    post.joined = post.joined || joins;
    changed = true;
  }
  return changed;
}

Result<Done> Filer::store_fresh(Touched& touched) {
  touched.fresh = false;
  counts_changed_ |= touched.conversation.state != ConversationState::kHeard;
  return unit_.conversations().add(touched.conversation);
}

// Where several of our accounts are concerned, the conversation stands under each of them, and
// under the one that is waited for first of all.
Result<Done> Filer::choose_channel(Conversation& conversation,
                                   const std::vector<OutlinePost>& outline) {
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  if ((*channels)->size() < 2) return Done{};

  const OutlinePost* first = nullptr;
  std::optional<ChannelId> of_lead;
  std::optional<ChannelId> of_first;
  std::set<ChannelId> concerned;
  for (const OutlinePost& post : outline) {
    const auto account = post.address == Address::kOurs ? std::optional(post.author) : post.to;
    if (!account) continue;
    for (const Channel& each : **channels) {
      if (each.account != *account) continue;
      concerned.insert(each.id);
      if (each.state == ChannelState::kDisconnected) continue;
      if (post.id == conversation.excerpt_post) of_lead = each.id;
      if (first == nullptr || std::tie(post.created_at, post.native_id) <
                                  std::tie(first->created_at, first->native_id)) {
        first = &post;
        of_first = each.id;
      }
    }
  }
  if (of_lead || of_first) conversation.channel = of_lead ? *of_lead : *of_first;
  concerned.insert(conversation.channel);
  if (concerned.size() < 2) return Done{};
  auto known = unit_.conversations().channels_of(channel_.workspace, conversation.id);
  RAPPORT_TRY(known);
  for (const ChannelId each : *known) concerned.erase(each);
  for (const ChannelId each : concerned) {
    RAPPORT_TRY(unit_.conversations().note_channel(conversation, each));
  }
  return Done{};
}

Result<Done> Filer::settle(Touched& touched) {
  // Looked up, but nothing came of it.
  if (touched.reason.empty() && !touched.structure && !touched.fresh) return Done{};
  std::vector<OutlinePost> outline = std::move(touched.outline);
  std::vector<Decision> decisions;
  if (!touched.fresh || outline.size() != touched.added) {
    auto stored = unit_.posts().outline(channel_.workspace, touched.conversation.id);
    RAPPORT_TRY(stored);
    outline = std::move(*stored);
  }
  if (!touched.fresh) {
    auto stored = unit_.conversations().decisions(channel_.workspace, touched.conversation.id, 200);
    RAPPORT_TRY(stored);
    decisions = std::move(*stored);
  }
  if (touched.structure) RAPPORT_TRY(relink(outline));

  const auto before = touched.conversation.state;
  const bool fresh = touched.fresh;
  const ChannelId heard_by = touched.conversation.channel;
  auto applied = apply_with_reading(unit_, derive_state(outline, decisions, now_),
                                    touched.conversation, read_);
  RAPPORT_TRY(applied);
  bool shown = *applied;
  RAPPORT_TRY(choose_channel(touched.conversation, outline));
  shown |= heard_by != touched.conversation.channel;
  if (!shown && touched.reason.empty()) return Done{};

  touched.conversation.version += 1;
  touched.conversation.changed_at = now_;
  if (touched.fresh) {
    RAPPORT_TRY(store_fresh(touched));
  } else {
    RAPPORT_TRY(unit_.conversations().save(touched.conversation));
    if (before != touched.conversation.state) counts_changed_ = true;
  }

  // Those who listen are told by its monitors.
  if (fresh && touched.conversation.state == ConversationState::kHeard) return Done{};

  Event event;
  event.workspace = channel_.workspace;
  event.kind = EventKind::kConversation;
  event.subject = touched.conversation.id.value;
  event.version = touched.conversation.version;
  event.reason = touched.reason.empty() ? "state" : touched.reason;
  event.at = now_;
  return unit_.announce(std::move(event));
}

Result<Filed> Filer::finish() {
  for (auto& [id, touched] : touched_) RAPPORT_TRY(settle(touched));
  if (counts_changed_) {
    Event event;
    event.workspace = channel_.workspace;
    event.kind = EventKind::kCounts;
    event.at = now_;
    RAPPORT_TRY(unit_.announce(std::move(event)));
  }
  for (const MonitorId each : found_by_) {
    Event event;
    event.workspace = channel_.workspace;
    event.kind = EventKind::kMonitor;
    event.subject = each.value;
    event.at = now_;
    RAPPORT_TRY(unit_.announce(std::move(event)));
  }
  found_by_.clear();
  filed_.threads_to_read.assign(threads_to_read_.begin(), threads_to_read_.end());
  filed_.threads_again.assign(threads_again_.begin(), threads_again_.end());
  filed_.profiles_to_read.assign(profiles_to_read_.begin(), profiles_to_read_.end());
  return std::move(filed_);
}

}  // namespace rapport
