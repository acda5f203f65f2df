// The filer works inside one transaction: it is told posts, deletions and interactions in any order
// and, at the end, brings every conversation they touched up to date.
//
// Each verb lies in a source file of its own, filer_*.cc; what it needs stands below by these
// files.
//
// Hearing and the outbox share it: an answer of ours is filed like anybody's post.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/hearing/filing.h"
#include "desk/reading/keep.h"
#include "model/account.h"
#include "model/channel.h"
#include "model/conversation.h"
#include "model/post.h"
#include "networks/connector.h"
#include "store/store.h"

namespace rapport {

class MonitorMatching;

class Filer {
 public:
  // Without a reader, posts are filed unread; without monitors nobody is told of what they find.
  Filer(Unit& unit, IdMaker& ids, Time now, const Channel& channel, PostReader* reader = nullptr,
        const MonitorMatching* monitors = nullptr)
      : unit_(unit),
        ids_(ids),
        now_(now),
        channel_(channel),
        reader_(reader),
        monitors_(monitors) {}

  // Looks up what these posts speak of all at once, which is quicker than one by one as they come.
  // May be left out.
  Result<Done> expect(const std::vector<NetworkPost>& posts);

  // New, or known and perhaps changed. Returns the post as it now stands.
  Result<Post> file_post(const NetworkPost& heard, std::string_view seen_via);
  // Clears the words of a post that is gone from the network; not having it is fine.
  Result<Done> file_deletion(const std::string& native_id);
  Result<Done> file_interaction(const NetworkInteraction& heard);
  // The account as it now stands; made, with a person of its own, if it was not known.
  Result<Account> file_account(const NetworkAccount& heard);

  // Works the state of a conversation out again: something it depends on changed elsewhere.
  Result<Done> reconsider(ConversationId id);
  // The same for every conversation in which this account said something.
  Result<Done> reconsider_all_of(AccountId account);

  // Derives the state of every touched conversation, saves it and announces the change. Call once,
  // at the end.
  Result<Filed> finish();

 private:
  struct Touched {
    Conversation conversation;
    std::string reason;      // for the event: the most telling thing that happened
    bool structure = false;  // posts came or moved: addresses have to be worked out again
    bool fresh = false;      // made here, and not stored yet
    std::size_t added = 0;   // posts added to a fresh one here
    // Those posts, as the store would tell them; fewer than `added` once they are to be read there.
    std::vector<OutlinePost> outline = {};
  };

  // filer.cc
  // Our channels on this network, also those that are disconnected.
  Result<const std::vector<Channel>*> our_channels();
  // The post as it stands; null if it was not heard. Good until a post is filed.
  Result<const Post*> find_post(const std::string& native_id);
  Result<Done> save_post(const Post& post);
  // Keeps what the post says now, if it is to be read at all.
  Result<Done> read_post(const Post& post, Corrected corrected = Corrected::kPerhaps);
  // Keeps which monitors find the post as it is now.
  Result<Done> match_post(const Post& post, const Account* author, bool fresh);
  Result<Touched*> touch(const Post& post, std::string_view reason, bool structure);

  // filer_account.cc
  Result<Done> keep_own_acts(const Account& before, Account& account);
  Result<Done> welcome_back(const Account& account);

  // filer_add.cc
  Result<Post> add_post(const NetworkPost& heard, std::string_view seen_via);
  Result<Touched*> conversation_of(const NetworkPost& heard, const Account& author);
  static OutlinePost outline_of(const Post& post, const Account& author);

  // filer_update.cc
  Result<Post> update_post(Post post, const NetworkPost& heard, std::string_view seen_via);
  Result<bool> may_tell(const Post& post, const std::string& mark,
                        const std::vector<ActKind>& kinds);

  // filer_address.cc
  // Which of our accounts a post says it speaks to, and since when the first of them is heard.
  struct SpokenTo {
    AccountId account;
    Time since;
  };
  Result<std::optional<SpokenTo>> spoken_to(const NetworkPost& heard);
  bool said_before(const NetworkPost& heard, Time since) const;
  Result<bool> readdress(Post& post, const Account& author, const NetworkPost& heard);

  // filer_interactions.cc
  // What the writer of a post does to `object` by it; nothing to themselves.
  Result<Done> note(const Post& post, AccountId object, InteractionKind kind);
  Result<Done> note_interactions(const Post& post, const Account& author, const NetworkPost& heard);

  // filer_halves.cc
  Result<std::string> root_of(const NetworkPost& heard);
  Result<Touched*> find_by_root(const std::string& root);
  Result<Done> join_halves(const std::string& half_root, const std::string& root);

  // filer_finish.cc
  Result<bool> relink(std::vector<OutlinePost>& outline);
  Result<Done> store_fresh(Touched& touched);
  Result<Done> choose_channel(Conversation& conversation, const std::vector<OutlinePost>& outline);
  Result<Done> settle(Touched& touched);

  Unit& unit_;
  IdMaker& ids_;
  Time now_;
  const Channel& channel_;
  PostReader* reader_;
  const MonitorMatching* monitors_;
  std::set<MonitorId> found_by_;
  KeptGists read_;
  Filed filed_;
  std::optional<std::vector<Channel>> our_channels_;
  // What was looked up or filed so far, by native id; nothing: it is known not to be there.
  std::unordered_map<std::string, std::optional<Account>> accounts_;
  std::unordered_map<std::string, std::optional<Post>> posts_;
  std::set<std::string> no_conversation_;  // roots that are known to have none
  std::map<ConversationId, Touched> touched_;
  std::unordered_map<std::string, ConversationId> by_root_;
  std::set<std::string> threads_to_read_;
  std::set<std::string> threads_again_;
  std::set<std::string> profiles_to_read_;
  bool counts_changed_ = false;
};

}  // namespace rapport
