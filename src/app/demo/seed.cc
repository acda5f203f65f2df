#include "app/demo/seed.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>
#include <variant>
#include <vector>

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
        channels_(store, registry_, connectors_, secrets, ids_, clock_) {
    registry_.add(make_sandbox_network(sandbox_));
  }

  Result<Done> tell() {
    RAPPORT_TRY(add_team());
    RAPPORT_TRY(connect());
    // Reading every open thread again at each of a thousand moments would be most of the work, so
    // that is left to the end; a thread somebody does something about is read before they do.
    ListenerSettings settings;
    settings.rereads_a_round = 0;
    Listener listener(store_, connectors_, filing_, clock_, settings, channel_.workspace,
                      channel_.id);
    for (const auto& [at, moment] : moments()) {
      if (at > clock_.now()) clock_.set(at);
      for (const auto& step : moment) listener.read_soon(sandbox_post_id(root_of(step)));
      // What was said up to now is heard before anyone decides about it.
      if (listener.tick().stop) return fail(unreadable());
      for (const auto& step : moment) RAPPORT_TRY(take(step));
    }
    return read_open_threads();
  }

 private:
  using Step = std::variant<const StoryDecision*, const StoryNote*, const StoryDraft*>;

  // Every moment at which something happens, in order, with what the team did then.
  std::map<Time, std::vector<Step>> moments() const {
    std::map<Time, std::vector<Step>> out;
    const Time seeded = sandbox_->seeded_at();
    out[clock_.now()];
    for (const StoryPost& post : story_.posts) {
      // A listener hears a post a few seconds after it was said.
      const Time heard = seeded + post.at + std::chrono::seconds(5);
      if (heard > clock_.now() && heard < seeded) out[heard];
    }
    for (const auto& each : story_.decisions) out[seeded + each.at].push_back(&each);
    for (const auto& each : story_.notes) out[seeded + each.at].push_back(&each);
    for (const auto& each : story_.drafts) out[seeded + each.at].push_back(&each);
    out[seeded];
    return out;
  }

  // What people said among themselves since somebody last looked.
  Result<Done> read_open_threads() {
    Listener listener(store_, connectors_, filing_, clock_, ListenerSettings{}, channel_.workspace,
                      channel_.id);
    for (std::size_t rounds = story_.posts.size(); rounds > 0; --rounds) {
      auto stale = store_.read([&](Unit& unit) {
        return unit.conversations().stale_threads(
            channel_.workspace, channel_.id, clock_.now() - ListenerSettings{}.reread_after, 1);
      });
      RAPPORT_TRY(stale);
      if (stale->empty()) break;
      if (listener.tick().stop) return fail(unreadable());
    }
    return Done{};
  }

  static Error unreadable() {
    return Error{ErrorKind::kInternal, "The demo's channel could not be read.", {}, {}, {}};
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

  Result<Done> connect() {
    auto account = registry_.connect(kSandboxNetwork, {});
    RAPPORT_TRY(account);
    auto channel =
        channels_.connect_signed_in(owner_, std::string(kSandboxNetwork), *account, clock_.now());
    RAPPORT_TRY(channel);
    channel_ = channel->channel;
    connectors_.put(channel_.id, make_sandbox_rehearsal(sandbox_, clock_));
    return Done{};
  }

  Result<Post> post(const std::string& story_id) {
    auto found = store_.read([&](Unit& unit) {
      return unit.posts().by_native_id(channel_.workspace, kSandboxNetwork,
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
        return inbox_.resolve(by, conversation, decision.detail, {});
      case DecisionKind::kSkip:
        return inbox_.skip(by, conversation, decision.reason.value_or(SkipReason::kOther),
                           decision.detail, {});
      case DecisionKind::kReopen:
      case DecisionKind::kTag:
      case DecisionKind::kUntag:
      case DecisionKind::kUndo:
        break;
    }
    return inbox_.reopen(by, conversation, {});
  }

  Result<Done> take(const StoryNote& note) {
    auto about = post(note.post);
    RAPPORT_TRY(about);
    auto kept = inbox_.add_note(members_.at(note.by), about->conversation, note.text);
    RAPPORT_TRY(kept);
    return Done{};
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
  ChannelDesk channels_;
  std::map<std::string, Member> members_;
  Member owner_;
  Channel channel_;
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
