#include "networks/bluesky/mapping.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/url.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kMostText = 64U << 10U;  // far above any network's limit
constexpr std::size_t kMostName = 1024;
constexpr std::size_t kMostLangs = 8;
constexpr std::size_t kMostMedia = 20;
constexpr std::size_t kMostSpans = 500;

// A text that goes on to people and databases: no NUL, no endless ones. Keeps byte offsets.
std::string clean(std::string_view text, std::size_t most = kMostText) {
  std::string kept(cut_bytes(text, most));
  std::replace(kept.begin(), kept.end(), '\0', ' ');
  return kept;
}

std::string web_address(std::string_view text) {
  return parse_web_url(text) ? std::string(text) : std::string();
}

std::optional<Time> time_at(Json json, std::string_view key) {
  return parse_time(text_at(json, key));
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

std::optional<Entity> entity_of(Json facet, std::string_view text) {
  const auto index = member(facet, "index");
  if (!index) return std::nullopt;
  const auto begin = number_at(*index, "byteStart");
  const auto end = number_at(*index, "byteEnd");
  if (!begin || !end || *begin < 0 || *end <= *begin ||
      *end > static_cast<std::int64_t>(text.size()) ||
      !is_boundary(text, static_cast<std::size_t>(*begin)) ||
      !is_boundary(text, static_cast<std::size_t>(*end))) {
    return std::nullopt;
  }
  Entity entity;
  entity.begin = static_cast<std::uint32_t>(*begin);
  entity.end = static_cast<std::uint32_t>(*end);
  for (const Json feature : array_at(facet, "features")) {
    const std::string_view type = text_at(feature, "$type");
    if (type == "app.bsky.richtext.facet#mention") {
      entity.kind = EntityKind::kMention;
      entity.value = text_at(feature, "did");
      if (is_did(entity.value)) return entity;
    } else if (type == "app.bsky.richtext.facet#link") {
      entity.kind = EntityKind::kLink;
      entity.value = web_address(text_at(feature, "uri"));
      if (!entity.value.empty()) return entity;
    } else if (type == "app.bsky.richtext.facet#tag") {
      entity.kind = EntityKind::kTag;
      entity.value = clean(text_at(feature, "tag"), kMostName);
      if (!entity.value.empty()) return entity;
    }
  }
  return std::nullopt;
}

// In order and apart: of two that overlap the first stays.
std::vector<Entity> entities_of(Json record, std::string_view text) {
  std::vector<Entity> entities;
  for (const Json facet : array_at(record, "facets")) {
    if (entities.size() == kMostSpans) break;
    if (auto entity = entity_of(facet, text)) entities.push_back(std::move(*entity));
  }
  std::stable_sort(entities.begin(), entities.end(),
                   [](const Entity& a, const Entity& b) { return a.begin < b.begin; });
  std::uint32_t end = 0;
  std::erase_if(entities, [&](const Entity& entity) {
    if (entity.begin < end) return true;
    end = entity.end;
    return false;
  });
  return entities;
}

void read_viewer(Json profile, NetworkAccount& account) {
  const auto viewer = member(profile, "viewer");
  if (!viewer) return;
  account.follows_us = !text_at(*viewer, "followedBy").empty();
  account.followed_by_us = std::string(text_at(*viewer, "following"));
}

std::optional<NetworkAccount> account_of(Json profile) {
  NetworkAccount account;
  account.native_id = text_at(profile, "did");
  if (!is_did(account.native_id)) return std::nullopt;
  account.handle = clean(text_at(profile, "handle"), kMostName);
  account.name = clean(trim(text_at(profile, "displayName")), kMostName);
  account.bio = clean(text_at(profile, "description"));
  account.avatar_url = web_address(text_at(profile, "avatar"));
  account.url = profile_url(account.native_id);
  account.joined_at = time_at(profile, "createdAt");
  read_viewer(profile, account);
  return account;
}

void add_media(Media media, NetworkPost& post) {
  if (post.media.size() < kMostMedia && (!media.url.empty() || !media.thumb_url.empty())) {
    post.media.push_back(std::move(media));
  }
}

void read_media_view(Json embed, NetworkPost& post) {
  const std::string_view type = text_at(embed, "$type");
  if (type == "app.bsky.embed.images#view") {
    for (const Json image : array_at(embed, "images")) {
      Media media;
      media.kind = MediaKind::kImage;
      media.url = web_address(text_at(image, "fullsize"));
      media.thumb_url = web_address(text_at(image, "thumb"));
      media.alt = clean(text_at(image, "alt"));
      add_media(std::move(media), post);
    }
  } else if (type == "app.bsky.embed.video#view") {
    Media media;
    media.kind = MediaKind::kVideo;
    media.url = web_address(text_at(embed, "playlist"));
    media.thumb_url = web_address(text_at(embed, "thumbnail"));
    media.alt = clean(text_at(embed, "alt"));
    add_media(std::move(media), post);
  } else if (type == "app.bsky.embed.external#view") {
    if (const auto card = member(embed, "external")) {
      Media media;
      media.kind = MediaKind::kLink;
      media.url = web_address(text_at(*card, "uri"));
      media.thumb_url = web_address(text_at(*card, "thumb"));
      media.title = clean(text_at(*card, "title"));
      media.description = clean(text_at(*card, "description"));
      add_media(std::move(media), post);
    }
  }
}

// What a quote shows of the quoted post; a deleted, blocked or detached one shows nothing.
void read_quote_view(Json record, NetworkPost& post) {
  if (text_at(record, "$type") != "app.bsky.embed.record#viewRecord") return;
  const auto author = member(record, "author");
  const auto value = member(record, "value");
  if (!author || !value || text_at(*value, "$type") != kPostCollection) return;
  Quoted quoted;
  quoted.native_id = text_at(record, "uri");
  quoted.author_handle = clean(text_at(*author, "handle"), kMostName);
  quoted.text = clean(text_at(*value, "text"));
  post.quoted_author_native_id = text_at(*author, "did");
  post.quoted = std::move(quoted);
}

void read_embed_view(Json view, NetworkPost& post) {
  const auto embed = member(view, "embed");
  if (!embed) return;
  const std::string_view type = text_at(*embed, "$type");
  if (type == "app.bsky.embed.record#view") {
    if (const auto record = member(*embed, "record")) read_quote_view(*record, post);
  } else if (type == "app.bsky.embed.recordWithMedia#view") {
    if (const auto media = member(*embed, "media")) read_media_view(*media, post);
    if (const auto outer = member(*embed, "record")) {
      if (const auto record = member(*outer, "record")) read_quote_view(*record, post);
    }
  } else {
    read_media_view(*embed, post);
  }
}

// What the record itself says of things whose views we do not have: link cards are whole, pictures
// and videos are not, and a quote names only what it quotes.
void read_embed_record(Json record, NetworkPost& post) {
  const auto embed = member(record, "embed");
  if (!embed) return;
  std::string_view type = text_at(*embed, "$type");
  std::optional<Json> quote;
  std::optional<Json> media = embed;
  if (type == "app.bsky.embed.record") {
    quote = member(*embed, "record");
  } else if (type == "app.bsky.embed.recordWithMedia") {
    if (const auto outer = member(*embed, "record")) quote = member(*outer, "record");
    media = member(*embed, "media");
    type = media ? text_at(*media, "$type") : std::string_view{};
  }
  if (quote) {
    const std::string_view uri = text_at(*quote, "uri");
    const auto parts = parse_at_uri(uri);
    if (parts && parts->collection == kPostCollection) {
      post.quoted_native_id = uri;
      post.quoted_author_native_id = parts->repo;
    }
  }
  if (type == "app.bsky.embed.external") {
    if (const auto card = member(*media, "external")) {
      Media link;
      link.kind = MediaKind::kLink;
      link.url = web_address(text_at(*card, "uri"));
      link.title = clean(text_at(*card, "title"));
      link.description = clean(text_at(*card, "description"));
      add_media(std::move(link), post);
    }
  }
}

// The part of a post that its author wrote. False if it is no post.
bool read_record(Json record, std::string_view uri, NetworkPost& post) {
  const auto parts = parse_at_uri(uri);
  if (!parts || parts->collection != kPostCollection) return false;
  std::string_view text;
  if (record["text"].get(text) != simdjson::SUCCESS) return false;
  post.native_id = uri;
  post.url = post_url(uri);
  post.text = clean(text);
  post.entities = entities_of(record, post.text);
  for (const Json lang : array_at(record, "langs")) {
    std::string_view tag;
    if (lang.get(tag) == simdjson::SUCCESS && post.langs.size() < kMostLangs) {
      post.langs.push_back(clean(tag, 64));
    }
  }
  post.root_native_id = uri;
  if (const auto reply = member(record, "reply")) {
    const auto parent = member(*reply, "parent");
    const auto root = member(*reply, "root");
    if (parent) post.parent_native_id = text_at(*parent, "uri");
    if (root) post.root_native_id = text_at(*root, "uri");
    if (!parse_at_uri(post.parent_native_id) || !parse_at_uri(post.root_native_id)) return false;
    post.kind = PostKind::kReply;
  }
  read_embed_record(record, post);
  if (post.kind == PostKind::kPost && !post.quoted_native_id.empty()) post.kind = PostKind::kQuote;
  const auto created = time_at(record, "createdAt");
  if (created) post.created_at = *created;
  return true;
}

bool has_embed(Json json, std::string_view record_key) {
  const auto record = member(json, record_key);
  return record && member(*record, "embed").has_value();
}

std::optional<NetworkPost> post_of_view(Json view) {
  const auto author = member(view, "author");
  const auto record = member(view, "record");
  if (!author || !record) return std::nullopt;
  auto account = account_of(*author);
  NetworkPost post;
  if (!account || !read_record(*record, text_at(view, "uri"), post)) return std::nullopt;
  post.author = std::move(*account);
  post.revision = text_at(view, "cid");
  post.indexed_at = time_at(view, "indexedAt");
  if (post.created_at == Time{} && post.indexed_at) post.created_at = *post.indexed_at;
  // The view of a card also has its picture.
  post.media.clear();
  read_embed_view(view, post);
  post.likes = number_at(view, "likeCount").value_or(0);
  post.reposts = number_at(view, "repostCount").value_or(0);
  post.replies = number_at(view, "replyCount").value_or(0);
  post.counts_known = true;
  if (const auto viewer = member(view, "viewer")) {
    post.our_like = std::string(text_at(*viewer, "like"));
  }
  return post;
}

std::optional<NetworkPost> post_of_notification(Json notification, NetworkAccount author) {
  const auto record = member(notification, "record");
  NetworkPost post;
  if (!record || !read_record(*record, text_at(notification, "uri"), post)) return std::nullopt;
  post.author = std::move(author);
  post.revision = text_at(notification, "cid");
  post.indexed_at = time_at(notification, "indexedAt");
  if (post.created_at == Time{} && post.indexed_at) post.created_at = *post.indexed_at;
  post.addressed = true;
  return post;
}

std::optional<NetworkInteraction> interaction_of(Json notification, InteractionKind kind,
                                                 NetworkAccount actor) {
  NetworkInteraction interaction;
  interaction.kind = kind;
  interaction.native_id = text_at(notification, "uri");
  interaction.actor = std::move(actor);
  if (kind != InteractionKind::kFollow) {
    interaction.object_post_native_id = text_at(notification, "reasonSubject");
    if (!parse_at_uri(interaction.object_post_native_id)) return std::nullopt;
  }
  if (!parse_at_uri(interaction.native_id)) return std::nullopt;
  return interaction;
}

// Nothing if it is of a kind we do not use.
std::optional<NotificationPage::Item> item_of(Json notification) {
  NotificationPage::Item item;
  const auto indexed = time_at(notification, "indexedAt");
  const auto author = member(notification, "author");
  if (!indexed || !author) return std::nullopt;
  item.indexed_at = *indexed;
  item.sorted_at = *indexed;
  if (const auto record = member(notification, "record")) {
    if (const auto created = time_at(*record, "createdAt")) {
      item.sorted_at = std::min(item.sorted_at, *created);
    }
  }
  auto account = account_of(*author);
  if (!account) return std::nullopt;
  const std::string_view reason = text_at(notification, "reason");
  if (reason == "mention" || reason == "reply" || reason == "quote") {
    item.post = post_of_notification(notification, std::move(*account));
    item.wants_view = has_embed(notification, "record");
  } else if (reason == "like") {
    item.interaction = interaction_of(notification, InteractionKind::kLike, std::move(*account));
  } else if (reason == "repost") {
    item.interaction = interaction_of(notification, InteractionKind::kRepost, std::move(*account));
  } else if (reason == "follow") {
    item.interaction = interaction_of(notification, InteractionKind::kFollow, std::move(*account));
  }
  if (item.interaction) item.interaction->at = item.sorted_at;
  if (!item.post && !item.interaction) return std::nullopt;
  return item;
}

}  // namespace

Result<NotificationPage> read_notifications(const std::string& body) {
  return read_json(body, [](Json json) -> Result<NotificationPage> {
    NotificationPage page;
    simdjson::dom::array list;
    if (json["notifications"].get(list) != simdjson::SUCCESS) {
      return unavailable("Bluesky sent no notifications.", "no list in the answer");
    }
    page.cursor = text_at(json, "cursor");
    for (const Json each : list) {
      auto sorted = time_at(each, "indexedAt");
      if (const auto record = member(each, "record"); record && sorted) {
        sorted = std::min(*sorted, time_at(*record, "createdAt").value_or(*sorted));
      }
      if (sorted) page.oldest = sorted;
      if (auto item = item_of(each)) {
        page.items.push_back(std::move(*item));
      } else {
        ++page.unknown;
      }
    }
    return page;
  });
}

Result<std::vector<NetworkPost>> read_posts(const std::string& body) {
  return read_json(body, [](Json json) -> Result<std::vector<NetworkPost>> {
    simdjson::dom::array list;
    if (json["posts"].get(list) != simdjson::SUCCESS) {
      return unavailable("Bluesky sent no posts.", "no list in the answer");
    }
    std::vector<NetworkPost> posts;
    for (const Json each : list) {
      if (auto post = post_of_view(each)) posts.push_back(std::move(*post));
    }
    return posts;
  });
}

Result<RecordPage> read_own_posts(const std::string& body, const NetworkAccount& author) {
  return read_json(body, [&](Json json) -> Result<RecordPage> {
    simdjson::dom::array list;
    if (json["records"].get(list) != simdjson::SUCCESS) {
      return unavailable("Bluesky sent no records.", "no list in the answer");
    }
    RecordPage page;
    page.cursor = text_at(json, "cursor");
    for (const Json each : list) {
      ++page.records;
      const auto value = member(each, "value");
      NetworkPost post;
      if (!value || !read_record(*value, text_at(each, "uri"), post)) continue;
      post.author = author;
      post.revision = text_at(each, "cid");
      page.items.push_back({std::move(post), has_embed(each, "value")});
    }
    return page;
  });
}

Result<ThreadPage> read_thread(const std::string& body) {
  return read_json(body, [](Json json) -> Result<ThreadPage> {
    const auto anchor = member(json, "thread");
    if (!anchor) return unavailable("Bluesky sent no thread.", "no thread in the answer");
    ThreadPage page;
    struct Step {
      Json json;
      int depth;
      bool up;  // on the way to the root, where siblings are not shown
    };
    std::vector<Step> steps{{*anchor, 0, false}};
    if (const auto parent = member(*anchor, "parent")) steps.push_back({*parent, -1, true});
    while (!steps.empty()) {
      const Step step = steps.back();
      steps.pop_back();
      const std::string_view type = text_at(step.json, "$type");
      if (type == "app.bsky.feed.defs#notFoundPost") {
        page.missing.emplace_back(text_at(step.json, "uri"));
        continue;
      }
      if (type == "app.bsky.feed.defs#blockedPost") {
        page.hidden.emplace_back(text_at(step.json, "uri"));
        continue;
      }
      const auto view = member(step.json, "post");
      if (!view) continue;
      const auto replies = array_at(step.json, "replies");
      if (auto post = post_of_view(*view)) {
        page.nodes.push_back({std::move(*post), step.depth, !step.up && replies.size() == 0});
      }
      if (step.up) {
        if (const auto parent = member(step.json, "parent")) {
          steps.push_back({*parent, step.depth - 1, true});
        }
        continue;
      }
      for (const Json reply : replies) steps.push_back({reply, step.depth + 1, false});
    }
    return page;
  });
}

Result<NetworkAccount> read_profile(const std::string& body) {
  return read_json(body, [](Json json) -> Result<NetworkAccount> {
    auto account = account_of(json);
    if (!account) return unavailable("Bluesky sent no profile.", "no did in the answer");
    account->followers = number_at(json, "followersCount");
    account->follows = number_at(json, "followsCount");
    account->posts = number_at(json, "postsCount");
    account->whole_profile = true;
    return std::move(*account);
  });
}

Result<RecordRef> read_record_ref(const std::string& body) {
  return read_json(body, [](Json json) -> Result<RecordRef> {
    RecordRef ref;
    ref.uri = text_at(json, "uri");
    ref.cid = text_at(json, "cid");
    if (!parse_at_uri(ref.uri)) return unavailable("Bluesky named no record in its answer.");
    const auto value = member(json, "value");
    if (!value) return ref;
    ref.entities = entities_of(*value, clean(text_at(*value, "text")));
    const auto reply = member(*value, "reply");
    const auto root = reply ? member(*reply, "root") : std::nullopt;
    if (root) {
      ref.root_uri = text_at(*root, "uri");
      ref.root_cid = text_at(*root, "cid");
    }
    return ref;
  });
}

}  // namespace rapport::bluesky
