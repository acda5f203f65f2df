#include "networks/mastodon/mapping.h"

#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/names.h"
#include "text/html/text.h"

namespace rapport::mastodon {
namespace {

constexpr std::size_t kMostName = 640;
constexpr std::size_t kMostAlt = 10'000;
constexpr std::size_t kMostWarning = 300;
constexpr std::size_t kMostMedia = 40;
constexpr std::int64_t kMostPixels = 1'000'000;

std::string text_of(std::string_view text, std::size_t most) {
  return clean_utf8(cut_graphemes(clean_utf8(text), most));
}

// Empty if it is no web address.
std::string web_url(std::string_view url) {
  return is_utf8(url) && parse_web_url(url) ? std::string(url) : std::string();
}

std::string first_url(Json json, std::string_view one, std::string_view other) {
  std::string url = web_url(text_at(json, one));
  return url.empty() ? web_url(text_at(json, other)) : url;
}

// Pleroma tells a whole number as a string now and then.
std::optional<std::int64_t> count_at(Json json, std::string_view key) {
  const auto count = number_at(json, key);
  if (!count || *count < 0) return std::nullopt;
  return count;
}

std::optional<NetworkAccount> account_of(Json json, const Eyes& eyes) {
  NetworkAccount account;
  account.native_id = make_native_id(eyes.host, id_at(json, "id"));
  if (account.native_id.empty()) return std::nullopt;
  std::string_view acct = text_at(json, "acct");
  if (acct.empty()) acct = text_at(json, "username");
  account.handle = whole_handle(acct, eyes.domain);
  account.name = text_of(text_at(json, "display_name"), kMostName);
  account.bio = text_of_html(text_at(json, "note")).text;
  account.avatar_url = first_url(json, "avatar_static", "avatar");
  account.url = first_url(json, "url", "uri");
  account.followers = count_at(json, "followers_count");
  account.follows = count_at(json, "following_count");
  account.posts = count_at(json, "statuses_count");
  account.joined_at = parse_time(text_at(json, "created_at"));
  if (bool_at(json, "suspended").value_or(false)) {
    account.standing = AccountStanding::kSuspended;
  }
  return account;
}

struct Mentioned {
  std::string native_id;
  std::string handle;
};

// By the address of the profile, and by the name shown for it.
std::map<std::string, Mentioned> mentions_of(Json json, const Eyes& eyes) {
  std::map<std::string, Mentioned> mentions;
  for (const Json each : array_at(json, "mentions")) {
    Mentioned mentioned{make_native_id(eyes.host, id_at(each, "id")),
                        whole_handle(text_at(each, "acct"), eyes.domain)};
    if (mentioned.native_id.empty() || mentioned.handle.empty()) continue;
    mentions.emplace(text_at(each, "url"), mentioned);
    const std::string at = "@" + clean_utf8(text_at(each, "username"));
    mentions.emplace(at, mentioned);
    mentions.emplace("@" + mentioned.handle, mentioned);
  }
  return mentions;
}

// The text of a post with its mentions made whole, and what stands out in it.
void take_content(Json json, const Eyes& eyes, std::string& text, std::vector<Entity>& entities) {
  HtmlText html = text_of_html(text_at(json, "content"));
  const auto mentions = mentions_of(json, eyes);
  std::size_t copied = 0;
  for (Entity& entity : html.entities) {
    text.append(html.text, copied, entity.begin - copied);
    std::string shown = html.text.substr(entity.begin, entity.end - entity.begin);
    copied = entity.end;
    Entity placed = entity;
    placed.begin = static_cast<std::uint32_t>(text.size());
    if (entity.kind == EntityKind::kMention) {
      auto found = mentions.find(entity.value);
      if (found == mentions.end()) found = mentions.find(shown);
      if (found != mentions.end()) {
        shown = "@" + found->second.handle;
        placed.value = found->second.native_id;
      } else {
        placed.kind = EntityKind::kLink;  // to the profile of somebody the server does not name
      }
    }
    text += shown;
    placed.end = static_cast<std::uint32_t>(text.size());
    if (placed.end > placed.begin && !placed.value.empty()) entities.push_back(std::move(placed));
  }
  text.append(html.text, copied, std::string::npos);
}

std::uint32_t pixels(Json json, std::string_view key) {
  const auto number = number_at(json, key);
  return number && *number > 0 && *number <= kMostPixels ? static_cast<std::uint32_t>(*number) : 0;
}

std::optional<Media> attachment_of(Json json) {
  Media media;
  const std::string_view type = text_at(json, "type");
  media.url = first_url(json, "url", "remote_url");
  if (media.url.empty()) return std::nullopt;
  media.thumb_url = web_url(text_at(json, "preview_url"));
  media.alt = text_of(text_at(json, "description"), kMostAlt);
  if (type == "image") {
    media.kind = MediaKind::kImage;
  } else if (type == "gifv" || type == "video") {
    media.kind = MediaKind::kVideo;
  } else {
    media.kind = MediaKind::kLink;  // a sound, or something the server could not keep
    media.title = type == "audio" ? "Audio" : "Attachment";
    media.description = media.alt;
    media.thumb_url.clear();
    return media;
  }
  if (const auto meta = member(json, "meta")) {
    if (const auto original = member(*meta, "original")) {
      media.width = pixels(*original, "width");
      media.height = pixels(*original, "height");
      if (media.width == 0 || media.height == 0) media.width = media.height = 0;
    }
  }
  return media;
}

std::vector<Media> media_of(Json json) {
  std::vector<Media> media;
  for (const Json each : array_at(json, "media_attachments")) {
    if (media.size() == kMostMedia) break;
    if (auto one = attachment_of(each)) media.push_back(std::move(*one));
  }
  if (!media.empty()) return media;
  const auto card = member(json, "card");
  if (!card) return media;
  Media link;
  link.kind = MediaKind::kLink;
  link.url = web_url(text_at(*card, "url"));
  if (link.url.empty()) return media;
  link.thumb_url = web_url(text_at(*card, "image"));
  link.title = text_of(text_at(*card, "title"), kMostAlt);
  link.description = text_of(text_at(*card, "description"), kMostAlt);
  media.push_back(std::move(link));
  return media;
}

std::vector<std::string> labels_of(Json json) {
  std::vector<std::string> labels;
  const std::string warning = text_of(trim(text_at(json, "spoiler_text")), kMostWarning);
  if (!warning.empty()) labels.push_back(std::string(kWarning) + warning);
  if (bool_at(json, "sensitive").value_or(false)) labels.emplace_back(kSensitive);
  const std::string_view visibility = text_at(json, "visibility");
  if (visibility == "unlisted" || visibility == "private" || visibility == "direct") {
    labels.push_back(std::string(kVisibility).append(visibility));
  }
  return labels;
}

QuotedState quoted_state_of(std::string_view state) {
  if (state.starts_with("blocked") || state == "muted_account") return QuotedState::kBlocked;
  if (state == "rejected" || state == "revoked") return QuotedState::kDetached;
  return QuotedState::kGone;
}

// The status that a quote shows: inside a Quote, or (older servers) itself.
void take_quote(Json json, const Eyes& eyes, NetworkPost& post) {
  auto quote = member(json, "quote");
  if (quote && !quote->is_object()) quote.reset();
  std::string id;
  if (quote) {
    id = id_at(*quote, "quoted_status_id");
  } else {
    id = id_at(json, "quote_id");
  }
  std::optional<Json> shown;
  if (quote) {
    const auto inside = member(*quote, "quoted_status");
    if (inside && inside->is_object()) {
      shown = inside;
    } else if (!text_at(*quote, "content").empty() && !id_at(*quote, "id").empty()) {
      shown = quote;
    }
  }
  if (shown) id = id_at(*shown, "id");
  const std::string_view state = quote ? text_at(*quote, "state") : std::string_view();
  if (id.empty() && state.empty()) return;
  post.quoted_native_id = make_native_id(eyes.host, id);

  Quoted quoted;
  quoted.native_id = post.quoted_native_id;
  quoted.state =
      state.empty() || state == "accepted" ? QuotedState::kShown : quoted_state_of(state);
  if (!shown) {
    // Named, and not shown: what it says is for its own thread to tell.
    if (quoted.native_id.empty() && quoted.state == QuotedState::kShown) return;
    if (quoted.state == QuotedState::kShown) quoted.state = QuotedState::kGone;
  } else if (const auto account = member(*shown, "account")) {
    if (const auto author = account_of(*account, eyes)) {
      post.quoted_author_native_id = author->native_id;
      quoted.author_handle = author->handle;
    }
    if (quoted.state == QuotedState::kShown) {
      take_content(*shown, eyes, quoted.text, quoted.entities);
    }
  }
  post.quoted = std::move(quoted);
}

// Nothing for a boost, and for what is no status.
std::optional<NetworkPost> post_of(Json json, const Eyes& eyes) {
  if (const auto reblog = member(json, "reblog"); reblog && reblog->is_object()) {
    return std::nullopt;
  }
  NetworkPost post;
  post.native_id = make_native_id(eyes.host, id_at(json, "id"));
  const auto created_at = parse_time(text_at(json, "created_at"));
  const auto account = member(json, "account");
  if (post.native_id.empty() || !created_at || !account) return std::nullopt;
  auto author = account_of(*account, eyes);
  if (!author) return std::nullopt;
  post.author = std::move(*author);
  post.created_at = *created_at;
  // Only a change of the words is told, and when.
  const auto edited_at = parse_time(text_at(json, "edited_at"));
  post.revision = format_time(edited_at.value_or(*created_at));
  post.url = first_url(json, "url", "uri");
  post.parent_native_id = make_native_id(eyes.host, id_at(json, "in_reply_to_id"));
  // The root is not told. What it answers is as much as is known; whoever files it knows the root
  // of that, or joins the two later.
  post.root_native_id = post.parent_native_id.empty() ? post.native_id : post.parent_native_id;
  if (!post.parent_native_id.empty()) post.kind = PostKind::kReply;
  take_content(json, eyes, post.text, post.entities);
  post.media = media_of(json);
  take_quote(json, eyes, post);
  if (post.quoted && post.parent_native_id.empty()) post.kind = PostKind::kQuote;
  const std::string_view lang = text_at(json, "language");
  if (!lang.empty() && lang.size() <= 35 && is_utf8(lang)) post.langs.emplace_back(lang);
  post.likes = count_at(json, "favourites_count").value_or(0);
  post.reposts = count_at(json, "reblogs_count").value_or(0);
  post.replies = count_at(json, "replies_count").value_or(0);
  post.counts_known = true;
  if (!eyes.us.empty()) {
    const auto mark = [&](std::string_view key) -> std::optional<std::string> {
      const auto ours = bool_at(json, key);
      if (!ours) return std::nullopt;
      return *ours ? make_tie_id(post.native_id, eyes.us) : std::string();
    };
    post.our_like = mark("favourited");
    post.our_repost = mark("reblogged");
    const std::string answered = make_native_id(eyes.host, id_at(json, "in_reply_to_account_id"));
    post.addressed = post.author.native_id != eyes.us &&
                     (answered == eyes.us || post.quoted_author_native_id == eyes.us);
  }
  post.labels = labels_of(json);
  return post;
}

void take_page(Json array, const Eyes& eyes, StatusPage& page) {
  simdjson::dom::array items;
  if (array.get(items) != simdjson::SUCCESS) return;
  for (const Json each : items) {
    ++page.items_in_all;
    if (std::string id = id_at(each, "id"); !id.empty()) page.last_id = std::move(id);
    if (const auto at = parse_time(text_at(each, "created_at"))) {
      page.oldest = page.oldest ? std::min(*page.oldest, *at) : *at;
      page.newest = page.newest ? std::max(*page.newest, *at) : *at;
    }
    if (auto post = post_of(each, eyes)) page.posts.push_back(std::move(*post));
  }
}

std::optional<NotificationPage::Item> item_of(Json json, Time at, const Eyes& eyes) {
  const std::string_view type = text_at(json, "type");
  NotificationPage::Item item;
  item.at = at;
  const auto status = member(json, "status");
  if (type == "mention" || type == "quote") {
    if (!status) return std::nullopt;
    item.post = post_of(*status, eyes);
    if (!item.post) return std::nullopt;
    item.post->addressed = item.post->author.native_id != eyes.us;
    // When our server told us cannot be forged by the one that sent it.
    item.post->indexed_at = at;
    return item;
  }
  const bool favourite = type == "favourite";
  const bool reblog = type == "reblog";
  if (!favourite && !reblog && type != "follow") return std::nullopt;
  const auto account = member(json, "account");
  auto actor = account ? account_of(*account, eyes) : std::nullopt;
  if (!actor) return std::nullopt;
  NetworkInteraction interaction;
  interaction.at = at;
  interaction.kind = favourite ? InteractionKind::kLike
                     : reblog  ? InteractionKind::kRepost
                               : InteractionKind::kFollow;
  if (favourite || reblog) {
    // Some servers show what a boost made rather than what was boosted.
    auto object = status;
    if (object) {
      if (const auto inner = member(*object, "reblog"); inner && inner->is_object()) object = inner;
    }
    if (!object) return std::nullopt;
    interaction.object_post_native_id = make_native_id(eyes.host, id_at(*object, "id"));
    if (interaction.object_post_native_id.empty()) return std::nullopt;
    interaction.native_id = make_tie_id(interaction.object_post_native_id, actor->native_id);
  } else {
    interaction.native_id = make_tie_id(eyes.us, actor->native_id);
  }
  if (interaction.native_id.empty()) return std::nullopt;
  interaction.actor = std::move(*actor);
  item.interaction = std::move(interaction);
  return item;
}

tl::unexpected<Error> unreadable() {
  return unavailable("The server sent an answer that cannot be read.", "JSON of another shape");
}

}  // namespace

Result<NotificationPage> read_notifications(const std::string& body, const Eyes& eyes) {
  return read_json(body, [&](Json json) -> Result<NotificationPage> {
    simdjson::dom::array items;
    if (json.get(items) != simdjson::SUCCESS) return unreadable();
    NotificationPage page;
    for (const Json each : items) {
      ++page.items_in_all;
      if (std::string id = id_at(each, "id"); !id.empty()) page.last_id = std::move(id);
      const auto at = parse_time(text_at(each, "created_at"));
      if (at) page.oldest = page.oldest ? std::min(*page.oldest, *at) : *at;
      auto item = at ? item_of(each, *at, eyes) : std::nullopt;
      if (item) {
        page.items.push_back(std::move(*item));
      } else {
        ++page.unknown;
      }
    }
    return page;
  });
}

Result<StatusPage> read_statuses(const std::string& body, const Eyes& eyes,
                                 std::string_view under) {
  return read_json(body, [&](Json json) -> Result<StatusPage> {
    const auto array = under.empty() ? std::optional<Json>(json) : member(json, under);
    if (!array || !array->is_array()) return unreadable();
    StatusPage page;
    take_page(*array, eyes, page);
    return page;
  });
}

Result<NetworkPost> read_status(const std::string& body, const Eyes& eyes) {
  return read_json(body, [&](Json json) -> Result<NetworkPost> {
    auto post = post_of(json, eyes);
    if (!post) return unreadable();
    return std::move(*post);
  });
}

Result<ContextPage> read_context(const std::string& body, const Eyes& eyes) {
  return read_json(body, [&](Json json) -> Result<ContextPage> {
    if (!json.is_object()) return unreadable();
    ContextPage page;
    StatusPage part;
    if (const auto above = member(json, "ancestors")) take_page(*above, eyes, part);
    page.ancestors = std::move(part.posts);
    part = {};
    if (const auto below = member(json, "descendants")) take_page(*below, eyes, part);
    page.descendants = std::move(part.posts);
    return page;
  });
}

Result<Subject> read_subject(const std::string& body, const Eyes& eyes) {
  return read_json(body, [&](Json json) -> Result<Subject> {
    auto post = post_of(json, eyes);
    if (!post) return unreadable();
    Subject subject;
    subject.post = std::move(*post);
    subject.visibility = text_at(json, "visibility");
    subject.spoiler_text = clean_utf8(text_at(json, "spoiler_text"));
    subject.sensitive = bool_at(json, "sensitive").value_or(false);
    for (const Json each : array_at(json, "mentions")) {
      std::string handle = whole_handle(text_at(each, "acct"), eyes.domain);
      const std::string native_id = make_native_id(eyes.host, id_at(each, "id"));
      if (handle.empty() || native_id == eyes.us || native_id == subject.post.author.native_id) {
        continue;
      }
      subject.mentioned.push_back(std::move(handle));
    }
    return subject;
  });
}

Result<NetworkAccount> read_account(const std::string& body, const Eyes& eyes) {
  return read_json(body, [&](Json json) -> Result<NetworkAccount> {
    auto account = account_of(json, eyes);
    if (!account) return unreadable();
    account->whole_profile = true;
    return std::move(*account);
  });
}

Result<Relation> read_relation(const std::string& body) {
  return read_json(body, [&](Json answer) -> Result<Relation> {
    Json one = answer;
    simdjson::dom::array several;
    if (answer.get(several) == simdjson::SUCCESS && several.at(0).get(one) != simdjson::SUCCESS) {
      return unreadable();
    }
    if (!one.is_object()) return unreadable();
    Relation relation;
    relation.following = bool_at(one, "following").value_or(false);
    relation.requested = bool_at(one, "requested").value_or(false);
    relation.followed_by = bool_at(one, "followed_by").value_or(false);
    relation.muting = bool_at(one, "muting").value_or(false);
    relation.blocking = bool_at(one, "blocking").value_or(false);
    relation.blocked_by = bool_at(one, "blocked_by").value_or(false);
    return relation;
  });
}

}  // namespace rapport::mastodon
