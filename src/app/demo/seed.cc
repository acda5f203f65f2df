#include "app/demo/seed.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "app/demo/articles.h"
#include "app/folder_lock.h"
#include "app/house.h"
#include "app/open_database.h"
#include "base/ids.h"
#include "base/log.h"
#include "base/secret_box.h"
#include "desk/channels/channels.h"
#include "desk/channels/connectors.h"
#include "desk/hearing/filing.h"
#include "desk/hearing/listener.h"
#include "desk/inbox/inbox.h"
#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/tagging/tagging.h"
#include "desk/views/saved_views.h"
#include "networks/registry.h"
#include "networks/sandbox/sandbox.h"
#include "networks/sandbox/story.h"
#include "networks/sandbox/story_data.h"
#include "store/store.h"

namespace rapport {
namespace {

// Tells the story to a desk whose clock is turned by hand.
class Telling {
 public:
  Telling(Store& store, SecretBox& secrets, std::shared_ptr<Sandbox> sandbox)
      : sandbox_(std::move(sandbox)),
        story_(sandbox_->story()),
        clock_(sandbox_->seeded_at() - kStoryMonth),
        store_(store),
        connectors_(store, registry_, secrets),
        filing_(store, ids_, clock_),
        inbox_(store, ids_, clock_),
        tagging_(store, ids_, clock_),
        views_(store, ids_, clock_),
        monitors_(store, matching_, ids_, clock_, nullptr),
        channels_(store, registry_, connectors_, secrets, ids_, clock_) {
    registry_.add(make_sandbox_network(sandbox_));
  }

  Result<Done> tell() {
    RAPPORT_TRY(add_team());
    RAPPORT_TRY(connect(story_.brand));
    for (const auto& account : story_.accounts) RAPPORT_TRY(connect(account));
    RAPPORT_TRY(add_tags());
    // Reading every open thread again at each of hundreds of moments would be most of the work, so
    // that is left to the end; a thread somebody does something about is read before they do.
    ListenerSettings settings;
    settings.rereads_a_round = 0;
    auto listeners = make_listeners(settings);
    for (const auto& [at, moment] : moments()) {
      if (at > clock_.now()) clock_.set(at);
      std::set<std::size_t> hear = moment.concerns;
      for (const auto& step : moment.steps) {
        if (!needs_the_thread(step)) continue;
        const std::string root = root_of(step);
        const std::size_t listener = account_of_thread(root);
        listeners[listener]->read_soon(sandbox_post_id(root));
        hear.insert(listener);
      }
      // What was said up to now is heard before anyone decides about it.
      for (const std::size_t each : hear) {
        if (listeners[each]->tick().stop) return fail(unreadable());
      }
      for (const auto& step : moment.steps) RAPPORT_TRY(take(step));
    }
    RAPPORT_TRY(read_open_threads());
    RAPPORT_TRY(add_views());
    RAPPORT_TRY(tell_articles(store_, ids_, clock_, owner_,
                              [this](const std::string& id) { return post(id); }));
    return add_monitors();
  }

 private:
  using Step = std::variant<const StoryDecision*, const StoryNote*, const StoryDraft*>;

  // A moment at which something happens: which accounts of the brand are told of something, and
  // what the team did then.
  struct Moment {
    std::set<std::size_t> concerns;
    std::vector<Step> steps;
  };

  std::map<Time, Moment> moments() const {
    std::map<Time, Moment> out;
    const Time seeded = sandbox_->seeded_at();
    const auto everyone = [&](Time at) {
      for (std::size_t each = 0; each < channels_of_brand_.size(); ++each) {
        out[at].concerns.insert(each);
      }
    };
    everyone(clock_.now());
    for (const StoryPost& post : story_.posts) {
      // A listener hears a post a few seconds after it was said. What people say among themselves
      // it finds in their threads.
      const Time heard = seeded + post.shown + std::chrono::seconds(5);
      if (heard <= clock_.now() || heard >= seeded) continue;
      for (const std::size_t each : concerned(post)) out[heard].concerns.insert(each);
    }
    for (const auto& each : story_.decisions) out[seeded + each.at].steps.push_back(&each);
    for (const auto& each : story_.notes) out[seeded + each.at].steps.push_back(&each);
    for (const auto& each : story_.drafts) out[seeded + each.at].steps.push_back(&each);
    everyone(seeded);
    return out;
  }

  // The accounts of the brand that wrote it or are spoken to in it, in the story's order.
  std::set<std::size_t> concerned(const StoryPost& post) const {
    std::set<std::size_t> out;
    const StoryPost* parent = story_.find_post(post.reply_to);
    const StoryPost* quoted = story_.find_post(post.quotes);
    for (std::size_t each = 0; each < handles_.size(); ++each) {
      const std::string& handle = handles_[each];
      if (post.by == handle || (parent && parent->by == handle) ||
          (quoted && quoted->by == handle) || post.text.find("@" + handle) != std::string::npos) {
        out.insert(each);
      }
    }
    return out;
  }

  // Who of ours the thread began to concern first.
  std::size_t account_of_thread(const std::string& root) const {
    for (const StoryPost& post : story_.posts) {
      if (story_.root_of(post.id) != root) continue;
      const auto accounts = concerned(post);
      if (!accounts.empty()) return *accounts.begin();
    }
    return 0;
  }

  std::vector<std::unique_ptr<Listener>> make_listeners(const ListenerSettings& settings) {
    std::vector<std::unique_ptr<Listener>> out;
    for (const Channel& each : channels_of_brand_) {
      out.push_back(std::make_unique<Listener>(store_, connectors_, filing_, clock_, settings,
                                               each.workspace, each.id));
    }
    return out;
  }

  // What people said among themselves since somebody last looked.
  Result<Done> read_open_threads() {
    ListenerSettings settings;
    settings.rereads_a_round = 200;
    auto listeners = make_listeners(settings);
    for (std::size_t each = 0; each < listeners.size(); ++each) {
      const Channel& channel = channels_of_brand_[each];
      for (std::size_t rounds = story_.posts.size(); rounds > 0; --rounds) {
        auto stale = store_.read([&](Unit& unit) {
          return unit.conversations().stale_threads(channel.workspace, channel.id,
                                                    clock_.now() - settings.reread_after, 1);
        });
        RAPPORT_TRY(stale);
        if (stale->empty()) break;
        if (listeners[each]->tick().stop) return fail(unreadable());
      }
    }
    return Done{};
  }

  static Error unreadable() {
    return Error{ErrorKind::kInternal, "The demo's channel could not be read.", {}, {}, {}};
  }

  // Who closes a thread, or answers in it, has read all of it; a note, a tag or an owner only needs
  // its beginning.
  static bool needs_the_thread(const Step& step) {
    const auto* decision = std::get_if<const StoryDecision*>(&step);
    if (!decision) return std::holds_alternative<const StoryDraft*>(step);
    switch ((*decision)->kind) {
      case DecisionKind::kSnooze:
      case DecisionKind::kResolve:
      case DecisionKind::kSkip:
        return true;
      default:
        return false;
    }
  }

  std::string root_of(const Step& step) const {
    return story_.root_of(std::visit([](const auto* each) { return each->post; }, step));
  }

  Result<Done> add_team() {
    Workspace workspace{ids_.make<WorkspaceId>(), story_.brand.name, clock_.now()};
    return store_.write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_workspace(workspace));
      for (const StoryMember& each : story_.members) {
        // Nobody signs in to the demo with a password: an empty hash fits none.
        Login login{ids_.make<LoginId>(), each.email, "", clock_.now()};
        RAPPORT_TRY(unit.members().add_login(login));
        Member member{workspace.id, ids_.make<MemberId>(), login.id, each.name, each.email,
                      each.role,    clock_.now()};
        RAPPORT_TRY(unit.members().add(member));
        members_[each.id] = member;
        if (each.visitor) owner_ = member;
      }
      return Done{};
    });
  }

  Result<Done> connect(const StoryPerson& us) {
    auto account = registry_.connect(kSandboxNetwork, {us.handle, {}, {}});
    RAPPORT_TRY(account);
    auto channel =
        channels_.connect_signed_in(owner_, std::string(kSandboxNetwork), *account, clock_.now());
    RAPPORT_TRY(channel);
    connectors_.put(channel->channel.id, make_sandbox_rehearsal(sandbox_, clock_, &us));
    channels_of_brand_.push_back(std::move(channel->channel));
    handles_.push_back(us.handle);
    return Done{};
  }

  Result<Done> add_tags() {
    for (const StoryTag& each : story_.tags) {
      auto tag = tagging_.create(owner_, each.name, each.color);
      RAPPORT_TRY(tag);
      tags_[each.name] = tag->tag.id;
    }
    return Done{};
  }

  Result<Done> add_views() {
    for (const StoryView& each : story_.views) {
      SavedView view;
      view.name = each.name;
      view.shared = each.shared;
      view.state = each.state;
      view.owner = each.owner;
      view.text = each.words;
      if (!each.tag.empty()) view.tag = tags_.at(each.tag);
      const auto account = std::ranges::find(handles_, each.account);
      if (account != handles_.end()) {
        view.channel = channels_of_brand_[static_cast<std::size_t>(account - handles_.begin())].id;
      }
      auto made = views_.create(members_.at(each.by), view);
      RAPPORT_TRY(made);
    }
    return Done{};
  }

  // What they find is looked for once the demo runs.
  Result<Done> add_monitors() {
    for (const StoryMonitor& each : story_.monitors) {
      auto made =
          monitors_.create(members_.at(each.by), {each.name, each.query, each.color, false});
      RAPPORT_TRY(made);
    }
    return Done{};
  }

  Result<Post> post(const std::string& story_id) {
    auto found = store_.read([&](Unit& unit) {
      return unit.posts().by_native_id(owner_.workspace, kSandboxNetwork,
                                       sandbox_post_id(story_id));
    });
    RAPPORT_TRY(found);
    if (!*found) return not_found("The story's post " + story_id + " was not heard.");
    return std::move(**found);
  }

  Result<Done> take(const Step& step) {
    return std::visit([this](const auto* each) { return take(*each); }, step);
  }

  Result<Done> take(const StoryDecision& decision) {
    auto about = post(decision.post);
    RAPPORT_TRY(about);
    const Member& by = members_.at(decision.by);
    auto outcome = decide(decision, by, about->conversation);
    RAPPORT_TRY(outcome);
    return Done{};
  }

  Result<Conversation> decide(const StoryDecision& decision, const Member& by,
                              ConversationId conversation) {
    switch (decision.kind) {
      case DecisionKind::kAssign:
        return inbox_.assign(by, conversation, members_.at(decision.to).id, {});
      case DecisionKind::kSnooze:
        return inbox_.snooze(
            by, conversation,
            sandbox_->seeded_at() + decision.snooze.value_or(std::chrono::hours(24)), {});
      case DecisionKind::kResolve:
        return inbox_.resolve(by, conversation, {decision.detail}, {});
      case DecisionKind::kSkip:
        return inbox_.skip(by, conversation, decision.reason.value_or(SkipReason::kOther),
                           decision.detail, {});
      case DecisionKind::kTag:
        return inbox_.tag(by, conversation, tags_.at(decision.tag));
      case DecisionKind::kUntag:
        return inbox_.untag(by, conversation, tags_.at(decision.tag));
      case DecisionKind::kReopen:
      case DecisionKind::kUndo:
        break;
    }
    return inbox_.reopen(by, conversation, {});
  }

  Result<Done> take(const StoryNote& note) {
    auto about = post(note.post);
    RAPPORT_TRY(about);
    auto kept =
        inbox_.add_note(members_.at(note.by), about->conversation, note.text, named_in(note.text));
    RAPPORT_TRY(kept);
    return Done{};
  }

  // "@Name", in the order of the text.
  std::vector<NamedSpan> named_in(const std::string& text) const {
    std::vector<NamedSpan> out;
    for (const auto& [id, member] : members_) {
      const std::string name = "@" + member.name;
      const auto at = text.find(name);
      if (at == std::string::npos) continue;
      out.push_back({member.id, static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(at + name.size())});
    }
    std::ranges::sort(out, {}, &NamedSpan::begin);
    return out;
  }

  Result<Done> take(const StoryDraft& draft) {
    auto about = post(draft.post);
    RAPPORT_TRY(about);
    auto kept =
        inbox_.save_draft(members_.at(draft.by), about->conversation, {about->id, draft.text});
    RAPPORT_TRY(kept);
    return Done{};
  }

  std::shared_ptr<Sandbox> sandbox_;
  const Story& story_;
  HandClock clock_;
  IdMaker ids_{clock_};
  Store& store_;
  Registry registry_;
  Connectors connectors_;
  Filing filing_;
  Inbox inbox_;
  Tagging tagging_;
  SavedViews views_;
  MonitorMatching matching_;
  Monitors monitors_;
  ChannelDesk channels_;
  std::map<std::string, Member> members_;
  Member owner_;
  std::map<std::string, TagId> tags_;
  // One for each account of the brand, in the story's order.
  std::vector<std::string> handles_;
  std::vector<Channel> channels_of_brand_;
};

Result<Done> tell_into(const std::filesystem::path& scratch, SecretBox& secrets,
                       const std::shared_ptr<Sandbox>& sandbox) {
  auto store = open_sqlite(
      {.path = scratch.string(), .vfs = {}, .readers = 1, .durability = Durability::kScratch});
  RAPPORT_TRY(store);
  return Telling(**store, secrets, sandbox).tell();
}

const Clock& system_clock() {
  static const SystemClock clock;
  return clock;
}

}  // namespace

Result<std::shared_ptr<Sandbox>> open_demo(const Config& config) {
  RAPPORT_TRY(make_data_folder(config.data));
  auto lock = FolderLock::take(config.data);
  RAPPORT_TRY(lock);
  auto story = parse_story(demo_story());
  RAPPORT_TRY(story);
  auto sandbox = Sandbox::open(config.data / "sandbox.journal", std::move(*story), system_clock());
  RAPPORT_TRY(sandbox);
  auto told_before = has_contents(config);
  RAPPORT_TRY(told_before);
  if (*told_before) return sandbox;

  log_info("demo", "telling the story for the first time");
  auto secrets = SecretBox::of_data_folder(config.data);
  RAPPORT_TRY(secrets);
  // In a scratch file first, so that a thousand commits need not wait for the disk one by one and
  // the database has the story whole or not at all.
  const std::filesystem::path scratch = config.data / "telling.db";
  remove_database_file(scratch);
  auto told = tell_into(scratch, *secrets, *sandbox);
  if (told) told = fill_database(config, scratch);
  remove_database_file(scratch);
  RAPPORT_TRY(told);
  return sandbox;
}

}  // namespace rapport
