// Posts, and the outlines of threads that a conversation's state is derived from.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/post.h"

namespace rapport {

// What the state of a conversation depends on, without the words.
struct OutlinePost {
  PostId id;
  AccountId author;
  PersonId person;
  std::string author_native_id;
  std::string native_id;
  std::string parent_native_id;
  Address address = Address::kContext;
  Time created_at;
  Time heard_at;
  bool deleted = false;
  bool before_rapport = false;
  bool joined = false;          // its parent was heard, and the post knows it by id
  bool silenced = false;        // we muted or blocked its author
  std::optional<AccountId> to;  // Post::to
  bool from_rapport = false;    // ours, and sent from here: its writer saw what had been heard
  std::vector<std::string> mentions;  // native ids of accounts; only of posts of ours
};

// A place in a thread read page by page: after the post made at `created_at` with `id`.
struct ThreadPlace {
  Time created_at;
  PostId id;
};

struct Excerpt {
  PostId post;
  std::string text;
  std::vector<std::string> langs;
  std::vector<std::string> labels;
};

// A post of others as far as its words tell what it is. The text is where the store has it, and
// gone when the next one is shown.
struct SaidWords {
  PostId post;
  Time said_at;
  std::string_view text;
};

// Where stored history is read on: below this one.
struct SaidPlace {
  Time said_at;
  PostId post;

  bool operator==(const SaidPlace&) const = default;
};

struct RecentPost {
  PostId post;
  ConversationId conversation;
  std::string text;
  Time created_at;
  bool ours = false;
};

// A reply of ours and what it answered.
struct GivenAnswer {
  PostId post;
  ConversationId conversation;
  std::string text;
  Time created_at;
  std::string question;  // the words it answered; empty if they are gone
};

// How much of a thread its state is worked out from. Reading and sorting this much takes some 30
// ms, and a thread is read anew with each post that is heard in it.
inline constexpr int kMostOutline = 5000;

class Posts {
 public:
  virtual ~Posts() = default;

  virtual Result<Post> find(WorkspaceId workspace, PostId id) = 0;
  virtual Result<std::optional<Post>> by_native_id(WorkspaceId workspace, std::string_view network,
                                                   std::string_view native_id) = 0;
  // Those of these native ids that were heard; order is not kept.
  virtual Result<std::vector<Post>> by_native_ids(WorkspaceId workspace, std::string_view network,
                                                  const std::vector<std::string>& native_ids) = 0;
  // Adds it, and its words to the full text. Fails with conflict if it was heard already. Its id
  // must be unique in the installation, not in the workspace alone.
  virtual Result<Done> add(const Post& post) = 0;
  // Saves everything that can change (revision, text and its spans, parent, address, conversation,
  // counts, our like, edited_at, deleted_at), and the full text with it.
  virtual Result<Done> save(const Post& post) = 0;

  // Every conversation in which this account said something.
  virtual Result<std::vector<ConversationId>> conversations_of(WorkspaceId workspace,
                                                               AccountId author) = 0;
  // The posts of a conversation, oldest first. Of more than `most`, the newest `most` and the
  // newest `most` that are ours or concern us, so that the talk of others never pushes out who
  // waits.
  virtual Result<std::vector<OutlinePost>> outline(WorkspaceId workspace,
                                                   ConversationId conversation,
                                                   int most = kMostOutline) = 0;
  // At most `most` posts of a conversation after `after`, oldest first by (created_at, id).
  virtual Result<std::vector<Post>> thread(WorkspaceId workspace, ConversationId conversation,
                                           std::optional<ThreadPlace> after, int most) = 0;
  // Shows the words of what others said in [from, to), newest first by (created_at, id), below
  // `after`, without what is gone. Until `look` says false: true if it did not.
  using LookAtWords = std::function<bool(const SaidWords&)>;
  virtual Result<bool> look_at_said(WorkspaceId workspace, Time from, Time to,
                                    std::optional<SaidPlace> after, const LookAtWords& look) = 0;
  // The same of all posts with ids below `below`, the highest first.
  virtual Result<bool> look_below(WorkspaceId workspace, PostId below, const LookAtWords& look) = 0;
  // Some by id; order is not kept.
  virtual Result<std::vector<Post>> some(WorkspaceId workspace, const std::vector<PostId>& ids) = 0;
  // The words alone of posts by id, for the list's excerpts; order is not kept.
  virtual Result<std::vector<Excerpt>> excerpts(WorkspaceId workspace,
                                                const std::vector<PostId>& ids) = 0;
  // The roots (native ids) of the threads that the last `most` posts of an account stand in, each
  // once, the latest first; deleted posts count as well.
  virtual Result<std::vector<std::string>> roots_of(WorkspaceId workspace, AccountId author,
                                                    int most) = 0;
  // What a person said to us and we to them, newest first.
  virtual Result<std::vector<RecentPost>> recent_with(WorkspaceId workspace, PersonId person,
                                                      int most) = 0;
  // Our last replies to posts of others, newest first; of each of our accounts its last `most` are
  // looked at.
  virtual Result<std::vector<GivenAnswer>> given_answers(WorkspaceId workspace, int most) = 0;
};

}  // namespace rapport
