// Two halves of a thread that meet.
//
// A network may show a reply without what stands far above it: then a post in the middle is taken
// for the root. When that post itself is heard and names a root of its own, what was filed below it
// belongs to that thread. Each post says only what it knows of itself, so the outcome is the same
// whichever half came first; and nobody can join two threads but the writer of the post between.

#include "desk/hearing/filer.h"

namespace rapport {
namespace {

constexpr int kHalfAtATime = 500;

}  // namespace

// The root as far as is known: what the post claims, or what that post itself was filed under.
Result<std::string> Filer::root_of(const NetworkPost& heard) {
  const std::string& claimed = heard.root_native_id;
  if (claimed.empty() || claimed == heard.native_id) return heard.native_id;
  if (by_root_.contains(claimed)) return claimed;
  auto root = find_post(claimed);
  RAPPORT_TRY(root);
  return *root != nullptr ? (*root)->root_native_id : claimed;
}

// The conversation of a thread, ready to be changed; null if there is none.
Result<Filer::Touched*> Filer::find_by_root(const std::string& root) {
  if (const auto known = by_root_.find(root); known != by_root_.end()) {
    return &touched_.at(known->second);
  }
  if (no_conversation_.contains(root)) return nullptr;
  auto stored = unit_.conversations().by_root(channel_.workspace, channel_.network, root);
  RAPPORT_TRY(stored);
  if (!*stored) return nullptr;
  by_root_[root] = (*stored)->id;
  return &touched_.try_emplace((*stored)->id, Touched{**stored, {}, false}).first->second;
}

// What was filed under `half_root` as if that were a root belongs to the thread of `root`.
Result<Done> Filer::join_halves(const std::string& half_root, const std::string& root) {
  auto half = find_by_root(half_root);
  RAPPORT_TRY(half);
  if (*half == nullptr) return Done{};
  auto whole = find_by_root(root);
  RAPPORT_TRY(whole);
  Touched& kept = *whole == nullptr ? **half : **whole;
  if (*whole != nullptr) {
    // What the store is to join has to be there.
    if ((*half)->fresh) RAPPORT_TRY(store_fresh(**half));
    if (kept.fresh) RAPPORT_TRY(store_fresh(kept));
  }
  kept.outline.clear();
  const Conversation gone = (*half)->conversation;

  std::optional<ThreadPlace> after;
  for (std::size_t moved = kHalfAtATime; moved == kHalfAtATime;) {
    auto posts = unit_.posts().thread(channel_.workspace, gone.id, after, kHalfAtATime);
    RAPPORT_TRY(posts);
    moved = posts->size();
    for (Post& post : *posts) {
      after = ThreadPlace{post.created_at, post.id};
      post.conversation = kept.conversation.id;
      post.root_native_id = root;
      RAPPORT_TRY(save_post(post));
    }
  }
  kept.reason = "post";
  kept.structure = true;
  by_root_.erase(half_root);
  if (*whole == nullptr) {
    kept.conversation.root_native_id = root;
    by_root_[root] = gone.id;
    return Done{};
  }

  RAPPORT_TRY(unit_.conversations().merge_into(channel_.workspace, gone.id, kept.conversation.id));
  touched_.erase(gone.id);
  counts_changed_ = true;
  Conversation& conversation = kept.conversation;
  conversation.first_heard_at = std::min(conversation.first_heard_at, gone.first_heard_at);
  if (!conversation.excerpt_post) conversation.excerpt_post = gone.excerpt_post;
  // Both had an owner: whoever has been here longer goes on, whichever half that was.
  if (!conversation.owner || (gone.owner && *gone.owner < *conversation.owner)) {
    conversation.owner = gone.owner;
  }
  Event event;
  event.workspace = channel_.workspace;
  event.kind = EventKind::kConversation;
  event.subject = gone.id.value;
  event.version = gone.version + 1;
  event.reason = "state";
  event.at = now_;
  return unit_.announce(std::move(event));
}

}  // namespace rapport
