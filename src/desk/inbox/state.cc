#include "desk/inbox/state.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace rapport {
namespace {

constexpr Time kBeforeAll = Time::min();

// A reply is dated when its time for undo ends (desk/outbox/outbox.h): it was written this much
// before.
constexpr std::chrono::seconds kWrittenBefore{5};

bool concerns_us(const OutlinePost& post) {
  return post.address == Address::kDirect || post.address == Address::kBranch;
}

bool is_ours(const OutlinePost& post) { return post.address == Address::kOurs; }

// A post of theirs that could wait, were it not answered or closed.
bool could_wait(const OutlinePost& post) {
  return concerns_us(post) && !post.deleted && !post.before_rapport && !post.silenced;
}

// The team's decisions as far as they shape the state.
struct Decided {
  const Decision* last = nullptr;  // the last snooze, resolve, skip or reopen
  Time closed_until = kBeforeAll;  // what was heard up to here was closed by resolve or skip
};

bool shapes_state(DecisionKind kind) {
  return kind == DecisionKind::kSnooze || kind == DecisionKind::kResolve ||
         kind == DecisionKind::kSkip || kind == DecisionKind::kReopen;
}

Decided read_decisions(const std::vector<Decision>& decisions) {
  std::set<DecisionId> undone;
  for (const auto& each : decisions) {
    if (each.undoes) undone.insert(*each.undoes);
  }
  std::vector<const Decision*> ordered;
  for (const auto& each : decisions) {
    if (shapes_state(each.kind) && !undone.contains(each.id)) ordered.push_back(&each);
  }
  std::sort(ordered.begin(), ordered.end(), [](const Decision* a, const Decision* b) {
    return std::tie(a->at, a->id) < std::tie(b->at, b->id);
  });

  Decided decided;
  for (const Decision* each : ordered) {
    decided.last = each;
    if (each->kind == DecisionKind::kResolve || each->kind == DecisionKind::kSkip) {
      decided.closed_until = each->at;
    } else if (each->kind == DecisionKind::kReopen) {
      decided.closed_until = kBeforeAll;
    }
  }
  return decided;
}

// Which posts were answered by one of ours.
class Answers {
 public:
  explicit Answers(const std::vector<OutlinePost>& posts) {
    for (const auto& post : posts) by_native_id_.emplace(post.native_id, &post);
    for (const auto& post : posts) place_in_time(post);
    for (const auto& post : posts) {
      if (is_ours(post) && !post.deleted) take_in(post);
      // Who goes on from a post of ours took it as said to them, whomever it was said to.
      const OutlinePost* above = is_ours(post) ? nullptr : parent_of(post);
      if (above != nullptr && is_ours(*above) && !above->deleted) {
        spoke_to(post.author_native_id, *above);
      }
    }
  }

  bool has(const OutlinePost& post) const {
    if (below_.contains(post.id)) return true;
    const auto to_author = to_author_.find(post.author_native_id);
    if (to_author == to_author_.end()) return false;
    return std::any_of(to_author->second.begin(), to_author->second.end(),
                       [&](const OutlinePost* ours) { return could_mean(*ours, post); });
  }

 private:
  // Whether the writer of `ours` can have had this post of the same person in mind, too.
  bool could_mean(const OutlinePost& ours, const OutlinePost& post) const {
    if (when_.at(post.id) > when_.at(ours.id)) return false;
    // What was heard after it was written, nobody here had seen.
    return !ours.from_rapport || post.heard_at <= ours.created_at - kWrittenBefore;
  }

  void take_in(const OutlinePost& ours) {
    for (const auto& native_id : ours.mentions) spoke_to(native_id, ours);

    const OutlinePost* above = parent_of(ours);
    if (above != nullptr) spoke_to(above->author_native_id, ours);
    // What another of ours stands below was walked up from already; so ends a circle, too, which
    // foreign data may claim.
    while (above != nullptr && below_.insert(above->id).second) above = parent_of(*above);
  }

  void spoke_to(const std::string& author, const OutlinePost& ours) {
    to_author_[author].push_back(&ours);
  }

  // Clocks of other people's devices are wrong, but nobody answers what is not there yet: a post is
  // never earlier than what it answers.
  void place_in_time(const OutlinePost& post) {
    std::vector<const OutlinePost*> way;
    std::set<PostId> walked;
    const OutlinePost* at = &post;
    while (at != nullptr && !when_.contains(at->id) && walked.insert(at->id).second) {
      way.push_back(at);
      at = parent_of(*at);
    }
    for (auto each = way.rbegin(); each != way.rend(); ++each) {
      const OutlinePost* above = parent_of(**each);
      const auto known = above == nullptr ? when_.end() : when_.find(above->id);
      Time when = (*each)->created_at;
      if (known != when_.end()) when = std::max(when, known->second + Microseconds{1});
      when_[(*each)->id] = when;
    }
  }

  const OutlinePost* parent_of(const OutlinePost& post) const {
    const auto found = by_native_id_.find(post.parent_native_id);
    return found == by_native_id_.end() ? nullptr : found->second;
  }

  std::unordered_map<std::string_view, const OutlinePost*> by_native_id_;
  std::unordered_map<PostId, Time> when_;
  std::set<PostId> below_;  // some post of ours stands below these
  std::unordered_map<std::string, std::vector<const OutlinePost*>> to_author_;
};

bool earlier(const OutlinePost& a, const OutlinePost& b) {
  return std::tie(a.created_at, a.native_id) < std::tie(b.created_at, b.native_id);
}

// What each of those who spoke to us has read of us here.
class Heard {
 public:
  void take_in(const OutlinePost& post, bool answered) {
    Of& them = by_author_[post.author_native_id];
    them.ever = them.ever || answered;
    if (them.last != nullptr && !earlier(*them.last, post)) return;
    them.last = &post;
    them.last_word = answered;
  }

  std::optional<InPublic> in_public() const {
    std::optional<InPublic> least;
    for (const auto& [author, them] : by_author_) {
      const InPublic stands = !them.ever       ? InPublic::kNo
                              : them.last_word ? InPublic::kAnswered
                                               : InPublic::kTheySpokeLast;
      if (!least || stands < *least) least = stands;
    }
    return least;
  }

 private:
  struct Of {
    const OutlinePost* last = nullptr;
    bool ever = false;
    bool last_word = false;
  };
  std::unordered_map<std::string_view, Of> by_author_;
};

void count(const std::vector<OutlinePost>& posts, DerivedState& out) {
  std::set<PersonId> people;
  Time newest = kBeforeAll;
  out.before_rapport = !posts.empty();
  for (const auto& post : posts) {
    if (!post.before_rapport) out.before_rapport = false;
    newest = std::max(newest, post.created_at);
    if (post.deleted) continue;
    ++out.posts;
    if (!is_ours(post)) people.insert(post.person);
    if (!out.last_post_at || *out.last_post_at < post.created_at)
      out.last_post_at = post.created_at;
    if (is_ours(post) && !post.before_rapport &&
        (!out.first_reply_at || post.created_at < *out.first_reply_at)) {
      out.first_reply_at = post.created_at;
    }
  }
  // Nothing is left: the thread keeps its place in the list.
  if (!posts.empty() && !out.last_post_at) out.last_post_at = newest;
  out.people = static_cast<std::int64_t>(people.size());
  out.whole = posts.size() < static_cast<std::size_t>(kMostOutline);
}

// Whose words the list shows when nobody waits: who spoke to us last, else who spoke last. What was
// deleted counts only when nothing else is left, so that the last to go makes no difference.
const OutlinePost* last_speaker(const std::vector<OutlinePost>& posts) {
  const OutlinePost* best = nullptr;
  const auto rank = [](const OutlinePost& post) {
    const int speaks = post.silenced ? -1 : concerns_us(post) ? 2 : is_ours(post) ? 0 : 1;
    return speaks + (post.deleted ? 0 : 4);
  };
  for (const auto& post : posts) {
    if (best == nullptr || rank(post) > rank(*best) ||
        (rank(post) == rank(*best) && earlier(*best, post))) {
      best = &post;
    }
  }
  return best;
}

bool we_spoke_after(const std::vector<OutlinePost>& posts, Time at) {
  return std::any_of(posts.begin(), posts.end(), [&](const OutlinePost& post) {
    return is_ours(post) && !post.deleted && post.created_at > at;
  });
}

bool they_spoke_after(const std::vector<OutlinePost>& posts, Time heard_after) {
  return std::any_of(posts.begin(), posts.end(), [&](const OutlinePost& post) {
    return could_wait(post) && post.heard_at > heard_after;
  });
}

// Nobody waits: what is it then?
void settle(const std::vector<OutlinePost>& posts, const Decision* last, Time now,
            DerivedState& out) {
  // An answered post of theirs that came after the decision made the decision a thing of the past.
  if (last != nullptr && !they_spoke_after(posts, last->at)) {
    switch (last->kind) {
      case DecisionKind::kResolve:
        out.state = ConversationState::kResolved;
        out.resolution = last->detail;
        out.resolved_reason = last->reason;
        out.resolved_article = last->article;
        return;
      case DecisionKind::kSkip:
        out.state = ConversationState::kSkipped;
        out.skip_reason = last->skip_reason;
        return;
      case DecisionKind::kSnooze: {
        const Time until = last->until.value_or(last->at);
        if (until > now) {
          out.state = ConversationState::kSnoozed;
          out.snoozed_until = until;
          return;
        }
        if (!we_spoke_after(posts, until)) {
          out.state = ConversationState::kOpen;
          out.waiting_since = until;
          return;
        }
        break;
      }
      case DecisionKind::kReopen:
        if (!we_spoke_after(posts, last->at)) {
          out.state = ConversationState::kOpen;
          out.waiting_since = last->at;
          return;
        }
        break;
      case DecisionKind::kAssign:
      case DecisionKind::kTag:
      case DecisionKind::kUntag:
      case DecisionKind::kUndo:
        break;
    }
  }

  // What a monitor found, and what it stands among.
  const bool only_heard =
      !posts.empty() && std::none_of(posts.begin(), posts.end(), [](const OutlinePost& post) {
        return is_ours(post) || concerns_us(post);
      });
  if (only_heard) {
    out.state = ConversationState::kHeard;
  } else if (out.before_rapport || (out.people == 0 && out.posts > 0)) {
    // Old, or only we have spoken: nobody waits, and we wait for nobody.
    out.state = ConversationState::kResolved;
  } else if (out.first_reply_at) {
    out.state = ConversationState::kWaiting;
  } else if (std::any_of(posts.begin(), posts.end(), could_wait)) {
    out.state = ConversationState::kWaiting;  // answered, but the answer is from before Rapport
  } else {
    out.state = ConversationState::kSkipped;
    const bool muted = std::any_of(posts.begin(), posts.end(), [](const OutlinePost& post) {
      return concerns_us(post) && !post.deleted && !post.before_rapport && post.silenced;
    });
    out.skip_reason = out.posts == 0 ? SkipReason::kDeleted
                      : muted        ? SkipReason::kMuted
                                     : SkipReason::kNoAnswerNeeded;
  }
}

}  // namespace

DerivedState derive_state(const std::vector<OutlinePost>& posts,
                          const std::vector<Decision>& decisions, Time now) {
  DerivedState out;
  count(posts, out);
  const Decided decided = read_decisions(decisions);
  const Answers answers(posts);

  std::vector<const OutlinePost*> waiting;
  Heard heard;
  for (const auto& post : posts) {
    if (!could_wait(post)) continue;
    const bool answered = answers.has(post);
    heard.take_in(post, answered);
    if (!answered && post.heard_at > decided.closed_until) waiting.push_back(&post);
  }
  out.in_public = heard.in_public();
  std::sort(waiting.begin(), waiting.end(),
            [](const OutlinePost* a, const OutlinePost* b) { return earlier(*a, *b); });
  for (const auto* post : waiting) out.waiting.push_back(post->id);

  const OutlinePost* lead = waiting.empty() ? last_speaker(posts) : waiting.front();
  if (lead != nullptr) {
    out.lead_post = lead->id;
    out.lead = lead->author;
  }

  if (waiting.empty()) {
    settle(posts, decided.last, now, out);
    return out;
  }

  out.waiting_since = waiting.front()->created_at;
  out.answer_to = waiting.front()->id;
  out.state = ConversationState::kOpen;
  const Decision* last = decided.last;
  if (last != nullptr && last->kind == DecisionKind::kSnooze && last->until && *last->until > now &&
      !they_spoke_after(posts, last->at)) {
    out.state = ConversationState::kSnoozed;
    out.snoozed_until = last->until;
  }
  return out;
}

bool apply_state(const DerivedState& derived, Conversation& conversation) {
  Conversation next = conversation;
  next.state = derived.state;
  next.waiting_since = derived.waiting_since;
  next.answer_to = derived.answer_to;
  next.snoozed_until = derived.snoozed_until;
  next.skip_reason = derived.skip_reason;
  next.resolution = derived.resolution;
  next.resolved_reason = derived.resolved_reason;
  next.resolved_article = derived.resolved_article;
  next.in_public = derived.in_public;
  if (derived.lead_post) next.excerpt_post = *derived.lead_post;
  if (derived.lead) next.lead = *derived.lead;
  if (derived.last_post_at) next.last_post_at = *derived.last_post_at;
  next.first_reply_at = derived.first_reply_at;
  next.posts = derived.posts;
  next.people = derived.people;
  next.before_rapport = derived.before_rapport;
  if (!derived.whole) {
    next.posts = std::max(next.posts, conversation.posts);
    next.people = std::max(next.people, conversation.people);
    if (conversation.first_reply_at &&
        (!next.first_reply_at || *conversation.first_reply_at < *next.first_reply_at)) {
      next.first_reply_at = conversation.first_reply_at;
    }
  }

  const auto shown = [](const Conversation& c) {
    return std::tie(c.state, c.waiting_since, c.answer_to, c.snoozed_until, c.skip_reason,
                    c.resolution, c.excerpt_post, c.lead, c.last_post_at, c.first_reply_at, c.posts,
                    c.people, c.before_rapport, c.resolved_reason, c.resolved_article, c.in_public);
  };
  if (shown(next) == shown(conversation)) return false;
  conversation = next;
  return true;
}

}  // namespace rapport
