// What every network looks like from inside: the one door between Rapport and the outside.
//
// A connector is built for one channel and may be used from several threads. It blocks; it never
// retries by itself beyond renewing a session, so that whoever calls it decides. A new network is a
// folder here and a line in registry.cc.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/account.h"
#include "model/act.h"
#include "model/channel.h"
#include "model/interaction.h"
#include "model/post.h"

namespace rapport {

// An account as its network shows it. What is not known is empty, and never overwrites what was.
struct NetworkAccount {
  std::string native_id;
  std::string handle;
  std::string name;
  std::string bio;
  std::string avatar_url;
  std::string url;
  std::optional<std::int64_t> followers;
  std::optional<std::int64_t> follows;
  std::optional<std::int64_t> posts;
  std::optional<Time> joined_at;
  std::optional<bool> follows_us;
  std::optional<std::string> followed_by_us;  // native id of our follow; "" if we do not
  std::optional<bool> muted_by_us;
  std::optional<std::string> blocked_by_us;  // native id of our block; "" if we do not
  std::optional<bool> blocks_us;
  std::optional<AccountStanding> standing;
  std::optional<std::vector<std::string>> labels;  // of the network about this account
  bool whole_profile = false;                      // bio and counts were part of the answer
};

// A post as its network shows it.
struct NetworkPost {
  std::string native_id;
  std::string revision;
  std::string url;
  NetworkAccount author;
  std::string parent_native_id;  // empty for a root
  std::string root_native_id;    // its own for a root
  PostKind kind = PostKind::kPost;
  std::string quoted_native_id;         // of a quote
  std::string quoted_author_native_id;  // of a quote, if known
  std::string title;                    // stands above the text; empty where posts have none
  std::string text;                     // of which entities are spans
  std::vector<std::string> langs;
  std::vector<Entity> entities;
  std::vector<Media> media;
  std::optional<Quoted> quoted;
  Time created_at;                 // as its author's client said; may be wrong, even in the future
  std::optional<Time> indexed_at;  // when the network first saw it: cannot be forged
  bool addressed = false;  // the network told us that it mentions us, answers us or quotes us
  std::int64_t likes = 0;
  std::int64_t reposts = 0;
  std::int64_t replies = 0;
  bool counts_known = false;
  std::optional<std::string> our_like;    // native id; "" if we do not like it; none: not known
  std::optional<std::string> our_repost;  // native id; "" if we do not; none: not known
  std::optional<std::vector<std::string>> labels;  // Post::labels; none: not known
};

struct NetworkInteraction {
  InteractionKind kind = InteractionKind::kLike;
  std::string native_id;
  NetworkAccount actor;
  std::string object_post_native_id;  // of a like or repost; empty for a follow
  Time at;
};

// What one read of a source brought.
struct Heard {
  std::vector<NetworkPost> posts;
  std::vector<NetworkInteraction> interactions;
  std::vector<std::string> deleted;  // native ids of posts that are gone
  std::string cursor;                // to be kept and handed back at the next read
  bool more = false;                 // there is more right now: read again at once
  // The stretch of time that is now completely read. When `gap_from` is set, what lies between it
  // and `read_from` could not be read, for `gap_reason`.
  Time read_from;
  Time read_to;
  std::optional<Time> gap_from;
  std::string gap_reason;
  // It is not time yet, so nothing was asked and nothing is to be kept: all above is empty.
  bool idle = false;
  // When it makes sense to read this source again; none: as soon as the listener likes.
  std::optional<std::chrono::seconds> next_in = std::nullopt;
};

// What to look for in a network's own search. Networks know less than this: what one ignores, its
// answer does not keep to, so whoever asks filters again.
struct SearchQuestion {
  std::string words;                  // all of them; "" for none
  std::vector<std::string> hashtags;  // any of them, without '#'
  std::vector<std::string> langs;     // any of them (BCP 47)
  std::string author;                 // a handle; "" for anybody
  // Only what was said before; none: up to now. The walk begins there, where a network can.
  std::optional<Time> until = std::nullopt;
};

// A thread with its whole context, or what is left of it.
struct Thread {
  std::vector<NetworkPost> posts;    // any order
  std::vector<std::string> deleted;  // asked about by `known` and gone
  bool complete = true;  // false: the network cut it, or it is longer than one read goes
  // Whose posts are among the deleted because they themselves are away: their standing alone.
  std::vector<NetworkAccount> away = {};
};

// A picture to be sent with a post.
struct OutgoingImage {
  std::string bytes;
  std::string mime;  // "image/jpeg", "image/png", "image/webp"
  std::string alt;
  std::uint32_t width = 0;  // in pixels; 0: not known
  std::uint32_t height = 0;
};

// A link shown as a card below the text.
struct OutgoingCard {
  std::string url;
  std::string title;  // empty: its host
  std::string description;
  std::optional<OutgoingImage> thumb;
};

// An act as a connector needs it. `record_key` and `created_at` never change between attempts.
struct Outgoing {
  ActKind kind = ActKind::kReply;
  std::string record_key;
  Time created_at;
  std::string text;
  std::vector<std::string> langs;
  // The post answered, quoted, liked, reposted, hidden or deleted; the account followed, muted or
  // blocked. For unlike, unrepost, unfollow and unblock: the like, repost, follow or block itself
  // (a mute has no id of its own: the account).
  std::string target_native_id;
  std::string target_revision;
  std::string root_native_id;  // of a reply; of what is hidden, or shown again
  std::string root_revision;   // empty if we never heard the root: the connector finds it out
  std::vector<OutgoingImage> images;
  std::optional<OutgoingCard> card;  // shown only if there are no images
};

struct Sent {
  std::string native_id;
  std::string revision;
  std::vector<Entity> entities;  // of the text as it was sent
  std::string text = {};         // as the network shows it; empty: the act's own
};

// Where the standing credentials come from and renewed ones go to. `save` must have stored them
// durably before it returns; it refuses empty ones.
struct SecretSlot {
  std::function<Result<std::string>()> load;
  std::function<Result<Done>(const std::string&)> save;
};

class Connector {
 public:
  virtual ~Connector() = default;

  // The streams to read, in order: "notifications", "own_posts".
  virtual std::vector<std::string> sources() const = 0;
  virtual Limits limits() const = 0;

  // Reads what is new in `source` after `cursor`. An empty cursor reads back to `since`. Fails with
  // unauthorized only if the network really refused our credentials (ask a human to reconnect),
  // too_many with retry_after_seconds, unavailable for everything that may pass.
  virtual Result<Heard> hear(std::string_view source, std::string_view cursor, Time since) = 0;

  // Posts that answer `question`, newest first, of `since` and later. An empty cursor begins; the
  // answer's continues while there is `more`, for the same question. Fails with invalid where the
  // network has no search, and as `hear` does.
  virtual Result<Heard> search(const SearchQuestion& question, std::string_view cursor,
                               Time since) {
    (void)question, (void)cursor, (void)since;
    return invalid("This network offers no search.", "search");
  }

  // The whole thread around a post. `known` are native ids we hold of it: those that the network no
  // longer has come back as deleted. Fails with not_found if the root itself is gone and nothing is
  // left of the thread (all of `known` are deleted then).
  virtual Result<Thread> thread(std::string_view native_id,
                                const std::vector<std::string>& known) = 0;

  // Who somebody is now. Of an account that is deactivated, suspended or gone only its standing is
  // told. Our own, too, which is how a new handle or standing of ours is found out.
  virtual Result<NetworkAccount> profile(std::string_view native_id) = 0;

  // What a link's page says of itself, for a card; with its address alone if nobody can say. Asked
  // twice it may answer differently, so whoever sends a card keeps it.
  virtual OutgoingCard card(const std::string& url) { return {url, {}, {}, {}}; }

  // Carries an act out. Fails with
  //   invalid, forbidden, not_found: the network said no, and will again;
  //   unauthorized: reconnect first; nothing was sent;
  //   too_many, unavailable: certainly not done, may be tried later;
  //   unknown: it may have been done: look it up before trying again.
  // The same record key twice leaves one record.
  virtual Result<Sent> send(const Outgoing& act) = 0;

  // Whether the act stands on the network: nothing if it certainly does not.
  virtual Result<std::optional<Sent>> look_up(const Outgoing& act) = 0;
};

}  // namespace rapport
