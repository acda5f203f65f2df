// A post that is known: edited, counted anew, gone, or back again.

#include "desk/hearing/filer.h"

#include <algorithm>
#include <tuple>

#include "desk/hearing/filer_rules.h"

namespace rapport {
namespace {

bool same_media(const std::vector<Media>& one, const std::vector<Media>& other) {
  const auto shown = [](const Media& media) {
    return std::tie(media.kind, media.url, media.thumb_url, media.alt, media.title,
                    media.description, media.width, media.height);
  };
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [&](const Media& a, const Media& b) { return shown(a) == shown(b); });
}

}  // namespace

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

  // The network may show for a while what is deleted already; a stream tells things in order.
  const bool may_lag = seen_via != kStream;
  if (may_lag && post.deleted_at && *post.deleted_at + kNetworkLag > now_) return post;
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
  if (back || edited) {
    RAPPORT_TRY(read_post(post));
    RAPPORT_TRY(match_post(post, &*author, false));
  }
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
  RAPPORT_TRY(match_post(post, nullptr, false));
  ++filed_.changed_posts;
  RAPPORT_TRY(touch(post, "delete", false));
  return Done{};
}

}  // namespace rapport
