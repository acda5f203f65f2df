#include "app/generate/generate.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/generate/chatter.h"
#include "app/generate/plan.h"
#include "base/tid.h"
#include "desk/reading/keep.h"
#include "desk/reading/taught.h"
#include "desk/team/team.h"
#include "store/store.h"
#include "text/topics/topics.h"

namespace rapport {
namespace generate {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPostsATime = 5000;
constexpr std::size_t kPostsToLearnFrom = 5000;
constexpr std::uint32_t kUs = PlannedPost::kNone;
constexpr Microseconds kMonth = std::chrono::hours{24 * 365 / 12};

// Writes one plan, post by post in the order in which they are heard.
class Teller {
 public:
  Teller(const Plan& plan, const GenerateOptions& options, Generated& made)
      : plan_(plan),
        seed_(options.seed),
        until_(options.until),
        reader_(options.reader),
        made_(made),
        left_(plan.conversations.size()) {
    for (std::size_t at = 0; at < left_.size(); ++at) left_[at] = plan.conversations[at].count;
  }

  Result<Done> begin(Unit& unit, const std::string& password_hash, const Login* owner) {
    RAPPORT_TRY(unit.members().add_workspace(plan_.workspace));
    for (Member member : plan_.members) {
      if (owner != nullptr && member.role == Role::kOwner) {
        member.login = owner->id;
        member.email = owner->email;
      } else {
        RAPPORT_TRY(unit.members().add_login(
            {member.login, member.email, password_hash, member.created_at}));
      }
      RAPPORT_TRY(unit.members().add(member));
      made_.rows += 2;
    }
    for (const Channel& channel : plan_.channels) {
      RAPPORT_TRY(unit.channels().add(channel));
      Account ours;
      ours.workspace = channel.workspace;
      ours.id = channel.account;
      ours.person = PersonId{channel.account.value};
      ours.network = channel.network;
      ours.native_id = channel.native_id;
      ours.handle = channel.handle;
      ours.name = plan_.workspace.name;
      ours.ours = true;
      ours.changed_at = channel.connected_at;
      RAPPORT_TRY(add_account(unit, ours));
      ++made_.rows;
    }
    return Done{};
  }

  // What the workspace's posts are about, learned before the first of them is read: a server that
  // opens this has nothing left to do.
  Result<Done> learn(Unit& unit) {
    if (reader_ == nullptr) return Done{};
    const WorkspaceId workspace = plan_.workspace.id;
    std::vector<std::string> texts;
    const std::size_t step = plan_.posts.size() / kPostsToLearnFrom + 1;
    for (std::size_t number = 0; number < plan_.posts.size(); number += step) {
      const PlannedPost& planned = plan_.posts[number];
      if (planned.author == kUs || planned.deleted) continue;
      Dice dice = dice_of(planned);
      texts.push_back(write(planned, plan_.conversations[planned.conversation], dice).text);
    }
    const std::vector<std::string_view> posts(texts.begin(), texts.end());
    std::vector<Topic> topics = learn_topics(posts);
    for (std::size_t at = 0; at < topics.size(); ++at) {
      topics[at].id = static_cast<std::int64_t>(at) + 1;
    }
    RAPPORT_TRY(unit.topics().replace(workspace, topics));
    RAPPORT_TRY(unit.topics().save(
        {workspace, until_, static_cast<std::int64_t>(plan_.conversations.size())}));
    made_.rows += 1 + static_cast<std::int64_t>(topics.size());
    return give_taught(unit, *reader_, workspace);
  }

  Result<Done> tell(Unit& unit, std::uint32_t number) {
    const PlannedPost& planned = plan_.posts[number];
    const PlannedConversation& conversation = plan_.conversations[planned.conversation];
    Dice dice = dice_of(planned);
    std::uint32_t& left = left_[planned.conversation];
    if (left == conversation.count) {
      RAPPORT_TRY(unit.conversations().add(conversation.derived));
      ++made_.conversations;
      ++made_.rows;
    }
    if (planned.author != kUs) RAPPORT_TRY(meet(unit, planned.author, planned.heard_at));
    const Post post = write(planned, conversation, dice);
    RAPPORT_TRY(unit.posts().add(post));
    ++made_.posts;
    ++made_.rows;
    if (planned.author != kUs) RAPPORT_TRY(read(unit, planned.conversation, post));
    RAPPORT_TRY(add_interactions(unit, planned, post, dice));
    if (planned.from_rapport) RAPPORT_TRY(add_act(unit, planned, post, dice));
    if (--left == 0) {
      RAPPORT_TRY(end(unit, conversation, dice));
      return sum_up(unit, planned.conversation);
    }
    return Done{};
  }

  // Nothing is left for the background.
  Result<Done> finish(Unit& unit) {
    if (reader_ == nullptr) return Done{};
    const WorkspaceId workspace = plan_.workspace.id;
    return unit.readings().save_walk({workspace, reader_->stamp(workspace), PostId{}});
  }

 private:
  Dice dice_of(const PlannedPost& planned) const { return Dice(seed_ * 31 + planned.serial); }

  Result<Done> read(Unit& unit, std::uint32_t conversation, const Post& post) {
    if (reader_ == nullptr || post.text.empty()) return Done{};
    auto gist = read_and_keep(unit, *reader_, post.workspace,
                              {post.id, post.conversation, post.text, post.langs, post.created_at});
    RAPPORT_TRY(gist);
    made_.rows += 1 + static_cast<std::int64_t>(gist->reasons.size() + gist->topics.size());
    const PlannedConversation& of = plan_.conversations[conversation];
    const bool counts = of.waiting.empty()
                            ? post.id == of.derived.excerpt_post
                            : std::ranges::find(of.waiting, post.id) != of.waiting.end();
    if (counts) gists_[conversation].push_back(std::move(*gist));
    return Done{};
  }

  // What was read of a conversation, once all of it is there.
  Result<Done> sum_up(Unit& unit, std::uint32_t number) {
    const auto gists = gists_.extract(number);
    if (gists.empty()) return Done{};
    Conversation conversation = plan_.conversations[number].derived;
    conversation.reading = gist_of_all(gists.mapped());
    return unit.conversations().save_reading(conversation);
  }

  Result<Done> add_account(Unit& unit, const Account& account) {
    RAPPORT_TRY(unit.people().add_person(
        {account.workspace, account.person, account.name, account.changed_at}));
    RAPPORT_TRY(unit.people().add_account(account));
    ++made_.accounts;
    made_.rows += 3;
    return Done{};
  }

  // Someone who is heard for the first time gets an account; every fifth follows us.
  Result<Done> meet(Unit& unit, std::uint32_t person, Time at) {
    if (person >= met_.size()) met_.resize(person + 1024, false);
    if (met_[person]) return Done{};
    met_[person] = true;
    Dice dice(seed_ ^ (person + 77ULL) * 1'000'003);
    const Channel& channel = plan_.channels.front();
    Account account;
    account.workspace = plan_.workspace.id;
    account.id = plan_.account_id(person);
    account.person = PersonId{account.id.value};
    account.network = channel.network;
    account.native_id = plan_.person_native_id(person);
    account.handle = plan_.person_handle(person);
    account.name = plan_.person_name(person);
    account.bio = say(dice, some_language(dice), Said::kFollowUp, account.name);
    account.url = "https://bsky.app/profile/" + account.handle;
    account.followers = dice.skewed(0.7, 2'000'000);
    account.follows = dice.skewed(0.8, 20'000);
    account.posts = dice.skewed(0.6, 500'000);
    account.joined_at = at - std::chrono::hours{24 * (1 + static_cast<int>(dice.below(900)))};
    account.follows_us = dice.happens(0.2);
    account.changed_at = at;
    account.profile_read_at = at;
    RAPPORT_TRY(add_account(unit, account));
    if (*account.follows_us) {
      RAPPORT_TRY(
          interact(unit, InteractionKind::kFollow,
                   "at://" + account.native_id + "/app.bsky.graph.follow/" + make_tid(at, 1),
                   account.id, channel.account, at, {}));
    }
    return Done{};
  }

  Post write(const PlannedPost& planned, const PlannedConversation& conversation,
             Dice& dice) const {
    const Channel& channel = plan_.channel_of(planned);
    const bool ours = planned.author == kUs;
    Post post;
    post.workspace = plan_.workspace.id;
    post.id = plan_.post_id(planned);
    post.network = channel.network;
    post.native_id = plan_.native_id(planned);
    post.revision = fmt::format("bafyrei{:052x}", dice.next());
    post.url = "https://bsky.app/profile/" +
               (ours ? channel.handle : plan_.person_handle(planned.author)) + "/post/" +
               post.native_id.substr(post.native_id.rfind('/') + 1);
    post.author = plan_.author_id(planned);
    post.conversation = conversation.derived.id;
    const PlannedPost* parent = nullptr;
    if (planned.parent != kUs) {
      parent = &plan_.posts[planned.parent];
      post.parent = plan_.post_id(*parent);
      post.parent_native_id = plan_.native_id(*parent);
      post.kind = PostKind::kReply;
    }
    post.root_native_id = conversation.derived.root_native_id;
    post.address = planned.address;
    post.created_at = planned.created_at;
    post.heard_at = planned.heard_at;
    post.before_rapport = planned.created_at < channel.connected_at;
    post.seen_via = planned.from_rapport ? "outbox" : ours ? "own_posts" : "notifications";
    post.langs = {std::string(conversation.language->code)};
    post.likes = dice.skewed(0.9, 50'000) - 1;
    post.reposts = post.likes / 7;
    post.replies = planned.answers;
    if (planned.deleted) {
      post.deleted_at = planned.heard_at + 1h;
      return post;
    }
    if (planned.mentions_us && !ours) {
      post.text = "@" + channel.handle + " ";
      post.entities.push_back({EntityKind::kMention, 0,
                               static_cast<std::uint32_t>(post.text.size() - 1),
                               channel.native_id});
    }
    const Said what = ours && parent != nullptr ? Said::kAnswer
                      : parent == nullptr       ? Said::kOpener
                                                : Said::kFollowUp;
    const std::string name = parent == nullptr || parent->author == kUs
                                 ? plan_.workspace.name
                                 : plan_.person_name(parent->author);
    post.text += say(dice, *conversation.language, what, name);
    if (dice.happens(0.03)) post.edited_at = post.heard_at + 10min;
    if (dice.happens(0.06)) {
      post.media.push_back({MediaKind::kLink,
                            "https://goods.generated.example/" + std::to_string(dice.below(400)),
                            "", "", "A page about it", "What it is and how it is made"});
    }
    return post;
  }

  Result<Done> add_interactions(Unit& unit, const PlannedPost& planned, const Post& post,
                                Dice& dice) {
    const Channel& channel = plan_.channel_of(planned);
    if (planned.parent != kUs) {
      const AccountId object = plan_.author_id(plan_.posts[planned.parent]);
      if (object != post.author) {
        RAPPORT_TRY(interact(unit, InteractionKind::kReply, post.native_id, post.author, object,
                             post.created_at, post.id));
      }
    }
    if (planned.mentions_us && planned.author != kUs) {
      RAPPORT_TRY(interact(unit, InteractionKind::kMention, post.native_id, post.author,
                           channel.account, post.created_at, post.id));
    }
    if (planned.author != kUs) return Done{};
    // What we say is liked by a few, seldom by many.
    const std::int64_t likes = dice.skewed(1.2, 200) - 1;
    for (std::int64_t like = 0; like < likes; ++like) {
      const std::uint32_t who = plan_.some_person(dice);
      const Time at =
          planned.heard_at + Microseconds{static_cast<std::int64_t>(dice.below(3'600'000'000))};
      RAPPORT_TRY(meet(unit, who, planned.heard_at));
      const std::string native_id = "at://" + plan_.person_native_id(who) + "/app.bsky.feed.like/" +
                                    make_tid(at, static_cast<std::uint16_t>(planned.serial));
      RAPPORT_TRY(interact(unit, InteractionKind::kLike, native_id, plan_.account_id(who),
                           channel.account, at, post.id));
    }
    return Done{};
  }

  Result<Done> interact(Unit& unit, InteractionKind kind, const std::string& native_id,
                        AccountId actor, AccountId object, Time at, std::optional<PostId> post) {
    Interaction interaction;
    interaction.workspace = plan_.workspace.id;
    interaction.network = plan_.channels.front().network;
    interaction.native_id = native_id;
    interaction.actor = actor;
    interaction.object = object;
    interaction.kind = kind;
    interaction.at = at;
    interaction.post = post;
    auto added = unit.people().add_interaction(interaction);
    RAPPORT_TRY(added);
    made_.rows += *added ? 1 : 0;
    return Done{};
  }

  // An answer sent from here has its act, and the one attempt it took.
  Result<Done> add_act(Unit& unit, const PlannedPost& planned, const Post& post, Dice& dice) {
    const Channel& channel = plan_.channel_of(planned);
    Act act;
    act.workspace = post.workspace;
    act.id = ActId{post.id.value};
    act.channel = channel.id;
    act.kind = ActKind::kReply;
    act.state = ActState::kAccepted;
    act.client_key = fmt::format("generated-{}", planned.serial);
    act.conversation = post.conversation;
    act.post = post.parent;
    act.text = post.text;
    act.by = plan_.members[dice.below(plan_.members.size())].id;
    act.created_at = post.created_at - 5s;
    act.not_before = post.created_at;
    act.record_key = post.native_id.substr(post.native_id.rfind('/') + 1);
    act.record_created_at = post.created_at;
    act.attempts = 1;
    act.result_native_id = post.native_id;
    act.result_post = post.id;
    act.changed_at = post.created_at + 1s;
    RAPPORT_TRY(unit.outbox().add(act));
    Delivery delivery;
    delivery.workspace = act.workspace;
    delivery.id = DeliveryId{post.id.value};
    delivery.act = act.id;
    delivery.idempotency_key = act.record_key;
    delivery.started_at = act.not_before;
    delivery.finished_at = act.changed_at;
    delivery.outcome = Outcome::kAccepted;
    delivery.native_id = act.result_native_id;
    RAPPORT_TRY(unit.outbox().add_delivery(delivery));
    made_.rows += 2;
    return Done{};
  }

  // What the team did about a conversation, once all of it is there.
  Result<Done> end(Unit& unit, const PlannedConversation& conversation, Dice& dice) {
    const Conversation& kept = conversation.derived;
    for (const Decision& each : conversation.decisions) {
      RAPPORT_TRY(unit.conversations().add_decision(each));
      ++made_.rows;
    }
    const Member& member = plan_.members[dice.below(plan_.members.size())];
    if (dice.happens(0.03)) {
      RAPPORT_TRY(unit.conversations().add_note(
          {kept.workspace, NoteId{kept.id.value}, kept.id, member.id,
           say(dice, *conversation.language, Said::kFollowUp, member.name),
           kept.first_heard_at + 30min}));
      ++made_.rows;
    }
    if (kept.answer_to && dice.happens(0.02)) {
      Draft draft;
      draft.workspace = kept.workspace;
      draft.conversation = kept.id;
      draft.by = member.id;
      draft.post = *kept.answer_to;
      draft.text = say(dice, *conversation.language, Said::kAnswer, "you");
      draft.updated_at = kept.changed_at;
      RAPPORT_TRY(unit.conversations().save_draft(draft));
      ++made_.rows;
    }
    if (kept.state == ConversationState::kOpen || kept.state == ConversationState::kWaiting) {
      RAPPORT_TRY(unit.conversations().mark_thread_read(kept.workspace, kept.id, kept.changed_at));
    }
    return Done{};
  }

  const Plan& plan_;
  std::uint64_t seed_;
  Time until_;
  PostReader* reader_;
  Generated& made_;
  std::vector<std::uint32_t> left_;  // posts of each conversation that are still to come
  std::vector<bool> met_;            // people who have an account
  std::unordered_map<std::uint32_t, std::vector<ReadingGist>>
      gists_;  // that count, by conversation
};

struct Turn {
  Time at;
  std::uint32_t plan;
  std::uint32_t post;
};

// Whose turn it is to be heard, over all workspaces.
std::vector<Turn> turns_of(const std::vector<std::unique_ptr<Plan>>& plans) {
  std::vector<Turn> turns;
  for (std::uint32_t plan = 0; plan < plans.size(); ++plan) {
    const auto& posts = plans[plan]->posts;
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
      turns.push_back({posts[post].heard_at, plan, post});
    }
  }
  std::stable_sort(turns.begin(), turns.end(),
                   [](const Turn& one, const Turn& other) { return one.at < other.at; });
  return turns;
}

std::int64_t conversations_of(const GenerateOptions& options) {
  return options.conversations > 0 ? options.conversations
                                   : std::max<std::int64_t>(1, options.posts / 5);
}

// What share of all a workspace has, in per cent.
double share_of(const GenerateOptions& options, std::int64_t number) {
  const auto others = static_cast<double>(options.workspaces - 1);
  const double share =
      options.share > 0 ? options.share : 100.0 / static_cast<double>(options.workspaces);
  return number == 1 ? 100.0 - share * others : share;
}

WorkspaceSize size_of(const GenerateOptions& options, std::int64_t number) {
  const double part = share_of(options, number) / 100.0;
  const auto cut = [&](std::int64_t all) {
    return std::max<std::int64_t>(1, std::llround(static_cast<double>(all) * part));
  };
  WorkspaceSize size;
  size.conversations = cut(conversations_of(options));
  size.posts = std::max(size.conversations, cut(options.posts));
  const std::int64_t people =
      options.people > 0 ? options.people
                         : std::clamp<std::int64_t>(conversations_of(options) / 2, 10, 1'000'000);
  size.people = std::max<std::int64_t>(10, cut(people));
  size.span = kMonth * options.months;
  size.open = options.open / 100.0;
  return size;
}

}  // namespace
}  // namespace generate

Result<Done> check(const GenerateOptions& options) {
  constexpr std::int64_t kMostPosts = 50'000'000;
  if (options.posts < 1 || options.posts > kMostPosts) {
    return invalid("There can be 1 to 50,000,000 posts.", "posts");
  }
  if (options.conversations < 0 || options.conversations > options.posts) {
    return invalid("Every conversation has a post, so there are as many posts at least.",
                   "conversations");
  }
  if (options.workspaces < 1 || options.workspaces > 1000) {
    return invalid("There can be 1 to 1,000 workspaces.", "workspaces");
  }
  if (options.share < 0 || options.share * static_cast<double>(options.workspaces - 1) >= 100) {
    return invalid("The shares of the other workspaces leave nothing for the first.", "share");
  }
  if (options.people < 0 || options.people > 1'000'000) {
    return invalid("There can be 10 to 1,000,000 people.", "people");
  }
  if (options.months < 1 || options.months > 60) {
    return invalid("The history can be 1 to 60 months long.", "months");
  }
  if (options.open < 0 || options.open > 100) {
    return invalid("A share is 0 to 100 per cent.", "open");
  }
  return Done{};
}

Result<Generated> generate_into(Store& store, const GenerateOptions& options,
                                const std::string& password,
                                const std::function<void(std::int64_t)>& progress) {
  using namespace generate;
  RAPPORT_TRY(check(options));
  auto hash = hash_password(password);
  RAPPORT_TRY(hash);
  auto there = store.read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(there);
  if (!there->empty()) return conflict("This database is in use already. Name a new one.");

  std::vector<std::unique_ptr<Plan>> plans;
  for (std::int64_t number = 1; number <= options.workspaces; ++number) {
    plans.push_back(std::make_unique<Plan>(static_cast<std::uint64_t>(number), options.seed,
                                           size_of(options, number), options.until));
  }
  const std::vector<Turn> turns = turns_of(plans);
  for (std::uint32_t turn = 0; turn < turns.size(); ++turn) {
    plans[turns[turn].plan]->posts[turns[turn].post].serial = turn;
  }
  Generated made;
  std::vector<Teller> tellers;
  for (const auto& plan : plans) {
    plan->derive(options.until);
    tellers.emplace_back(*plan, options, made);
  }

  const Member& owner = plans.front()->members.front();
  const Login login{owner.login, owner.email, *hash, owner.created_at};
  made.owner_email = owner.email;
  auto begun = store.write([&](Unit& unit) -> Result<Done> {
    for (std::size_t at = 0; at < tellers.size(); ++at) {
      RAPPORT_TRY(tellers[at].begin(unit, *hash, at == 0 ? nullptr : &login));
      RAPPORT_TRY(tellers[at].learn(unit));
    }
    return Done{};
  });
  RAPPORT_TRY(begun);
  for (std::size_t from = 0; from < turns.size(); from += kPostsATime) {
    const std::size_t to = std::min(from + kPostsATime, turns.size());
    auto told = store.write([&](Unit& unit) -> Result<Done> {
      for (std::size_t turn = from; turn < to; ++turn) {
        RAPPORT_TRY(tellers[turns[turn].plan].tell(unit, turns[turn].post));
      }
      return Done{};
    });
    RAPPORT_TRY(told);
    progress(made.posts);
  }
  auto ended = store.write([&](Unit& unit) -> Result<Done> {
    for (Teller& each : tellers) RAPPORT_TRY(each.finish(unit));
    return Done{};
  });
  RAPPORT_TRY(ended);
  return made;
}

}  // namespace rapport
