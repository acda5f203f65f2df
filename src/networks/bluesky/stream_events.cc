#include "networks/bluesky/stream_events.h"

#include <algorithm>
#include <utility>

#include "networks/bluesky/json.h"
#include "networks/bluesky/mapping.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kMostGlimpsed = 200;  // links, tags or mentions of one post
constexpr std::int64_t kLastMicros = 253'402'300'799'999'999;  // the year 9999 ends

void add(std::vector<std::string_view>& list, std::string_view text) {
  if (!text.empty() && list.size() < kMostGlimpsed) list.push_back(text);
}

void glimpse_facet(Json facet, GlimpsedPost& post) {
  for (const Json feature : array_at(facet, "features")) {
    const std::string_view type = text_at(feature, "$type");
    if (type == "app.bsky.richtext.facet#link") {
      add(post.links, text_at(feature, "uri"));
    } else if (type == "app.bsky.richtext.facet#tag") {
      add(post.hashtags, text_at(feature, "tag"));
    } else if (type == "app.bsky.richtext.facet#mention") {
      add(post.mentions, text_at(feature, "did"));
    }
  }
}

void glimpse_quote(Json record, GlimpsedPost& post) {
  const std::string_view uri = text_at(record, "uri");
  const auto parts = parse_at_uri(uri);
  if (!parts || parts->collection != kPostCollection) return;
  post.quoted_native_id = uri;
  post.is_quote = true;
}

void glimpse_embed(Json embed, GlimpsedPost& post) {
  std::string_view type = text_at(embed, "$type");
  std::optional<Json> shown = embed;
  if (type == "app.bsky.embed.record") {
    if (const auto record = member(embed, "record")) glimpse_quote(*record, post);
    return;
  }
  if (type == "app.bsky.embed.recordWithMedia") {
    const auto outer = member(embed, "record");
    const auto record = outer ? member(*outer, "record") : std::nullopt;
    if (record) glimpse_quote(*record, post);
    shown = member(embed, "media");
    if (!shown) return;
    type = text_at(*shown, "$type");
  }
  if (type == "app.bsky.embed.external") {
    if (const auto card = member(*shown, "external")) add(post.links, text_at(*card, "uri"));
  } else if (type == "app.bsky.embed.images" || type == "app.bsky.embed.gallery" ||
             type == "app.bsky.embed.video") {
    post.has_media = true;
  }
}

std::optional<AccountStanding> standing_of(Json account) {
  const auto active = bool_at(account, "active");
  if (!active) return std::nullopt;
  if (*active) return AccountStanding::kActive;
  const std::string_view status = text_at(account, "status");
  if (status == "deleted") return AccountStanding::kDeleted;
  if (status == "deactivated") return AccountStanding::kDeactivated;
  if (status == "takendown" || status == "suspended") return AccountStanding::kSuspended;
  // Of a server that has trouble with the account ("throttled", "desynchronized"), or unsaid.
  return std::nullopt;
}

}  // namespace

std::optional<EventMark> EventReader::read(std::string_view json, const Wanted& wanted,
                                           StreamBatch& batch) {
  if (json.empty()) return std::nullopt;  // simdjson copies from a null pointer then
  Json event;
  if (parser_.parse(json.data(), json.size()).get(event) != simdjson::SUCCESS) return std::nullopt;
  const auto micros = number_at(event, "time_us");
  const std::string_view did = text_at(event, "did");
  if (!micros || *micros <= 0 || *micros > kLastMicros || !is_did(did)) return std::nullopt;
  const EventMark mark{from_micros(*micros), number_at(event, "cursor").value_or(0)};
  const std::string_view kind = text_at(event, "kind");
  if (kind == "commit") {
    if (const auto commit = member(event, "commit")) {
      read_commit(*commit, did, mark, wanted, batch);
    }
    return mark;
  }
  NetworkAccount account;
  if (kind == "identity") {
    const auto identity = member(event, "identity");
    if (identity) account.handle = text_at(*identity, "handle");
    if (!is_handle(account.handle) || account.handle == "handle.invalid") return mark;
  } else if (kind == "account") {
    const auto told = member(event, "account");
    if (told) account.standing = standing_of(*told);
    if (!account.standing) return mark;
  } else {
    return mark;
  }
  account.native_id = did;
  account.url = profile_url(did);
  batch.accounts.push_back(std::move(account));
  return mark;
}

void EventReader::read_commit(Json commit, std::string_view did, const EventMark& mark,
                              const Wanted& wanted, StreamBatch& batch) {
  if (text_at(commit, "collection") != kPostCollection) return;
  const std::string_view operation = text_at(commit, "operation");
  const std::string_view rkey = text_at(commit, "rkey");
  uri_.assign("at://").append(did).append("/").append(kPostCollection).append("/").append(rkey);
  if (!parse_at_uri(uri_)) return;
  if (operation == "delete") {
    // Said and taken back within one read: it need not be kept at all.
    std::erase_if(batch.posts, [&](const NetworkPost& each) { return each.native_id == uri_; });
    batch.deleted.push_back(uri_);
    return;
  }
  const auto record = member(commit, "record");
  if (!record || (operation != "create" && operation != "update")) return;
  ++batch.seen;
  glimpsed_.author_native_id = did;
  // Some clients change a post by taking it back and saying it again under the same name.
  const auto taken_back = std::ranges::find(batch.deleted, uri_);
  glimpsed_.edited = operation == "update" || taken_back != batch.deleted.end();
  glimpsed_.at = mark.at;
  glimpse(*record);
  if (!wanted(glimpsed_)) return;
  if (auto post = read_streamed_post(*record, uri_, did, text_at(commit, "cid"), mark.at)) {
    batch.posts.push_back(std::move(*post));
    std::erase(batch.deleted, uri_);
  }
}

// The members of a record are walked once rather than looked up one by one.
void EventReader::glimpse(Json record) {
  GlimpsedPost& post = glimpsed_;
  post.network = "bluesky";
  post.native_id = uri_;
  post.text = {};
  post.langs.clear();
  post.links.clear();
  post.hashtags.clear();
  post.mentions.clear();
  post.parent_native_id = post.root_native_id = post.quoted_native_id = {};
  post.has_media = post.is_reply = post.is_quote = false;
  simdjson::dom::object members;
  if (record.get(members) != simdjson::SUCCESS) return;
  for (const auto& [key, value] : members) {
    if (key == "text") {
      std::string_view text;
      if (value.get(text) == simdjson::SUCCESS) post.text = text;
    } else if (key == "langs") {
      simdjson::dom::array langs;
      if (value.get(langs) != simdjson::SUCCESS) continue;
      for (const Json lang : langs) {
        std::string_view tag;
        if (lang.get(tag) == simdjson::SUCCESS) add(post.langs, tag);
      }
    } else if (key == "facets") {
      simdjson::dom::array facets;
      if (value.get(facets) != simdjson::SUCCESS) continue;
      for (const Json facet : facets) glimpse_facet(facet, post);
    } else if (key == "reply") {
      post.is_reply = true;
      if (const auto parent = member(value, "parent"))
        post.parent_native_id = text_at(*parent, "uri");
      if (const auto root = member(value, "root")) post.root_native_id = text_at(*root, "uri");
    } else if (key == "embed") {
      glimpse_embed(value, post);
    }
  }
}

}  // namespace rapport::bluesky
