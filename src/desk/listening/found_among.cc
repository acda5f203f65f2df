#include "desk/listening/found_among.h"

#include "desk/listening/matching.h"
#include "desk/listening/post_view.h"

namespace rapport {

std::vector<NetworkPost> found_among(Unit& unit, const MonitorMatching& matching,
                                     PostReader* reader, const Channel& channel,
                                     const std::vector<NetworkPost>& posts) {
  std::vector<NetworkPost> out;
  MatchScratch scratch;
  std::vector<std::uint64_t> keys;
  for (const NetworkPost& each : posts) {
    // As far as it is known before it is filed.
    Post post;
    post.workspace = channel.workspace;
    post.network = channel.network;
    post.native_id = each.native_id;
    post.url = each.url;
    post.parent_native_id = each.parent_native_id;
    post.kind = each.kind;
    post.text = each.text;
    post.langs = each.langs;
    post.entities = each.entities;
    post.media = each.media;
    post.created_at = each.created_at;
    post.likes = each.likes;
    post.reposts = each.reposts;
    post.replies = each.replies;
    Account author;
    author.native_id = each.author.native_id;
    author.handle = each.author.handle;
    author.name = each.author.name;
    author.followers = each.author.followers;
    PostEnricher enricher(unit, reader, post, &author, {}, {});
    keys.clear();
    matching.matcher().match_keys(heard_post(post, &author, nullptr), scratch, keys,
                                  static_cast<std::uint64_t>(channel.workspace.value), &enricher);
    if (!keys.empty()) out.push_back(each);
  }
  return out;
}

}  // namespace rapport
