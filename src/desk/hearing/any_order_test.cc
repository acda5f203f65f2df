// Whatever the order in which a thread is heard, the desk ends in the same place (docs/decisions/
// 0002). Stories of people, our own answers, edits, deletions, likes and the team's decisions are
// made up at random; each is told several times to a desk of its own: in another order, in other
// batches, with repeats, parents before or after their children, our own answers seen by the
// listener before or after the outbox has noted them. Then everything that can be looked at is
// compared: conversations, posts, people, the ledger, counters, lists and searches.
//
// RAPPORT_PROPERTY_CASES says how many stories (25), RC_PARAMS="seed=..." tells one again.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/secret_box.h"
#include "desk/channels/connectors.h"
#include "desk/hearing/filing.h"
#include "desk/inbox/inbox.h"
#include "desk/inbox/state.h"
#include "desk/outbox/deliverer.h"
#include "desk/outbox/outbox.h"
#include "desk/testing/fake_network.h"
#include "networks/registry.h"
#include "store/testing/raw_database.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

constexpr Time kStart = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
constexpr std::chrono::minutes kMinute{1};
const std::vector<std::string> kPeople = {"us", "ana", "ben", "cleo", "dora"};

// ---- The story ----------------------------------------------------------------------------------

enum class Verb {
  kSay,     // somebody writes a post; "us" does so in the network's own app
  kEdit,    // its author changes it, sometimes to mention us
  kDelete,  // its author takes it away
  kLike,
  kAnswer,  // we reply from here
  kResolve,
  kSkip,
  kSnooze,
  kReopen,
  kAssign,
  kNote,
  kWait,  // time passes, snoozes end
};

// One thing that happens. `who` and `where` are taken modulo what there is, so that any part of a
// story is a story.
struct Step {
  Verb verb = Verb::kSay;
  int who = 0;
  int where = 0;          // which post it is about; of kSay: 0 begins a thread
  bool mentions = false;  // us, or if we speak, whom we answer not
  bool late = false;      // heard one hearing later than what was said with it
  bool half = false;      // heard with its parent as the root, because no more of it was known

  bool operator==(const Step&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Step& step) {
  static const std::map<Verb, std::string> words = {
      {Verb::kSay, "says"},      {Verb::kEdit, "edit"},        {Verb::kDelete, "delete"},
      {Verb::kLike, "likes"},    {Verb::kAnswer, "we answer"}, {Verb::kResolve, "resolve"},
      {Verb::kSkip, "skip"},     {Verb::kSnooze, "snooze"},    {Verb::kReopen, "reopen"},
      {Verb::kAssign, "assign"}, {Verb::kNote, "note"},        {Verb::kWait, "time passes"}};
  out << "\n  ";
  if (step.verb == Verb::kSay || step.verb == Verb::kLike) {
    out << kPeople[static_cast<std::size_t>(step.who) % kPeople.size()] << ' ';
  }
  out << words.at(step.verb) << " #" << step.where;
  if (step.mentions) out << " with a mention";
  if (step.late) out << ", heard late";
  if (step.half) out << ", its root not known";
  return out;
}

rc::Gen<Step> any_step() {
  const auto rarely = [](std::size_t one_in) {
    return rc::gen::map(rc::gen::inRange<std::size_t>(0, one_in),
                        [=](std::size_t drawn) { return drawn == one_in - 1; });
  };
  return rc::gen::build<Step>(
      rc::gen::set(&Step::verb, rc::gen::weightedElement<Verb>({{12, Verb::kSay},
                                                                {2, Verb::kEdit},
                                                                {2, Verb::kDelete},
                                                                {1, Verb::kLike},
                                                                {2, Verb::kAnswer},
                                                                {1, Verb::kResolve},
                                                                {1, Verb::kSkip},
                                                                {1, Verb::kSnooze},
                                                                {1, Verb::kReopen},
                                                                {1, Verb::kAssign},
                                                                {1, Verb::kNote},
                                                                {1, Verb::kWait}})),
      rc::gen::set(&Step::who, rc::gen::inRange(0, static_cast<int>(kPeople.size()))),
      rc::gen::set(&Step::where, rc::gen::inRange(0, 9)), rc::gen::set(&Step::mentions, rarely(3)),
      rc::gen::set(&Step::late, rarely(5)), rc::gen::set(&Step::half, rarely(6)));
}

// ---- The desk it is told to ---------------------------------------------------------------------

// A store for all tellings: each is a workspace of its own, which can see nothing of the others.
struct Shared {
  Shared() : path(folder.file("rapport.db")) {
    auto opened =
        open_sqlite({.path = path, .vfs = {}, .readers = 1, .durability = Durability::kScratch});
    if (!opened) throw std::runtime_error(opened.error().message + " " + opened.error().cause);
    store = std::move(*opened);
  }
  TempFolder folder;
  std::string path;
  std::unique_ptr<Store> store;
  HandClock id_clock{kStart};
  IdMaker ids{id_clock};
};

template <class T>
T need(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().cause);
  return std::move(*result);
}

class Telling {
 public:
  // `seed` chooses the order; 0 tells it as it happened, post by post.
  Telling(Shared& shared, unsigned seed)
      : store_(*shared.store), ids_(shared.ids), seed_(seed), random_(seed) {
    Workspace workspace{ids_.make<WorkspaceId>(), "Northwind", clock_.now()};
    channel_.workspace = workspace.id;
    channel_.id = ids_.make<ChannelId>();
    channel_.network = "fake";
    channel_.native_id = "us";
    channel_.handle = "us.example";
    channel_.connected_at = clock_.now();
    channel_.changed_at = clock_.now();
    Person person{workspace.id, ids_.make<PersonId>(), "Northwind", clock_.now()};
    Account account;
    account.workspace = workspace.id;
    account.id = ids_.make<AccountId>();
    account.person = person.id;
    account.network = "fake";
    account.native_id = "us";
    account.handle = "us.example";
    account.ours = true;
    account.changed_at = clock_.now();
    channel_.account = account.id;
    for (const std::string name : {"Olga", "Arun"}) {
      Member member;
      member.workspace = workspace.id;
      member.id = ids_.make<MemberId>();
      member.login = ids_.make<LoginId>();
      member.name = name;
      member.email = name + std::to_string(workspace.id.value) + "@brand.example";
      member.role = Role::kOwner;
      member.created_at = clock_.now();
      team_.push_back(member);
    }
    need(store_.write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_workspace(workspace));
      for (const Member& each : team_) {
        RAPPORT_TRY(unit.members().add_login(Login{each.login, each.email, "", clock_.now()}));
        RAPPORT_TRY(unit.members().add(each));
      }
      RAPPORT_TRY(unit.people().add_person(person));
      RAPPORT_TRY(unit.people().add_account(account));
      return unit.channels().add(channel_);
    }));
    connectors_.put(channel_.id, network_);
  }

  void tell(const std::vector<Step>& story) {
    for (const Step& step : story) take(step);
    hear();
    hear();  // and what is late
  }

  // The time of snoozes comes.
  void pass(Microseconds time) {
    clock_.advance(time);
    while (need(inbox_.wake_snoozed()) > 0) {
    }
  }

  // Everything there is to see, with the network's names instead of our ids.
  std::string look(const RawDatabase& raw);

 private:
  struct Said {
    std::string name;  // its native id
    std::string author;
    std::string parent;
    std::string root;  // as it is claimed by who tells us of it
    std::string text;  // as it stands now
    std::string mentioned;
    Time at;
    bool late = false;
    bool deleted = false;
    bool heard = false;
    bool from_here = false;
    NetworkPost last_heard;
  };
  // Something the network has to tell about a post or a like.
  struct Fact {
    enum { kPost, kDeletion, kLike } kind = kPost;
    std::size_t about = 0;
    NetworkPost post;
    NetworkInteraction like;
  };

  std::size_t drawn(std::size_t below) { return below == 0 ? 0 : random_() % below; }
  bool chance(std::size_t one_in) { return seed_ != 0 && drawn(one_in) == 0; }

  std::optional<std::size_t> about(int where) const {
    if (said_.empty()) return std::nullopt;
    return static_cast<std::size_t>(where) % said_.size();
  }

  NetworkPost as_network(const Said& said) const {
    NetworkPost post;
    post.native_id = said.name;
    post.revision = "rev " + said.text;
    post.author.native_id = said.author;
    post.author.handle = said.author + ".example";
    post.parent_native_id = said.parent;
    post.root_native_id = said.root;
    post.kind = said.parent.empty() ? PostKind::kPost : PostKind::kReply;
    post.text = said.text;
    post.created_at = said.at;
    if (!said.mentioned.empty()) {
      post.entities.push_back(Entity{EntityKind::kMention, 0, 3, said.mentioned});
    }
    return post;
  }

  void take(const Step& step);
  void say(const Step& step);
  void answer(std::size_t target);
  void decide(const Step& step);
  void hear();
  void file(std::vector<Fact> batch);
  Fact fact_of(std::size_t index) const {
    return {Fact::kPost, index, as_network(said_[index]), {}};
  }
  std::optional<Post> stored(const std::string& native_id) const {
    return need(store_.read([&](Unit& unit) {
      return unit.posts().by_native_id(channel_.workspace, "fake", native_id);
    }));
  }
  std::string conversation_line(Unit& unit, const Conversation& conversation) const;

  Store& store_;
  IdMaker& ids_;
  const unsigned seed_;
  std::mt19937 random_;
  HandClock clock_{kStart};
  Registry registry_;
  SecretBox secrets_{*SecretBox::of_key_text(std::string(64, 'a'))};
  Connectors connectors_{store_, registry_, secrets_};
  std::shared_ptr<FakeNetwork> network_ = std::make_shared<FakeNetwork>();
  Filing filing_{store_, ids_, clock_};
  Inbox inbox_{store_, ids_, clock_};
  Outbox outbox_{store_, ids_, clock_};
  Channel channel_;
  std::vector<Member> team_;
  std::vector<Said> said_;
  std::vector<Fact> now_;   // to be told at the next hearing, in the order it happened
  std::vector<Fact> late_;  // at the one after
  std::map<std::string, std::string> names_;  // of our answers, whose ids differ between tellings
  int likes_ = 0;
};

void Telling::take(const Step& step) {
  clock_.advance(kMinute);
  const auto post = about(step.where);
  switch (step.verb) {
    case Verb::kSay:
      return say(step);
    case Verb::kEdit:
      if (!post || said_[*post].deleted) return;
      said_[*post].text = "coffee edited" + std::to_string(clock_.now().time_since_epoch().count());
      if (step.mentions && said_[*post].author != "us") said_[*post].mentioned = "us";
      (said_[*post].late ? late_ : now_).push_back(fact_of(*post));
      return;
    case Verb::kDelete:
      if (!post || said_[*post].deleted) return;
      said_[*post].deleted = true;
      (said_[*post].late ? late_ : now_).push_back({Fact::kDeletion, *post, {}, {}});
      return;
    case Verb::kLike: {
      if (!post) return;
      NetworkInteraction like;
      like.native_id = "like" + std::to_string(likes_++);
      like.actor.native_id = kPeople[static_cast<std::size_t>(step.who) % kPeople.size()];
      like.actor.handle = like.actor.native_id + ".example";
      like.object_post_native_id = said_[*post].name;
      like.at = clock_.now();
      now_.push_back({Fact::kLike, 0, {}, like});
      return;
    }
    case Verb::kAnswer:
      if (post) answer(*post);
      return;
    case Verb::kWait:
      hear();
      pass(std::chrono::minutes{10});
      return;
    default:
      return decide(step);
  }
}

void Telling::say(const Step& step) {
  Said said;
  said.name = "p" + std::to_string(said_.size());
  said.author = kPeople[static_cast<std::size_t>(step.who) % kPeople.size()];
  said.root = said.name;
  if (step.where > 0 && !said_.empty()) {
    const Said& parent = said_[static_cast<std::size_t>(step.where - 1) % said_.size()];
    said.parent = parent.name;
    said.root = step.half ? parent.name : parent.root;
    if (step.mentions && said.author == "us") said.mentioned = kPeople[1];
  }
  if (step.mentions && said.author != "us") said.mentioned = "us";
  said.text = "coffee word" + std::to_string(said_.size());
  said.at = clock_.now();
  said.late = step.late;
  said_.push_back(said);
  (said.late ? late_ : now_).push_back(fact_of(said_.size() - 1));
}

// What was heard before an answer was written here is part of the story, so all is heard first.
void Telling::answer(std::size_t target) {
  hear();
  const auto to = stored(said_[target].name);
  if (!to) return;
  ReplyRequest request;
  request.conversation = to->conversation;
  request.post = to->id;
  request.text = "coffee answered" + std::to_string(said_.size());
  request.client_key = "key" + std::to_string(said_.size());
  request.confirm = true;
  const auto made = outbox_.reply(team_[0], request);
  if (!made) return;  // to what is deleted, for one

  clock_.advance(kUndoWindow);
  Said ours;
  ours.author = "us";
  ours.parent = said_[target].name;
  ours.text = request.text;
  ours.at = clock_.now();
  ours.heard = ours.from_here = true;
  DelivererSettings settings;
  // The listener may see it on the network before the outbox has written down that it is there.
  settings.answered = [&](const Act& act) {
    ours.name = "at://us/" + act.record_key;
    ours.root = network_->sent().back().root_native_id;
    ours.at = act.record_created_at.value_or(ours.at);
    names_[ours.name] = "here" + std::to_string(said_.size());
    if (!chance(2)) return;
    Heard heard;
    heard.posts.push_back(as_network(ours));
    need(filing_.file_heard(channel_, "own_posts", heard));
  };
  Deliverer deliverer(store_, connectors_, ids_, clock_, settings);
  while (need(deliverer.deliver_one())) {
  }
  if (!ours.name.empty()) said_.push_back(ours);
}

void Telling::decide(const Step& step) {
  hear();
  clock_.advance(kMinute);
  const auto post = about(step.where);
  const auto at = post ? stored(said_[*post].name) : std::nullopt;
  if (!at) return;
  const Member& by = team_[static_cast<std::size_t>(step.who) % team_.size()];
  switch (step.verb) {
    case Verb::kResolve:
      need(inbox_.resolve(by, at->conversation, {"sorted"}, {}));
      break;
    case Verb::kSkip:
      need(inbox_.skip(by, at->conversation, SkipReason::kSpam, "", {}));
      break;
    case Verb::kSnooze:
      need(inbox_.snooze(by, at->conversation,
                         clock_.now() + (step.mentions ? 5 * kMinute : 500 * kMinute), {}));
      break;
    case Verb::kReopen:
      need(inbox_.reopen(by, at->conversation, {}));
      break;
    case Verb::kAssign:
      need(inbox_.assign(by, at->conversation, step.mentions ? std::nullopt : std::optional(by.id),
                         {}));
      break;
    default:
      need(inbox_.add_note(by, at->conversation, "a note"));
      break;
  }
}

// Tells the desk what there is to tell. What the network says of one post keeps its order: nothing
// else would let anyone know which of two texts is the newer one. All the rest is shuffled,
// repeated and cut into batches.
void Telling::hear() {
  clock_.advance(kMinute);
  std::vector<Fact> facts = std::move(now_);
  now_ = std::move(late_);
  late_.clear();

  if (seed_ == 0) {
    for (Fact& each : facts) file({std::move(each)});
    return;
  }
  std::map<std::size_t, std::vector<Fact>> by_post;
  std::vector<std::vector<Fact>> lines;
  for (std::size_t index = 0; index < said_.size(); ++index) {
    // A thread is read again.
    if (said_[index].heard && !stored(said_[index].name)->deleted_at && chance(3)) {
      Fact again{Fact::kPost, index, said_[index].last_heard, {}};
      if (said_[index].from_here) again.post = as_network(said_[index]);
      by_post[index].push_back(std::move(again));
    }
  }
  for (const Fact& each : facts) {
    if (each.kind == Fact::kLike) {
      lines.push_back({each});
      if (chance(3)) lines.back().push_back(each);
      continue;
    }
    auto& line = by_post[each.about];
    line.push_back(each);
    // Again; of what was deleted a lagging network goes on to tell.
    if (chance(3)) {
      if (each.kind == Fact::kPost)
        line.push_back(each);
      else
        line.push_back({Fact::kPost, each.about, as_network(said_[each.about]), {}});
    }
  }
  for (auto& [index, line] : by_post) lines.push_back(std::move(line));

  std::vector<Fact> batch;
  std::size_t room = 1 + drawn(4);
  while (!lines.empty()) {
    const std::size_t from = drawn(lines.size());
    batch.push_back(lines[from].front());
    lines[from].erase(lines[from].begin());
    if (lines[from].empty()) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(from));
    if (batch.size() < room && !lines.empty()) continue;
    file(std::move(batch));
    batch.clear();
    room = 1 + drawn(4);
  }
}

void Telling::file(std::vector<Fact> batch) {
  Heard heard;
  Thread thread;
  for (Fact& each : batch) {
    if (each.kind == Fact::kLike) {
      heard.interactions.push_back(each.like);
    } else if (each.kind == Fact::kDeletion) {
      heard.deleted.push_back(said_[each.about].name);
    } else {
      said_[each.about].heard = true;
      said_[each.about].last_heard = each.post;
      heard.posts.push_back(each.post);
    }
  }
  if (heard.interactions.empty() && !heard.posts.empty() && chance(2)) {
    thread.posts = heard.posts;
    thread.deleted = heard.deleted;
    need(filing_.file_thread(channel_, heard.posts.front().root_native_id, thread));
    return;
  }
  heard.read_from = clock_.now();
  heard.read_to = clock_.now();
  need(filing_.file_heard(channel_, "notifications", heard));
}

// ---- What is compared ---------------------------------------------------------------------------

std::string when(std::optional<Time> time) {
  if (!time) return "-";
  return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(*time - kStart).count());
}

std::string Telling::conversation_line(Unit& unit, const Conversation& c) const {
  const auto post_name = [&](std::optional<PostId> id) -> std::string {
    if (!id || !*id) return "-";
    const std::string name = need(unit.posts().find(c.workspace, *id)).native_id;
    const auto found = names_.find(name);
    return found == names_.end() ? name : found->second;
  };
  std::ostringstream out;
  out << c.root_native_id << ": " << to_word(c.state) << " waits " << when(c.waiting_since)
      << " answer " << post_name(c.answer_to) << " snoozed " << when(c.snoozed_until) << " \""
      << c.resolution << "\" skip " << (c.skip_reason ? to_word(*c.skip_reason) : "-") << " lead "
      << need(unit.people().account(c.workspace, c.lead)).native_id << " excerpt "
      << post_name(c.excerpt_post) << " last " << when(c.last_post_at) << " first heard "
      << when(c.first_heard_at) << " first reply " << when(c.first_reply_at) << " posts " << c.posts
      << " people " << c.people << (c.before_rapport ? " old" : "") << " owner ";
  for (const Member& each : team_) {
    if (c.owner == each.id) out << each.name;
  }
  const auto decisions = need(unit.conversations().decisions(c.workspace, c.id, 200));
  out << " decisions " << decisions.size() << " notes "
      << need(unit.conversations().notes(c.workspace, c.id)).size() << " acts "
      << need(unit.outbox().replies_since(c.workspace, c.id, Time::min())).size() << "\n";

  std::vector<std::string> lines;
  auto outline = need(unit.posts().outline(c.workspace, c.id));
  for (const OutlinePost& each : outline) {
    const Post post = need(unit.posts().find(c.workspace, each.id));
    std::ostringstream line;
    line << "    " << post_name(post.id) << " by " << each.author_native_id << " under "
         << post_name(post.parent) << ' ' << to_word(post.address) << " \"" << post.text << "\" at "
         << when(post.created_at) << " heard " << when(post.heard_at)
         << (post.edited_at ? " edited" : "") << (post.deleted_at ? " deleted" : "")
         << (each.from_rapport ? " from here" : "") << "\n";
    lines.push_back(line.str());
  }
  std::ranges::sort(lines);
  for (const std::string& line : lines) out << line;

  // The state that is kept is the one that the whole says, read in any order.
  auto shuffled = decisions;
  std::mt19937 random(static_cast<unsigned>(outline.size()));
  std::ranges::shuffle(outline, random);
  std::ranges::shuffle(shuffled, random);
  Conversation derived = c;
  if (apply_state(derive_state(outline, shuffled, clock_.now()), derived)) {
    out << "    but its posts and decisions say " << to_word(derived.state) << " waits "
        << when(derived.waiting_since) << " answer " << post_name(derived.answer_to) << "\n";
  }
  return out.str();
}

std::string Telling::look(const RawDatabase& raw) {
  std::ostringstream out;
  need(store_.read([&](Unit& unit) -> Result<Done> {
    std::vector<std::string> lines;
    std::optional<ListPlace> after;
    do {
      const auto page = need(unit.conversations().list(channel_.workspace, {}, after, 50));
      for (const auto& row : page.rows) lines.push_back(conversation_line(unit, row.conversation));
      after = page.next;
    } while (after);
    std::ranges::sort(lines);
    for (const std::string& line : lines) out << line;

    ConversationFilter filter;
    filter.state = ConversationState::kOpen;
    out << "open, longest waiting first:";
    for (const auto& row :
         need(unit.conversations().list(channel_.workspace, filter, {}, 50)).rows) {
      out << ' ' << row.conversation.root_native_id;
    }
    std::set<std::string> words{"coffee", "edited"};
    for (std::size_t at = 0; at < said_.size(); ++at) {
      words.insert("word" + std::to_string(at));
      words.insert("answered" + std::to_string(at));
    }
    for (const std::string& word : words) {
      ConversationFilter search;
      search.text = word;
      std::set<std::string> found;
      for (const auto& row :
           need(unit.conversations().list(channel_.workspace, search, {}, 50)).rows) {
        found.insert(row.conversation.root_native_id);
      }
      if (found.empty()) continue;
      out << "\n" << word << ':';
      for (const std::string& each : found) out << ' ' << each;
    }
    for (const std::string& name : kPeople) {
      const auto account =
          need(unit.people().account_by_native_id(channel_.workspace, "fake", name));
      if (!account) continue;
      const auto totals = need(unit.people().totals(channel_.workspace, account->person));
      out << "\n"
          << name << ": said " << totals.said << " answered " << totals.answered << " likes "
          << totals.likes_given << " from " << when(totals.first_heard_at) << " to "
          << when(totals.last_heard_at);
    }
    return Done{};
  }));
  const ConversationCounts counts = need(inbox_.counts(team_[0])).conversations;
  out << "\nopen " << counts.open << " waiting " << counts.waiting << " snoozed " << counts.snoozed
      << " resolved " << counts.resolved << " skipped " << counts.skipped << " mine " << counts.mine
      << " nobody's " << counts.unassigned << "\n";
  std::vector<std::string> ledger;
  for (std::string row : raw.ledger(channel_.workspace.value)) {
    const auto name = names_.find(row.substr(0, row.find(' ')));
    if (name != names_.end()) row.replace(0, name->first.size(), name->second);
    ledger.push_back(std::move(row));
  }
  std::ranges::sort(ledger);
  for (const std::string& row : ledger) out << row << "\n";
  out << "counted by hand:";
  for (const std::string& row : raw.count_states(channel_.workspace.value)) out << ' ' << row;
  out << "\n";
  return out.str();
}

// ---- The property -------------------------------------------------------------------------------

int cases() {
  const char* const wanted = std::getenv("RAPPORT_PROPERTY_CASES");
  return wanted == nullptr ? 25 : std::max(1, std::atoi(wanted));
}

// The first line in which two looks differ, with the conversation it belongs to.
std::string difference(const std::string& one, const std::string& other) {
  std::istringstream left(one), right(other);
  std::string here, there, under;
  for (;;) {
    const bool more_here = static_cast<bool>(std::getline(left, here));
    const bool more_there = static_cast<bool>(std::getline(right, there));
    if (!more_here && !more_there) return "none";
    if (!more_here) here = "nothing";
    if (!more_there) there = "nothing";
    if (here != there)
      return under + "\n  as it happened: " + here + "\n  shuffled:       " + there;
    if (!here.starts_with(' ')) under = here;
  }
}

void expect_same_in_any_order(Shared& shared, const std::vector<Step>& story,
                              const std::vector<unsigned>& seeds) {
  const RawDatabase raw(shared.path);
  Telling straight(shared, 0);
  straight.tell(story);
  const std::string soon = straight.look(raw);
  straight.pass(std::chrono::hours{9});
  const std::string later = straight.look(raw);
  RC_ASSERT(soon.find("but its posts and decisions say") == std::string::npos);
  for (const unsigned seed : seeds) {
    Telling shuffled(shared, seed + 1);
    shuffled.tell(story);
    const std::string soon_there = shuffled.look(raw);
    if (soon != soon_there) RC_FAIL("They differ under " + difference(soon, soon_there));
    shuffled.pass(std::chrono::hours{9});
    const std::string later_there = shuffled.look(raw);
    if (later != later_there) RC_FAIL("Later, they differ under " + difference(later, later_there));
  }
}

TEST(AnyOrder, EndsInTheSamePlace) {
  Shared shared;
  auto params = rc::detail::configuration().testParams;
  params.maxSuccess = cases();
  params.maxSize = 40;
  const auto result = rc::detail::checkTestable(
      [&] {
        const auto story = *rc::gen::container<std::vector<Step>>(any_step());
        const auto seeds = *rc::gen::noShrink(rc::gen::container<std::vector<unsigned>>(
            3, rc::gen::inRange<unsigned>(0, 1'000'000'000)));
        expect_same_in_any_order(shared, story, seeds);
      },
      rc::detail::TestMetadata{}, params);
  std::ostringstream said;
  rc::detail::printResultMessage(result, said);
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << said.str();
}

}  // namespace
}  // namespace rapport
