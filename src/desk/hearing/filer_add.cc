// A post that was not heard before.

#include "desk/hearing/filer.h"

#include <algorithm>

#include "desk/hearing/filer_rules.h"

namespace rapport {

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

  // The threads of what a monitor found are read when somebody looks at them.
  const bool listened = is_listened(seen_via) && post.address == Address::kContext;
  if (!heard.parent_native_id.empty()) {
    auto parent = find_post(heard.parent_native_id);
    RAPPORT_TRY(parent);
    if (*parent != nullptr) {
      post.parent = (*parent)->id;
      RAPPORT_TRY(note(post, (*parent)->author, InteractionKind::kReply));
    } else if (!listened) {
      threads_to_read_.insert(post.root_native_id);
    }
  }
  if (!author->ours && !post.before_rapport && seen_via != "threads") {
    if (!listened) threads_to_read_.insert(post.root_native_id);
    if (!author->profile_read_at) profiles_to_read_.insert(author->native_id);
  }

  RAPPORT_TRY(unit_.posts().add(post));
  if (reader_ != nullptr) RAPPORT_TRY(read_post(post, Corrected::kNever));
  RAPPORT_TRY(match_post(post, &*author, true));
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

}  // namespace rapport
