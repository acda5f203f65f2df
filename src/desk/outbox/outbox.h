// The outbox: a human's act becomes a row before anything is sent.
//
// Each verb lives in a file of its own. A verb stores the act and returns; deliverer.h carries it
// to the network. Every verb may be repeated with the same client key and then returns the first
// act.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/inbox/inbox.h"
#include "model/act.h"
#include "model/attachment.h"
#include "model/member.h"

namespace rapport {

struct AccountWish;
class Coaching;
class Store;

// The largest picture that is taken in. Networks take less; a browser makes it fit before.
inline constexpr std::size_t kPictureMost = 2 * 1024 * 1024;

// How long a reply can be taken back.
inline constexpr std::chrono::seconds kUndoWindow{5};

// What a card shows beside its address, as its writer saw it: that very card goes out.
struct ShownCard {
  std::string title;
  std::string description;
  std::optional<AttachmentId> thumb;
};

struct ReplyRequest {
  ConversationId conversation;
  PostId post;  // what it answers
  std::string text;
  std::string client_key;
  std::optional<PostId> seen_post;        // the newest post its writer had on the screen
  bool confirm = false;                   // send although someone answered meanwhile
  std::optional<ChannelId> channel = {};  // as which of our accounts; none: the one spoken to
  std::vector<ActMedia> media = {};
  std::vector<std::string> langs = {};
  std::string card_url = {};
  std::optional<ShownCard> card = {};  // none: the page is asked before it is sent
};

struct PostRequest {
  ChannelId channel;
  std::string text;
  std::string client_key;
  std::vector<ActMedia> media = {};
  std::vector<std::string> langs = {};
  std::string card_url = {};
  std::optional<ShownCard> card = {};  // none: the page is asked before it is sent
};

struct QuoteRequest {
  PostId post;  // what it shows
  std::string text;
  std::string client_key;
  std::optional<ChannelId> channel = {};
  std::vector<ActMedia> media = {};
  std::vector<std::string> langs = {};
  std::string card_url = {};
  std::optional<ShownCard> card = {};
};

// Someone answered since the writer opened the thread; nothing was stored. Ask, then confirm.
struct AnsweredMeanwhile {
  std::string who;              // "Ana", or "@brand.example, in the network's own app"
  std::vector<PostId> answers;  // posts of ours that were not seen; may be empty when it is an act
};

class Outbox {
 public:
  // `coaching` says what has to be mended first, where a workspace wants that; null: nobody does.
  // `own_hosts`: names this server is found by, so that links to its public pages are known.
  Outbox(Store& store, IdMaker& ids, const Clock& clock, Coaching* coaching = nullptr,
         std::vector<std::string> own_hosts = {})
      : store_(store),
        ids_(ids),
        clock_(clock),
        coaching_(coaching),
        own_hosts_(std::move(own_hosts)) {}

  // Fails with invalid (field "text") if it is empty, too long for the network, or has to be mended
  // first where the workspace wants that: the text is kept as the draft then. On success the draft
  // is gone.
  Result<std::variant<ActView, AnsweredMeanwhile>> reply(const Member& by,
                                                         const ReplyRequest& request);
  Result<ActView> post(const Member& by, const PostRequest& request);
  // A post of our own that shows theirs; it can be taken back as long as a reply.
  Result<ActView> quote(const Member& by, const QuoteRequest& request);

  // Liking what is liked, following whom we follow, and the reverse, return the act that stands.
  // `as` is which of our accounts does it; none: the one they spoke to, or the first on that
  // network. What one of our accounts did stands for the brand, and is taken back by that one.
  using As = std::optional<ChannelId>;
  Result<ActView> like(const Member& by, PostId post, As as = {});
  Result<ActView> unlike(const Member& by, PostId post);
  Result<ActView> repost(const Member& by, PostId post, As as = {});
  Result<ActView> unrepost(const Member& by, PostId post);
  Result<ActView> follow(const Member& by, PersonId person, AccountId account, As as = {});
  Result<ActView> unfollow(const Member& by, PersonId person, AccountId account);
  // What a muted or blocked account says is kept, but waits for nobody. Both ask a reason, which is
  // audited: a mute hides somebody's words from the team, and a block is seen by whom it meets.
  Result<ActView> mute(const Member& by, PersonId person, AccountId account,
                       const std::string& reason, As as = {});
  Result<ActView> unmute(const Member& by, PersonId person, AccountId account);
  Result<ActView> block(const Member& by, PersonId person, AccountId account,
                        const std::string& reason, As as = {});
  Result<ActView> unblock(const Member& by, PersonId person, AccountId account);
  // Only what we said; asks a reason, which is audited: the brand answers, it does not erase.
  Result<ActView> remove(const Member& by, PostId post, const std::string& reason);

  // What somebody said below a post of ours, where the network can hide that: out of everybody's
  // sight unless they ask for it. Asks a reason, which is audited. Fails with forbidden where it
  // cannot be done, and says why.
  Result<ActView> hide(const Member& by, PostId post, const std::string& reason);
  Result<ActView> unhide(const Member& by, PostId post);

  // Takes a picture in, to be sent with words later. Fails with invalid if it is no JPEG, PNG or
  // WebP, and with too_large beyond kPictureMost. It is dropped when nothing takes it up in a week.
  Result<Attachment> attach(const Member& by, std::string_view file);
  Result<Attachment> attachment(const Member& by, AttachmentId id);

  Result<ActView> find(const Member& by, ActId id);
  // Takes a queued act back; its words become the draft again. Conflict once it is on its way.
  Result<ActView> undo(const Member& by, ActId id);
  // Queues the same text of a rejected act again.
  Result<ActView> retry(const Member& by, ActId id);
  // Puts a rejected act away; its words go into the draft if that is empty.
  Result<ActView> dismiss(const Member& by, ActId id);

 private:
  Result<ActView> want(const Member& by, const AccountWish& wish);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  Coaching* coaching_;
  const std::vector<std::string> own_hosts_;
};

}  // namespace rapport
