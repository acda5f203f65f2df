#include "desk/hearing/filer.h"

#include <algorithm>
#include <tuple>

#include "base/unicode.h"
#include "desk/hearing/places.h"
#include "desk/inbox/state.h"

namespace rapport {
namespace {

// Takes over what the network told us; what it left out stays.
template <class T>
bool take(T& into, const T& from) {
  if (from == T{} || into == from) return false;
  into = from;
  return true;
}

// What a network calls somebody whose name it cannot make out right now.
constexpr std::string_view kNoHandle = "handle.invalid";

// What may also become empty or false again.
template <class T>
bool take_told(T& into, const std::optional<T>& from) {
  if (!from || into == *from) return false;
  into = *from;
  return true;
}

bool take_profile(Account& account, const NetworkAccount& heard) {
  bool changed = false;
  if (heard.handle != kNoHandle || account.handle.empty()) {
    changed |= take(account.handle, heard.handle);
  }
  // Some are called by nothing one can see: their handle names them then.
  if (!is_blank(heard.name)) changed |= take(account.name, heard.name);
  changed |= take(account.avatar_url, heard.avatar_url);
  changed |= take(account.url, heard.url);
  changed |= take(account.followers, heard.followers);
  changed |= take(account.follows, heard.follows);
  changed |= take(account.posts, heard.posts);
  changed |= take(account.joined_at, heard.joined_at);
  changed |= take(account.follows_us, heard.follows_us);
  changed |= take_told(account.followed_by_us, heard.followed_by_us);
  changed |= take_told(account.muted_by_us, heard.muted_by_us);
  changed |= take_told(account.blocked_by_us, heard.blocked_by_us);
  changed |= take_told(account.blocks_us, heard.blocks_us);
  changed |= take_told(account.standing, heard.standing);
  changed |= take_told(account.labels, heard.labels);
  if (heard.whole_profile && account.bio != heard.bio) {
    account.bio = heard.bio;
    changed = true;
  } else {
    changed |= take(account.bio, heard.bio);
  }
  return changed;
}

// What brought a post of ours that was sent from here; the store's outlines know this word.
constexpr std::string_view kFromHere = "outbox";

// How long a network may go on showing what was before an act of ours.
constexpr std::chrono::seconds kNetworkLag{60};

bool fresh(const std::optional<Act>& act, Time now) {
  return act && act->state != ActState::kRejected && act->changed_at + kNetworkLag > now;
}

bool same_media(const std::vector<Media>& one, const std::vector<Media>& other) {
  const auto shown = [](const Media& media) {
    return std::tie(media.kind, media.url, media.thumb_url, media.alt, media.title,
                    media.description, media.width, media.height);
  };
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [&](const Media& a, const Media& b) { return shown(a) == shown(b); });
}

bool mentions(const std::vector<Entity>& entities, const std::string& native_id) {
  return std::any_of(entities.begin(), entities.end(), [&](const Entity& each) {
    return each.kind == EntityKind::kMention && each.value == native_id;
  });
}

}  // namespace

Result<const std::vector<Channel>*> Filer::our_channels() {
  if (!our_channels_) {
    auto all = unit_.channels().all(channel_.workspace);
    RAPPORT_TRY(all);
    std::erase_if(*all, [&](const Channel& each) { return each.network != channel_.network; });
    our_channels_ = std::move(*all);
  }
  return &*our_channels_;
}

Result<std::optional<Filer::SpokenTo>> Filer::spoken_to(const NetworkPost& heard) {
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  std::optional<SpokenTo> spoken;
  const auto add = [&](const Channel& channel) {
    if (!spoken) spoken = SpokenTo{channel.account, channel.connected_at};
    // Of several, always the same one, in whatever order they are heard.
    spoken->account = std::min(spoken->account, channel.account);
    spoken->since = std::min(spoken->since, channel.connected_at);
  };
  const auto names = [&](const Channel& channel) {
    return mentions(heard.entities, channel.native_id) ||
           heard.quoted_author_native_id == channel.native_id;
  };
  if (heard.addressed || names(channel_)) add(channel_);
  for (const Channel& each : **channels) {
    if (each.id != channel_.id && each.state != ChannelState::kDisconnected && names(each)) {
      add(each);
    }
  }
  return spoken;
}

// A client may date a post as it likes; when the network first saw it decides who waits.
bool Filer::said_before(const NetworkPost& heard, Time since) const {
  return heard.indexed_at.value_or(std::min(heard.created_at, now_)) < since;
}

Result<Account> Filer::file_account(const NetworkAccount& heard) {
  const auto known = accounts_.find(heard.native_id);
  std::optional<Account> account;
  if (known != accounts_.end()) {
    account = known->second;
  } else {
    auto stored =
        unit_.people().account_by_native_id(channel_.workspace, channel_.network, heard.native_id);
    RAPPORT_TRY(stored);
    account = std::move(*stored);
  }

  if (!account) {
    Person person{channel_.workspace, ids_.make<PersonId>(),
                  is_blank(heard.name) ? heard.handle : heard.name, now_};
    RAPPORT_TRY(unit_.people().add_person(person));
    Account fresh;
    fresh.workspace = channel_.workspace;
    fresh.id = ids_.make<AccountId>();
    fresh.person = person.id;
    fresh.network = channel_.network;
    fresh.native_id = heard.native_id;
    auto channels = our_channels();
    RAPPORT_TRY(channels);
    fresh.ours = heard.native_id == channel_.native_id ||
                 std::any_of((*channels)->begin(), (*channels)->end(), [&](const Channel& each) {
                   return each.native_id == heard.native_id;
                 });
    fresh.changed_at = now_;
    take_profile(fresh, heard);
    if (heard.whole_profile) fresh.profile_read_at = now_;
    RAPPORT_TRY(unit_.people().add_account(fresh));
    account = fresh;
  } else {
    const Account before = *account;
    bool changed = take_profile(*account, heard);
    RAPPORT_TRY(keep_own_acts(before, *account));
    if (before.standing != AccountStanding::kActive &&
        account->standing == AccountStanding::kActive) {
      RAPPORT_TRY(welcome_back(*account));
    }
    // A whole profile is worth noting even when nothing in it is new, but not at every sight.
    const bool away = heard.standing.value_or(AccountStanding::kActive) != AccountStanding::kActive;
    if (heard.whole_profile || away) {
      account->profile_read_at = now_;
      changed = true;
    }
    if (changed) {
      account->changed_at = now_;
      RAPPORT_TRY(unit_.people().save_account(*account));
    }
    // Muted or unmuted in the network's own app: who waits, waits no more, or again.
    if (silenced(before) != silenced(*account)) RAPPORT_TRY(reconsider_all_of(account->id));
  }
  accounts_[heard.native_id] = account;
  return std::move(*account);
}

Result<Done> Filer::expect(const std::vector<NetworkPost>& posts) {
  std::set<std::string> authors;
  std::set<std::string> ids;
  for (const NetworkPost& each : posts) {
    authors.insert(each.author.native_id);
    ids.insert(each.native_id);
    if (!each.parent_native_id.empty()) ids.insert(each.parent_native_id);
    if (!each.root_native_id.empty()) ids.insert(each.root_native_id);
  }
  const auto list = [](const std::set<std::string>& set) {
    return std::vector<std::string>(set.begin(), set.end());
  };
  auto known_accounts =
      unit_.people().accounts_by_native_ids(channel_.workspace, channel_.network, list(authors));
  RAPPORT_TRY(known_accounts);
  for (const auto& each : authors) accounts_.try_emplace(each);
  for (Account& each : *known_accounts) accounts_[each.native_id] = std::move(each);

  auto known_posts = unit_.posts().by_native_ids(channel_.workspace, channel_.network, list(ids));
  RAPPORT_TRY(known_posts);
  for (const auto& each : ids) posts_.try_emplace(each);
  std::set<std::string> roots = ids;
  for (Post& each : *known_posts) {
    roots.insert(each.root_native_id);
    posts_[each.native_id] = std::move(each);
  }

  auto known_roots =
      unit_.conversations().by_roots(channel_.workspace, channel_.network, list(roots));
  RAPPORT_TRY(known_roots);
  no_conversation_ = std::move(roots);
  for (Conversation& each : *known_roots) {
    no_conversation_.erase(each.root_native_id);
    by_root_[each.root_native_id] = each.id;
    const ConversationId id = each.id;
    touched_.try_emplace(id, Touched{std::move(each), {}, false});
  }
  return Done{};
}

Result<const Post*> Filer::find_post(const std::string& native_id) {
  auto known = posts_.find(native_id);
  if (known == posts_.end()) {
    auto stored = unit_.posts().by_native_id(channel_.workspace, channel_.network, native_id);
    RAPPORT_TRY(stored);
    known = posts_.emplace(native_id, std::move(*stored)).first;
  }
  return known->second ? &*known->second : nullptr;
}

Result<Done> Filer::save_post(const Post& post) {
  RAPPORT_TRY(unit_.posts().save(post));
  posts_[post.native_id] = post;
  return Done{};
}

Result<Done> Filer::read_post(const Post& post, Corrected corrected) {
  read_.erase(post.id);
  const bool says = post.address != Address::kOurs && !post.deleted_at && !post.text.empty();
  if (reader_ == nullptr || !says) return unit_.readings().drop(post.workspace, post.id);
  auto gist = read_and_keep(unit_, *reader_, post.workspace,
                            {post.id, post.conversation, post.text, post.langs, post.created_at},
                            corrected);
  RAPPORT_TRY(gist);
  read_[post.id] = std::move(*gist);
  return Done{};
}

// A network may go on showing for a while how things stood before an act of ours.
Result<Done> Filer::keep_own_acts(const Account& before, Account& account) {
  const auto lags = [&](const std::vector<ActKind>& kinds) -> Result<bool> {
    auto act = unit_.outbox().latest_on_account(channel_.workspace, channel_.id, account.id, kinds);
    RAPPORT_TRY(act);
    return fresh(*act, now_);
  };
  if (account.followed_by_us != before.followed_by_us) {
    auto late = lags({ActKind::kFollow, ActKind::kUnfollow});
    RAPPORT_TRY(late);
    if (*late) account.followed_by_us = before.followed_by_us;
  }
  if (account.muted_by_us != before.muted_by_us) {
    auto late = lags({ActKind::kMute, ActKind::kUnmute});
    RAPPORT_TRY(late);
    if (*late) account.muted_by_us = before.muted_by_us;
  }
  if (account.blocked_by_us != before.blocked_by_us) {
    auto late = lags({ActKind::kBlock, ActKind::kUnblock});
    RAPPORT_TRY(late);
    if (*late) account.blocked_by_us = before.blocked_by_us;
  }
  return Done{};
}

// Somebody who was away is there again, and so is what they said: their threads are read anew.
Result<Done> Filer::welcome_back(const Account& account) {
  constexpr int kThreads = 50;
  auto roots = unit_.posts().roots_of(channel_.workspace, account.id, kThreads);
  RAPPORT_TRY(roots);
  threads_again_.insert(roots->begin(), roots->end());
  return Done{};
}

Result<Post> Filer::file_post(const NetworkPost& heard, std::string_view seen_via) {
  auto stored = find_post(heard.native_id);
  RAPPORT_TRY(stored);
  if (*stored != nullptr) return update_post(**stored, heard, seen_via);
  return add_post(heard, seen_via);
}

Result<Filer::Touched*> Filer::conversation_of(const NetworkPost& heard, const Account& author) {
  auto root = root_of(heard);
  RAPPORT_TRY(root);
  if (*root != heard.native_id) RAPPORT_TRY(join_halves(heard.native_id, *root));
  auto known = find_by_root(*root);
  RAPPORT_TRY(known);
  if (*known != nullptr) return *known;

  Conversation conversation;
  conversation.workspace = channel_.workspace;
  conversation.id = ids_.make<ConversationId>();
  conversation.channel = channel_.id;
  conversation.network = channel_.network;
  conversation.root_native_id = *root;
  conversation.state = ConversationState::kResolved;
  conversation.lead = author.id;
  conversation.first_heard_at = now_;
  conversation.last_post_at = std::min(heard.created_at, now_);
  conversation.changed_at = now_;
  by_root_[*root] = conversation.id;
  const ConversationId id = conversation.id;
  // Stored once its state is known, at the end.
  Touched touched{std::move(conversation), {}, false};
  touched.fresh = true;
  return &touched_.emplace(id, std::move(touched)).first->second;
}

Result<Post> Filer::add_post(const NetworkPost& heard, std::string_view seen_via) {
  auto author = file_account(heard.author);
  RAPPORT_TRY(author);
  auto touched = conversation_of(heard, *author);
  RAPPORT_TRY(touched);

  Post post;
  post.workspace = channel_.workspace;
  post.id = ids_.make<PostId>();
  post.network = channel_.network;
  post.native_id = heard.native_id;
  post.revision = heard.revision;
  post.url = heard.url;
  post.author = author->id;
  post.conversation = (*touched)->conversation.id;
  post.parent_native_id = heard.parent_native_id;
  post.root_native_id = (*touched)->conversation.root_native_id;
  post.kind = heard.kind;
  post.text = heard.text;
  post.langs = heard.langs;
  post.entities = heard.entities;
  post.media = heard.media;
  post.quoted = heard.quoted;
  post.created_at = std::min(heard.created_at, now_);
  post.heard_at = now_;
  post.before_rapport = said_before(heard, channel_.connected_at);
  post.seen_via = seen_via;
  post.likes = heard.likes;
  post.reposts = heard.reposts;
  post.replies = heard.replies;
  post.our_like = heard.our_like.value_or("");
  post.our_repost = heard.our_repost.value_or("");
  if (heard.labels) post.labels = *heard.labels;
  if (author->ours) post.address = Address::kOurs;
  RAPPORT_TRY(readdress(post, *author, heard));

  if (!heard.parent_native_id.empty()) {
    auto parent = find_post(heard.parent_native_id);
    RAPPORT_TRY(parent);
    if (*parent != nullptr) {
      post.parent = (*parent)->id;
      RAPPORT_TRY(note_reply(post, (*parent)->author));
    } else {
      threads_to_read_.insert(post.root_native_id);
    }
  }
  if (!author->ours && !post.before_rapport && seen_via != "threads") {
    threads_to_read_.insert(post.root_native_id);
    if (!author->profile_read_at) profiles_to_read_.insert(author->native_id);
  }

  RAPPORT_TRY(unit_.posts().add(post));
  if (reader_ != nullptr) RAPPORT_TRY(read_post(post, Corrected::kNever));
  RAPPORT_TRY(note_interactions(post, *author, heard));
  ++filed_.new_posts;
  if (!(*touched)->conversation.excerpt_post) (*touched)->conversation.excerpt_post = post.id;
  (*touched)->reason = "post";
  (*touched)->structure = true;
  // A conversation that lies in the store, or of which something else is in doubt, is read there.
  if ((*touched)->fresh && (*touched)->outline.size() + 1 == ++(*touched)->added) {
    (*touched)->outline.push_back(outline_of(post, *author));
  }
  posts_[post.native_id] = post;
  return post;
}

// What the store would tell of a post that it was just given.
OutlinePost Filer::outline_of(const Post& post, const Account& author) {
  OutlinePost out;
  out.id = post.id;
  out.author = post.author;
  out.person = author.person;
  out.author_native_id = author.native_id;
  out.native_id = post.native_id;
  out.parent_native_id = post.parent_native_id;
  out.address = post.address;
  out.created_at = post.created_at;
  out.heard_at = post.heard_at;
  out.before_rapport = post.before_rapport;
  out.silenced = silenced(author);
  out.to = post.to;
  out.joined = post.parent.has_value();
  out.from_rapport = post.seen_via == kFromHere;
  if (post.address != Address::kOurs) return out;
  for (const Entity& each : post.entities) {
    if (each.kind == EntityKind::kMention) out.mentions.push_back(each.value);
  }
  return out;
}

Result<Done> Filer::note_reply(const Post& post, AccountId parent_author) {
  if (post.author == parent_author) return Done{};
  Interaction interaction;
  interaction.workspace = channel_.workspace;
  interaction.network = channel_.network;
  interaction.native_id = post.native_id;
  interaction.at = post.created_at;
  interaction.post = post.id;
  interaction.actor = post.author;
  interaction.object = parent_author;
  interaction.kind = InteractionKind::kReply;
  auto added = unit_.people().add_interaction(interaction);
  RAPPORT_TRY(added);
  if (*added) ++filed_.new_interactions;
  return Done{};
}

Result<Done> Filer::note_interactions(const Post& post, const Account& author,
                                      const NetworkPost& heard) {
  Interaction interaction;
  interaction.workspace = channel_.workspace;
  interaction.network = channel_.network;
  interaction.native_id = post.native_id;
  interaction.at = post.created_at;
  interaction.post = post.id;
  interaction.actor = author.id;

  const auto note = [&](AccountId object, InteractionKind kind) -> Result<Done> {
    if (object == author.id) return Done{};
    interaction.object = object;
    interaction.kind = kind;
    auto added = unit_.people().add_interaction(interaction);
    RAPPORT_TRY(added);
    if (*added) ++filed_.new_interactions;
    return Done{};
  };

  if (author.ours) return Done{};
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  for (const Channel& each : **channels) {
    if (mentions(heard.entities, each.native_id)) {
      RAPPORT_TRY(note(each.account, InteractionKind::kMention));
    }
    if (heard.quoted_author_native_id == each.native_id) {
      RAPPORT_TRY(note(each.account, InteractionKind::kQuote));
    }
  }
  return Done{};
}

// Takes in what this hearing tells of whom a post speaks to, and whether that was before Rapport.
// Several of our accounts may hear the same post in any order: what they make of it together must
// not depend on it. True if anything changed.
Result<bool> Filer::readdress(Post& post, const Account& author, const NetworkPost& heard) {
  const auto before = std::tuple(post.address, post.to, post.before_rapport);
  if (author.ours) {
    auto channels = our_channels();
    RAPPORT_TRY(channels);
    for (const Channel& each : **channels) {
      if (each.account == author.id) post.before_rapport = said_before(heard, each.connected_at);
    }
  } else {
    auto spoken = spoken_to(heard);
    RAPPORT_TRY(spoken);
    if (!*spoken) {
      // What only stands beside is as old as it is to the account that was there first.
      const bool beside = post.address == Address::kContext || post.address == Address::kBranch;
      if (beside && !said_before(heard, channel_.connected_at)) post.before_rapport = false;
    } else if (post.address == Address::kDirect) {
      if (!said_before(heard, (*spoken)->since)) post.before_rapport = false;
      post.to = post.to ? std::min(*post.to, (*spoken)->account) : (*spoken)->account;
    } else {
      // Met first as somebody's context, and now told that it speaks to us.
      post.address = Address::kDirect;
      post.before_rapport = said_before(heard, (*spoken)->since);
      post.to = (*spoken)->account;
    }
  }
  return before != std::tuple(post.address, post.to, post.before_rapport);
}

Result<Done> Filer::reconsider(ConversationId id) {
  if (const auto known = touched_.find(id); known != touched_.end()) {
    known->second.structure = true;
    known->second.outline.clear();
    return Done{};
  }
  auto conversation = unit_.conversations().find(channel_.workspace, id);
  RAPPORT_TRY(conversation);
  by_root_[conversation->root_native_id] = id;
  touched_.emplace(id, Touched{*conversation, {}, true});
  return Done{};
}

Result<Done> Filer::reconsider_all_of(AccountId account) {
  auto conversations = unit_.posts().conversations_of(channel_.workspace, account);
  RAPPORT_TRY(conversations);
  for (const ConversationId each : *conversations) RAPPORT_TRY(reconsider(each));
  return Done{};
}

Result<Filer::Touched*> Filer::touch(const Post& post, std::string_view reason, bool structure) {
  auto place = touched_.find(post.conversation);
  if (place == touched_.end()) {
    auto conversation = unit_.conversations().find(channel_.workspace, post.conversation);
    RAPPORT_TRY(conversation);
    by_root_[conversation->root_native_id] = conversation->id;
    place = touched_.emplace(conversation->id, Touched{*conversation, {}, false}).first;
  }
  auto& touched = place->second;
  touched.outline.clear();
  if (touched.reason != "post") touched.reason = reason;
  touched.structure |= structure;
  return &touched;
}

// Each account sees its own likes and reposts alone: that one of them did not like a post says
// nothing of the others.
Result<bool> Filer::may_tell(const Post& post, const std::string& mark,
                             const std::vector<ActKind>& kinds) {
  if (!mark.empty()) return true;
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  if ((*channels)->size() < 2) return true;
  std::optional<Act> latest;
  for (const Channel& each : **channels) {
    auto act = unit_.outbox().latest_on_post(channel_.workspace, each.id, post.id, kinds);
    RAPPORT_TRY(act);
    if (*act && (!latest || latest->id < (*act)->id)) latest = std::move(**act);
  }
  return latest && latest->channel == channel_.id;
}

Result<Post> Filer::update_post(Post post, const NetworkPost& heard, std::string_view seen_via) {
  auto author = file_account(heard.author);
  RAPPORT_TRY(author);

  // Ours and sent from here, though the listener saw it on the network first: whoever wrote it had
  // seen what had been heard, and no more.
  if (seen_via == kFromHere && post.seen_via != kFromHere) {
    post.seen_via = kFromHere;
    RAPPORT_TRY(save_post(post));
    RAPPORT_TRY(touch(post, "edit", false));
  }

  // The network may show for a while what is deleted already.
  if (post.deleted_at && *post.deleted_at + kNetworkLag > now_) return post;
  const bool back = post.deleted_at.has_value();
  const bool edited = !back && post.text != heard.text;
  bool changed = back || edited;
  if (changed) {
    post.deleted_at.reset();
    post.text = heard.text;
    post.entities = heard.entities;
    post.media = heard.media;
    post.quoted = heard.quoted;
    if (edited) post.edited_at = now_;
    ++filed_.changed_posts;
  }
  changed |= take(post.revision, heard.revision);
  changed |= take(post.url, heard.url);
  if (heard.counts_known && (post.likes != heard.likes || post.reposts != heard.reposts ||
                             post.replies != heard.replies)) {
    post.likes = heard.likes;
    post.reposts = heard.reposts;
    post.replies = heard.replies;
    changed = true;
  }
  const auto take_own = [&](std::string& into, const std::optional<std::string>& told,
                            const std::vector<ActKind>& kinds) -> Result<Done> {
    if (!told || into == *told) return Done{};
    auto act = unit_.outbox().latest_on_post(channel_.workspace, channel_.id, post.id, kinds);
    RAPPORT_TRY(act);
    auto may = may_tell(post, *told, kinds);
    RAPPORT_TRY(may);
    if (fresh(*act, now_) || !*may) return Done{};
    into = *told;
    changed = true;
    return Done{};
  };
  RAPPORT_TRY(take_own(post.our_like, heard.our_like, {ActKind::kLike, ActKind::kUnlike}));
  RAPPORT_TRY(take_own(post.our_repost, heard.our_repost, {ActKind::kRepost, ActKind::kUnrepost}));
  if (heard.labels && post.labels != *heard.labels) {
    post.labels = *heard.labels;
    changed = true;
  }
  // A quote says when what it quotes is gone, and shows it again when it is back; a view knows more
  // of pictures than a record does, and our own picture gives way to the network's.
  const bool other_quote = heard.counts_known ? !(post.quoted == heard.quoted) : !post.quoted;
  if (!post.deleted_at && heard.quoted && other_quote) {
    post.quoted = heard.quoted;
    changed = true;
  }
  const bool other_media =
      heard.counts_known ? !(post.media == heard.media) : !same_media(post.media, heard.media);
  if (!post.deleted_at && !heard.media.empty() && other_media) {
    post.media = heard.media;
    changed = true;
  }
  auto structure = readdress(post, *author, heard);
  RAPPORT_TRY(structure);
  changed |= *structure;
  if (!post.parent && !post.parent_native_id.empty()) *structure = true;
  if (!changed && !*structure) return post;

  if (changed) RAPPORT_TRY(save_post(post));
  if (back || edited) RAPPORT_TRY(read_post(post));
  RAPPORT_TRY(touch(post, "edit", *structure));
  return post;
}

Result<Done> Filer::file_deletion(const std::string& native_id) {
  auto stored = find_post(native_id);
  RAPPORT_TRY(stored);
  if (*stored == nullptr || (*stored)->deleted_at) return Done{};

  Post post = **stored;
  post.deleted_at = now_;
  post.text.clear();
  post.entities.clear();
  post.media.clear();
  post.quoted.reset();
  post.labels.clear();
  RAPPORT_TRY(save_post(post));
  RAPPORT_TRY(read_post(post));
  ++filed_.changed_posts;
  RAPPORT_TRY(touch(post, "delete", false));
  return Done{};
}

Result<Done> Filer::file_interaction(const NetworkInteraction& heard) {
  auto actor = file_account(heard.actor);
  RAPPORT_TRY(actor);
  if (actor->ours) return Done{};

  Interaction interaction;
  interaction.workspace = channel_.workspace;
  interaction.network = channel_.network;
  interaction.native_id = heard.native_id;
  interaction.actor = actor->id;
  interaction.object = channel_.account;
  interaction.kind = heard.kind;
  interaction.at = std::min(heard.at, now_);
  if (!heard.object_post_native_id.empty()) {
    auto post = find_post(heard.object_post_native_id);
    RAPPORT_TRY(post);
    if (*post != nullptr) interaction.post = (*post)->id;
  }
  auto added = unit_.people().add_interaction(interaction);
  RAPPORT_TRY(added);
  if (!*added) return Done{};

  ++filed_.new_interactions;
  if (heard.kind == InteractionKind::kFollow && actor->follows_us != true) {
    actor->follows_us = true;
    actor->changed_at = now_;
    accounts_[actor->native_id] = *actor;
    RAPPORT_TRY(unit_.people().save_account(*actor));
  }
  Event event;
  event.workspace = channel_.workspace;
  event.kind = EventKind::kPerson;
  event.subject = actor->person.value;
  event.at = now_;
  return unit_.announce(std::move(event));
}

// Works out which posts concern us, and joins posts to parents that came after them. True if any
// post changed.
Result<bool> Filer::relink(std::vector<OutlinePost>& outline) {
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  const auto channel_of = [&](AccountId account) -> const Channel* {
    for (const Channel& each : **channels) {
      if (each.account == account) return &each;
    }
    return nullptr;
  };

  // An account that was connected after it was heard is one of ours all the same.
  for (OutlinePost& post : outline) {
    if (post.address == Address::kOurs || channel_of(post.author) == nullptr) continue;
    auto known = find_post(post.native_id);
    RAPPORT_TRY(known);
    if (*known == nullptr) continue;
    Post stored = **known;
    stored.address = post.address = Address::kOurs;
    stored.to = post.to = std::nullopt;
    stored.before_rapport = post.before_rapport =
        post.created_at < channel_of(post.author)->connected_at;
    RAPPORT_TRY(save_post(stored));
    RAPPORT_TRY(read_post(stored));
  }

  const std::vector<Place> places = work_out_places(outline);
  bool changed = false;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    OutlinePost& post = outline[i];
    const auto& [address, parent] = places[i];
    const bool moves = address != post.address;
    const bool joins = parent && !post.joined;
    // Who answers one of our accounts speaks to that one.
    std::optional<AccountId> to = post.to;
    if (address == Address::kDirect && parent && outline[*parent].address == Address::kOurs &&
        channel_of(outline[*parent].author)) {
      to = outline[*parent].author;
    }
    if (!moves && !joins && to == post.to) continue;
    auto known = find_post(post.native_id);
    RAPPORT_TRY(known);
    if (*known == nullptr) continue;
    Post stored = **known;
    if (to && moves && address == Address::kDirect &&
        post.created_at < channel_of(*to)->connected_at) {
      stored.before_rapport = post.before_rapport = true;
    }
    stored.to = post.to = to;
    stored.address = address;
    if (joins) {
      stored.parent = outline[*parent].id;
      RAPPORT_TRY(note_reply(stored, outline[*parent].author));
    }
    RAPPORT_TRY(save_post(stored));
    post.address = address;
    post.joined = post.joined || joins;
    changed = true;
  }
  return changed;
}

Result<Done> Filer::store_fresh(Touched& touched) {
  touched.fresh = false;
  counts_changed_ = true;
  return unit_.conversations().add(touched.conversation);
}

// Where several of our accounts are concerned, the conversation stands under each of them, and
// under the one that is waited for first of all.
Result<Done> Filer::choose_channel(Conversation& conversation,
                                   const std::vector<OutlinePost>& outline) {
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  if ((*channels)->size() < 2) return Done{};

  const OutlinePost* first = nullptr;
  std::optional<ChannelId> of_lead;
  std::optional<ChannelId> of_first;
  std::set<ChannelId> concerned;
  for (const OutlinePost& post : outline) {
    const auto account = post.address == Address::kOurs ? std::optional(post.author) : post.to;
    if (!account) continue;
    for (const Channel& each : **channels) {
      if (each.account != *account) continue;
      concerned.insert(each.id);
      if (each.state == ChannelState::kDisconnected) continue;
      if (post.id == conversation.excerpt_post) of_lead = each.id;
      if (first == nullptr || std::tie(post.created_at, post.native_id) <
                                  std::tie(first->created_at, first->native_id)) {
        first = &post;
        of_first = each.id;
      }
    }
  }
  if (of_lead || of_first) conversation.channel = of_lead ? *of_lead : *of_first;
  concerned.insert(conversation.channel);
  if (concerned.size() < 2) return Done{};
  auto known = unit_.conversations().channels_of(channel_.workspace, conversation.id);
  RAPPORT_TRY(known);
  for (const ChannelId each : *known) concerned.erase(each);
  for (const ChannelId each : concerned) {
    RAPPORT_TRY(unit_.conversations().note_channel(conversation, each));
  }
  return Done{};
}

Result<Done> Filer::settle(Touched& touched) {
  // Looked up, but nothing came of it.
  if (touched.reason.empty() && !touched.structure && !touched.fresh) return Done{};
  std::vector<OutlinePost> outline = std::move(touched.outline);
  std::vector<Decision> decisions;
  if (!touched.fresh || outline.size() != touched.added) {
    auto stored = unit_.posts().outline(channel_.workspace, touched.conversation.id);
    RAPPORT_TRY(stored);
    outline = std::move(*stored);
  }
  if (!touched.fresh) {
    auto stored = unit_.conversations().decisions(channel_.workspace, touched.conversation.id, 200);
    RAPPORT_TRY(stored);
    decisions = std::move(*stored);
  }
  if (touched.structure) RAPPORT_TRY(relink(outline));

  const auto before = touched.conversation.state;
  const ChannelId heard_by = touched.conversation.channel;
  auto applied = apply_with_reading(unit_, derive_state(outline, decisions, now_),
                                    touched.conversation, read_);
  RAPPORT_TRY(applied);
  bool shown = *applied;
  RAPPORT_TRY(choose_channel(touched.conversation, outline));
  shown |= heard_by != touched.conversation.channel;
  if (!shown && touched.reason.empty()) return Done{};

  touched.conversation.version += 1;
  touched.conversation.changed_at = now_;
  if (touched.fresh) {
    RAPPORT_TRY(store_fresh(touched));
  } else {
    RAPPORT_TRY(unit_.conversations().save(touched.conversation));
    if (before != touched.conversation.state) counts_changed_ = true;
  }

  Event event;
  event.workspace = channel_.workspace;
  event.kind = EventKind::kConversation;
  event.subject = touched.conversation.id.value;
  event.version = touched.conversation.version;
  event.reason = touched.reason.empty() ? "state" : touched.reason;
  event.at = now_;
  return unit_.announce(std::move(event));
}

Result<Filed> Filer::finish() {
  for (auto& [id, touched] : touched_) RAPPORT_TRY(settle(touched));
  if (counts_changed_) {
    Event event;
    event.workspace = channel_.workspace;
    event.kind = EventKind::kCounts;
    event.at = now_;
    RAPPORT_TRY(unit_.announce(std::move(event)));
  }
  filed_.threads_to_read.assign(threads_to_read_.begin(), threads_to_read_.end());
  filed_.threads_again.assign(threads_again_.begin(), threads_again_.end());
  filed_.profiles_to_read.assign(profiles_to_read_.begin(), profiles_to_read_.end());
  return std::move(filed_);
}

}  // namespace rapport
