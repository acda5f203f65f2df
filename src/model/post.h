// A post is any public utterance. It is unique by (workspace, network, native id), so hearing it
// twice changes nothing.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class PostKind { kPost, kReply, kQuote };

std::string_view to_word(PostKind kind);
std::optional<PostKind> post_kind_of(std::string_view word);

enum class EntityKind { kMention, kLink, kTag };

std::string_view to_word(EntityKind kind);
std::optional<EntityKind> entity_kind_of(std::string_view word);

// A span of the text, in UTF-8 bytes [begin, end), that means something.
struct Entity {
  EntityKind kind = EntityKind::kLink;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string value;  // mention: native id of the account; link: address; tag: word without '#'

  bool operator==(const Entity&) const = default;
};

enum class MediaKind { kImage, kVideo, kLink };

std::string_view to_word(MediaKind kind);
std::optional<MediaKind> media_kind_of(std::string_view word);

struct Media {
  MediaKind kind = MediaKind::kImage;
  std::string url;
  std::string thumb_url;
  std::string alt;
  std::string title;        // of a link card
  std::string description;  // of a link card
  std::uint32_t width = 0;  // in pixels; 0: not known
  std::uint32_t height = 0;

  bool operator==(const Media&) const = default;
};

// Whether a quote can show the post it quotes.
enum class QuotedState {
  kShown,
  kGone,      // deleted, or its account is away
  kBlocked,   // somebody blocked somebody
  kDetached,  // its author took it out of this quote
};

std::string_view to_word(QuotedState state);
std::optional<QuotedState> quoted_state_of(std::string_view word);

// What a quote shows of the post it quotes, as it was when heard. What is not shown has no words.
struct Quoted {
  std::string native_id;
  std::string author_handle;
  std::string text;
  QuotedState state = QuotedState::kShown;
  std::vector<Entity> entities = {};  // of the text

  bool operator==(const Quoted&) const = default;
};

// How a post concerns us. Only `kBranch` and `kDirect` can wait for an answer.
enum class Address {
  kContext,  // stands in the thread, elsewhere in the tree
  kBranch,   // answers a post that speaks to us, or is said below one by someone who spoke to us
  kDirect,   // mentions us, replies to us or quotes us
  kOurs,     // we said it
};

std::string_view to_word(Address address);
std::optional<Address> address_of(std::string_view word);

struct Post {
  WorkspaceId workspace;
  PostId id;
  std::string network;
  std::string native_id;
  std::string revision;  // changes when the post is edited (Bluesky: cid)
  std::string url;       // on the network's own site; empty if none
  AccountId author;
  ConversationId conversation;
  std::optional<PostId> parent;  // if it was heard
  std::string parent_native_id;  // empty for a root
  std::string root_native_id;    // its own for a root
  PostKind kind = PostKind::kPost;
  Address address = Address::kContext;
  std::optional<AccountId> to;  // which of our accounts it speaks to, if to one of them
  std::string text;
  std::vector<std::string> langs;  // BCP 47, as the author's client said
  std::vector<Entity> entities;
  std::vector<Media> media;
  std::optional<Quoted> quoted;
  Time created_at;  // by the network; never later than heard_at
  Time heard_at;
  std::optional<Time> edited_at;
  std::optional<Time>
      deleted_at;               // the words are gone then: text, entities, media, quoted are empty
  bool before_rapport = false;  // said before the channel was connected
  std::string seen_via;         // coverage source that brought it
  std::int64_t likes = 0;
  std::int64_t reposts = 0;
  std::int64_t replies = 0;
  std::string our_like;    // native id of our like; empty if none
  std::string our_repost;  // native id of our repost; empty if none
  // Warnings of its author and of the network, in the network's words ("nudity", "!hide"): what it
  // shows is covered until somebody asks to see it.
  std::vector<std::string> labels;
  std::string our_hide;  // native id of what hides it below a post of ours; empty if nothing does
};

}  // namespace rapport
