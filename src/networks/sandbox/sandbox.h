// The sandbox: a small network inside the binary on which the demo's story happens.
//
// It behaves as a real network does, so that everything above it is the real thing: posts appear as
// the clock advances, people come back to an answer, someone takes a post back. What the brand does
// is kept in a journal; the rest follows from the story, the moment of seeding and the clock, so a
// restart shows the same world. Safe from any thread.

#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "networks/connector.h"
#include "networks/sandbox/journal.h"
#include "networks/sandbox/story.h"

namespace rapport {

class Network;  // networks/registry.h

inline constexpr std::string_view kSandboxNetwork = "sandbox";
// As on Bluesky: graphemes, pictures of a post, bytes of one.
inline constexpr int kSandboxTextMax = 300;
inline constexpr int kSandboxImagesMax = 4;
inline constexpr std::int64_t kSandboxImageBytesMax = 2'000'000;

class Sandbox {
 public:
  // `journal` is a file of its own in the data folder; it is made, and the story seeded, if it does
  // not exist. One process may have it open.
  static Result<std::shared_ptr<Sandbox>> open(const std::filesystem::path& journal, Story story,
                                               const Clock& clock);

  const Story& story() const { return story_; }
  Time seeded_at() const { return journal_.seeded_at(); }

  // The brand's account with this handle or native id; none if it is nobody's or somebody else's.
  const StoryPerson* account_of_ours(std::string_view name) const;

  // What can be read, as a connector of the account `us` has it; `as_of` shows the world as it
  // stood then, also before the moment of seeding.
  Result<Heard> hear(const StoryPerson& us, std::string_view source, std::string_view cursor,
                     Time since, std::optional<Time> as_of = {});
  Result<Thread> thread(const StoryPerson& us, std::string_view native_id,
                        const std::vector<std::string>& known, std::optional<Time> as_of = {});
  Result<NetworkAccount> profile(const StoryPerson& us, std::string_view native_id);
  // What the story knows of a page; its address alone of any other. Nothing is fetched.
  OutgoingCard card(const std::string& url) const;
  Result<Sent> send(const StoryPerson& us, const Outgoing& act);
  Result<std::optional<Sent>> look_up(const StoryPerson& us, const Outgoing& act);

 private:
  // What a post says from a moment on.
  struct Wording {
    Time at;
    std::string text;
    std::vector<Entity> entities;
  };
  struct WorldPost {
    std::string native_id;
    std::string story_id;  // empty for what the brand wrote here and for follow-ups
    const StoryPerson* author = nullptr;
    WorldPost* parent = nullptr;
    WorldPost* root = nullptr;  // itself, for a root
    const WorldPost* quoted = nullptr;
    std::string text;
    std::string lang;
    std::vector<Entity> entities;
    std::vector<Media> media;
    std::vector<std::string> labels;
    Time created_at;
    Time shown_at;
    std::optional<Time> deleted_at;
    std::int64_t likes = 0;
    std::int64_t reposts = 0;
    // Accounts of the brand that it speaks to, if somebody else wrote it.
    std::vector<const StoryPerson*> addresses;
    std::vector<Wording> edits;
    std::vector<const WorldPost*> answers;
    std::vector<const WorldPost*> thread;  // of a root: all below it and itself
  };
  // A like, a repost or a follow by someone else.
  struct Attention {
    NetworkInteraction interaction;  // without its actor
    const StoryPerson* actor = nullptr;
    const WorldPost* object = nullptr;  // none: the brand itself
  };
  // Something that one record key of ours made.
  struct Record {
    ActKind kind = ActKind::kReply;
    const StoryPerson* by = nullptr;
    std::string native_id;
    std::string target;
    std::string revision;
    bool standing = true;
  };
  // One thing a source tells, in the order it tells them.
  struct Occurrence {
    Time at;
    std::string id;
    const WorldPost* post = nullptr;
    const Attention* attention = nullptr;
    bool gone = false;
  };

  Sandbox(Journal journal, Story story, const Clock& clock);

  // world.cc: how the world comes about
  void tell_story();
  void tell_post(const StoryPost& post);
  void tell_attention(InteractionKind kind, const std::vector<StoryAttention>& from);
  void apply(const JournalAct& act);
  void come_back(WorldPost& answered, WorldPost& answer);
  WorldPost& add_post(WorldPost post);
  std::vector<Entity> entities_of(std::string_view text) const;
  const StoryPerson* person_by_handle(std::string_view handle) const;
  void tell_person(const StoryPerson& person);

  // What stands, asked with the lock held.
  Time now() const;
  bool visible(const WorldPost& post, Time now) const;
  bool by_brand(const WorldPost& post) const { return is_ours(*post.author); }
  bool is_ours(const StoryPerson& person) const;
  static bool speaks_to(const WorldPost& post, const StoryPerson& us);
  std::vector<const StoryPerson*> addresses_of(const WorldPost& post) const;
  const WorldPost* find_visible(std::string_view native_id, Time now) const;
  NetworkAccount account_of(const StoryPerson& us, const StoryPerson& person) const;
  NetworkPost shown(const StoryPerson& us, const WorldPost& post, Time now) const;
  std::string standing_record(const StoryPerson& us, ActKind kind, std::string_view target) const;
  std::int64_t standing_records(ActKind kind, std::string_view target) const;
  bool muted(const StoryPerson& us, const StoryPerson& person) const;
  bool blocked(const StoryPerson& us, const StoryPerson& person) const;

  // hear.cc
  std::vector<Occurrence> notifications(const StoryPerson& us, Time from, Time now) const;
  std::vector<Occurrence> own_posts(const StoryPerson& us, Time from, Time now) const;
  void add_changes(const WorldPost& post, Time from, Time now, std::vector<Occurrence>& into) const;

  // send.cc
  Result<Done> check(const StoryPerson& us, const Outgoing& act, Time now) const;
  Sent sent(const Record& record) const;

  mutable std::mutex mutex_;
  const Clock& clock_;
  const Story story_;
  std::vector<const StoryPerson*> ours_;  // the brand's accounts, its first one first
  Journal journal_;
  std::unordered_map<std::string, const StoryPerson*> people_;  // by native id
  std::unordered_map<const StoryPerson*, std::string> avatars_;
  std::unordered_map<const StoryPerson*, Time> followers_;  // since when
  std::deque<WorldPost> posts_;  // a deque, because posts point at each other
  std::unordered_map<std::string, WorldPost*> posts_by_id_;
  std::deque<Attention> attention_;
  std::unordered_map<std::string, Record> records_;  // by record key
};

// A connector that speaks as an account of the story's brand; none named: as its first. Any number
// may share one sandbox.
std::unique_ptr<Connector> make_sandbox_connector(std::shared_ptr<Sandbox> sandbox,
                                                  const StoryPerson* us = nullptr);

// A connector that looks back: it shows the world as it stood at `clock`'s time and sends nothing.
// For telling the desk the month in the order it happened, with the team's decisions in between.
std::unique_ptr<Connector> make_sandbox_rehearsal(std::shared_ptr<Sandbox> sandbox,
                                                  const Clock& clock,
                                                  const StoryPerson* us = nullptr);

// The sandbox as a network of the registry. Connecting needs no password: the brand's accounts are
// there already.
std::unique_ptr<Network> make_sandbox_network(std::shared_ptr<Sandbox> sandbox);

}  // namespace rapport
