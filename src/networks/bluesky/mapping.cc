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
constexpr std::size_t kMostLabels = 20;
constexpr std::size_t kMostLabel = 128;
constexpr std::int64_t kMostPixels = 100'000;  // a side; more is no picture

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

void add_label(std::string_view word, std::vector<std::string>& labels) {
  std::string label = clean(word, kMostLabel);
  if (label.empty() || labels.size() == kMostLabels ||
      std::find(labels.begin(), labels.end(), label) != labels.end()) {
    return;
  }
  labels.push_back(std::move(label));
}

// The labels of a view that stand: a later word of the same labeler takes an earlier one back, and
// some stand only for a time. Nothing if the view tells of none, not even that there are none.
std::optional<std::vector<std::string>> labels_of(Json view, Time now) {
  simdjson::dom::array list;
  if (view["labels"].get(list) != simdjson::SUCCESS) return std::nullopt;
  struct Word {
    std::string_view source;
    std::string_view value;
    std::string_view made;
    bool negated;
  };
  std::vector<Word> words;
  for (const Json each : list) {
    const auto expires = time_at(each, "exp");
    if (expires && *expires <= now) continue;
    const Word word{text_at(each, "src"), text_at(each, "val"), text_at(each, "cts"),
                    bool_at(each, "neg").value_or(false)};
    const auto earlier = std::find_if(words.begin(), words.end(), [&](const Word& other) {
      return other.source == word.source && other.value == word.value;
    });
    if (earlier == words.end()) {
      words.push_back(word);
    } else if (parse_time(word.made).value_or(now) >= parse_time(earlier->made).value_or(Time{})) {
      *earlier = word;
    }
    if (words.size() > kMostLabels * 5) break;
  }
  std::vector<std::string> labels;
  for (const Word& word : words) {
    if (!word.negated) add_label(word.value, labels);
  }
  return labels;
}

// What its author warns of.
std::vector<std::string> self_labels_of(Json record) {
  std::vector<std::string> labels;
  const auto own = member(record, "labels");
  if (!own || text_at(*own, "$type") != "com.atproto.label.defs#selfLabels") return labels;
  for (const Json each : array_at(*own, "values")) add_label(text_at(each, "val"), labels);
  return labels;
}

// Both together. What the author's own word adds to a view is in the view already, and is missing
// from it only where a moderator took it back.
void read_labels(Json view, Time now, NetworkPost& post) {
  auto labels = labels_of(view, now);
  if (labels) post.labels = std::move(*labels);
}

void read_viewer(Json profile, NetworkAccount& account) {
  const auto viewer = member(profile, "viewer");
  if (!viewer) return;
  account.follows_us = !text_at(*viewer, "followedBy").empty();
  account.followed_by_us = std::string(text_at(*viewer, "following"));
  account.muted_by_us = bool_at(*viewer, "muted");
  account.blocked_by_us = std::string(text_at(*viewer, "blocking"));
  account.blocks_us = bool_at(*viewer, "blockedBy").value_or(false);
}

std::optional<NetworkAccount> account_of(Json profile, Time now) {
  NetworkAccount account;
  account.native_id = text_at(profile, "did");
  if (!is_did(account.native_id)) return std::nullopt;
  account.handle = clean(text_at(profile, "handle"), kMostName);
  account.name = clean(trim(text_at(profile, "displayName")), kMostName);
  account.bio = clean(text_at(profile, "description"));
  account.avatar_url = web_address(text_at(profile, "avatar"));
  account.url = profile_url(account.native_id);
  account.joined_at = time_at(profile, "createdAt");
  account.labels = labels_of(profile, now);
  account.standing = AccountStanding::kActive;  // the network shows nobody else
  read_viewer(profile, account);
  return account;
}

void add_media(Media media, NetworkPost& post) {
  if (post.media.size() < kMostMedia && (!media.url.empty() || !media.thumb_url.empty())) {
    post.media.push_back(std::move(media));
  }
}

// The proportions at least; many clients give the true size.
void read_size(Json shown, Media& media) {
  const auto ratio = member(shown, "aspectRatio");
  if (!ratio) return;
  const std::int64_t width = number_at(*ratio, "width").value_or(0);
  const std::int64_t height = number_at(*ratio, "height").value_or(0);
  if (width < 1 || height < 1 || width > kMostPixels || height > kMostPixels) return;
  media.width = static_cast<std::uint32_t>(width);
  media.height = static_cast<std::uint32_t>(height);
}

void read_image_view(Json image, std::string_view thumb, NetworkPost& post) {
  Media media;
  media.kind = MediaKind::kImage;
  media.url = web_address(text_at(image, "fullsize"));
  media.thumb_url = web_address(text_at(image, thumb));
  media.alt = clean(text_at(image, "alt"));
  read_size(image, media);
  add_media(std::move(media), post);
}

void read_media_view(Json embed, NetworkPost& post) {
  const std::string_view type = text_at(embed, "$type");
  if (type == "app.bsky.embed.images#view") {
    for (const Json image : array_at(embed, "images")) read_image_view(image, "thumb", post);
  } else if (type == "app.bsky.embed.gallery#view") {
    for (const Json image : array_at(embed, "items")) read_image_view(image, "thumbnail", post);
  } else if (type == "app.bsky.embed.video#view") {
    Media media;
    media.kind = MediaKind::kVideo;
    media.url = web_address(text_at(embed, "playlist"));
    media.thumb_url = web_address(text_at(embed, "thumbnail"));
    media.alt = clean(text_at(embed, "alt"));
    read_size(embed, media);
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

// Nothing if the quote shows the post, or what it shows is no post.
std::optional<QuotedState> why_not_shown(std::string_view type) {
  if (type == "app.bsky.embed.record#viewNotFound") return QuotedState::kGone;
  if (type == "app.bsky.embed.record#viewBlocked") return QuotedState::kBlocked;
  if (type == "app.bsky.embed.record#viewDetached") return QuotedState::kDetached;
  return std::nullopt;
}

// What a quote shows of the quoted post; a deleted, blocked or detached one only says so.
void read_quote_view(Json record, NetworkPost& post) {
  const std::string_view type = text_at(record, "$type");
  const auto parts = parse_at_uri(text_at(record, "uri"));
  if (!parts || parts->collection != kPostCollection) return;
  Quoted quoted;
  quoted.native_id = text_at(record, "uri");
  if (const auto why = why_not_shown(type)) {
    quoted.state = *why;
    post.quoted = std::move(quoted);
    return;
  }
  if (type != "app.bsky.embed.record#viewRecord") return;
  const auto author = member(record, "author");
  const auto value = member(record, "value");
  if (!author || !value || text_at(*value, "$type") != kPostCollection) return;
  quoted.author_handle = clean(text_at(*author, "handle"), kMostName);
  quoted.text = clean(text_at(*value, "text"));
  quoted.entities = entities_of(*value, quoted.text);
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
  if (auto labels = self_labels_of(record); !labels.empty()) post.labels = std::move(labels);
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

std::optional<NetworkPost> post_of_view(Json view, Time now) {
  const auto author = member(view, "author");
  const auto record = member(view, "record");
  if (!author || !record) return std::nullopt;
  auto account = account_of(*author, now);
  NetworkPost post;
  if (!account || !read_record(*record, text_at(view, "uri"), post)) return std::nullopt;
  post.author = std::move(*account);
  post.revision = text_at(view, "cid");
  post.indexed_at = time_at(view, "indexedAt");
  if (post.created_at == Time{} && post.indexed_at) post.created_at = *post.indexed_at;
  // The view of a card also has its picture.
  post.media.clear();
  read_embed_view(view, post);
  read_labels(view, now, post);
  post.likes = number_at(view, "likeCount").value_or(0);
  post.reposts = number_at(view, "repostCount").value_or(0);
  post.replies = number_at(view, "replyCount").value_or(0);
  post.counts_known = true;
  if (const auto viewer = member(view, "viewer")) {
    post.our_like = std::string(text_at(*viewer, "like"));
    post.our_repost = std::string(text_at(*viewer, "repost"));
  }
  return post;
}

std::optional<NetworkPost> post_of_notification(Json notification, NetworkAccount author,
                                                Time now) {
  const auto record = member(notification, "record");
  NetworkPost post;
  if (!record || !read_record(*record, text_at(notification, "uri"), post)) return std::nullopt;
  post.author = std::move(author);
  post.revision = text_at(notification, "cid");
  post.indexed_at = time_at(notification, "indexedAt");
  if (post.created_at == Time{} && post.indexed_at) post.created_at = *post.indexed_at;
  read_labels(notification, now, post);
  post.addressed = true;
  return post;
}

// Of a like, the post liked, in the like's own words.
std::string_view subject_of(Json notification) {
  const auto record = member(notification, "record");
  const auto subject = record ? member(*record, "subject") : std::nullopt;
  return subject ? text_at(*subject, "uri") : std::string_view{};
}

std::optional<NetworkInteraction> interaction_of(Json notification, InteractionKind kind,
                                                 std::string_view object, NetworkAccount actor) {
  NetworkInteraction interaction;
  interaction.kind = kind;
  interaction.native_id = text_at(notification, "uri");
  interaction.actor = std::move(actor);
  if (kind != InteractionKind::kFollow) {
    interaction.object_post_native_id = object;
    if (!parse_at_uri(interaction.object_post_native_id)) return std::nullopt;
  }
  if (!parse_at_uri(interaction.native_id)) return std::nullopt;
  return interaction;
}

// Nothing if it is of a kind we do not use.
std::optional<NotificationPage::Item> item_of(Json notification, Time now) {
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
  auto account = account_of(*author, now);
  if (!account) return std::nullopt;
  const std::string_view reason = text_at(notification, "reason");
  if (reason == "mention" || reason == "reply" || reason == "quote") {
    item.post = post_of_notification(notification, std::move(*account), now);
    item.wants_view = has_embed(notification, "record");
  } else if (reason == "like" || reason == "repost") {
    item.interaction = interaction_of(
        notification, reason == "like" ? InteractionKind::kLike : InteractionKind::kRepost,
        text_at(notification, "reasonSubject"), std::move(*account));
  } else if (reason == "like-via-repost" || reason == "repost-via-repost") {
    // They met the post through a repost of ours; the reason's subject is that repost.
    item.interaction = interaction_of(
        notification,
        reason == "like-via-repost" ? InteractionKind::kLike : InteractionKind::kRepost,
        subject_of(notification), std::move(*account));
  } else if (reason == "follow") {
    item.interaction =
        interaction_of(notification, InteractionKind::kFollow, {}, std::move(*account));
  }
  if (item.interaction) item.interaction->at = item.sorted_at;
  if (!item.post && !item.interaction) return std::nullopt;
  return item;
}

}  // namespace

Result<NotificationPage> read_notifications(const std::string& body, Time now) {
  return read_json(body, [&](Json json) -> Result<NotificationPage> {
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
      if (auto item = item_of(each, now)) {
        page.items.push_back(std::move(*item));
      } else {
        ++page.unknown;
      }
    }
    return page;
  });
}

Result<std::vector<NetworkPost>> read_posts(const std::string& body, Time now) {
  return read_json(body, [&](Json json) -> Result<std::vector<NetworkPost>> {
    simdjson::dom::array list;
    if (json["posts"].get(list) != simdjson::SUCCESS) {
      return unavailable("Bluesky sent no posts.", "no list in the answer");
    }
    std::vector<NetworkPost> posts;
    for (const Json each : list) {
      if (auto post = post_of_view(each, now)) posts.push_back(std::move(*post));
    }
    return posts;
  });
}

Result<SearchPage> read_search(const std::string& body, Time now) {
  return read_json(body, [&](Json json) -> Result<SearchPage> {
    simdjson::dom::array list;
    if (json["posts"].get(list) != simdjson::SUCCESS) {
      return unavailable("Bluesky sent no posts.", "no list in the answer");
    }
    SearchPage page;
    page.cursor = text_at(json, "cursor");
    for (const Json each : list) {
      ++page.views;
      if (auto post = post_of_view(each, now)) page.posts.push_back(std::move(*post));
    }
    return page;
  });
}

std::optional<NetworkPost> read_streamed_post(Json record, std::string_view uri,
                                              std::string_view did, std::string_view cid, Time at) {
  NetworkPost post;
  if (!is_did(did) || !read_record(record, uri, post)) return std::nullopt;
  post.author.native_id = did;
  post.author.url = profile_url(did);
  post.revision = clean(cid, kMostName);
  post.indexed_at = at;
  if (post.created_at == Time{}) post.created_at = at;
  return post;
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
      // Whether the network has more to say of it than its author, only its view tells.
      const bool wants_view = has_embed(each, "value") || post.labels.has_value();
      page.items.push_back({std::move(post), wants_view});
    }
    return page;
  });
}

Result<ThreadPage> read_thread(const std::string& body, Time now) {
  return read_json(body, [&](Json json) -> Result<ThreadPage> {
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
      if (auto post = post_of_view(*view, now)) {
        page.nodes.push_back({std::move(*post), step.depth, !step.up && replies.size() == 0,
                              static_cast<int>(replies.size())});
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

Result<NetworkAccount> read_profile(const std::string& body, Time now) {
  return read_json(body, [&](Json json) -> Result<NetworkAccount> {
    auto account = account_of(json, now);
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
