// Carrying out an act, once.
//
// The record's key and time were fixed before the first attempt, and putRecord with the same record
// changes nothing, so a repeat leaves one record. Pictures are stored again on a repeat, which
// gives the same files. Deleting or muting twice is harmless too.

#include <algorithm>
#include <boost/json.hpp>

#include "base/tid.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "networks/bluesky/connector.h"
#include "networks/bluesky/embeds.h"
#include "networks/bluesky/facets.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kMostLangs = 3;

std::string_view noun_of(ActKind kind) {
  switch (kind) {
    case ActKind::kReply:
      return "this reply";
    case ActKind::kPost:
      return "this post";
    case ActKind::kQuote:
      return "this quote";
    case ActKind::kLike:
      return "this like";
    case ActKind::kUnlike:
      return "taking this like back";
    case ActKind::kRepost:
      return "this repost";
    case ActKind::kUnrepost:
      return "taking this repost back";
    case ActKind::kFollow:
      return "this follow";
    case ActKind::kUnfollow:
      return "this unfollow";
    case ActKind::kMute:
      return "this mute";
    case ActKind::kUnmute:
      return "this unmute";
    case ActKind::kBlock:
      return "this block";
    case ActKind::kUnblock:
      return "this unblock";
    case ActKind::kDelete:
      return "this deletion";
    case ActKind::kHide:
      return "hiding this reply";
    case ActKind::kUnhide:
      return "showing this reply again";
  }
  return "this";
}

// The protocol's times have milliseconds.
std::string datetime(Time time) { return format_time(time).substr(0, 23) + "Z"; }

boost::json::object ref(std::string_view uri, std::string_view cid) {
  return {{"uri", uri}, {"cid", cid}};
}

Result<Done> check_text(const Outgoing& act) {
  const std::string& text = act.text;
  // A picture, a card or a quoted post may stand without words.
  const bool shows = !act.images.empty() || act.card || act.kind == ActKind::kQuote;
  if (trim(text).empty() && !shows) return invalid("There is nothing to send yet.", "text");
  if (!is_utf8(text)) return invalid("This text holds characters that cannot be sent.", "text");
  const std::size_t graphemes = count_graphemes(text);
  if (graphemes > kMostGraphemes) {
    const std::size_t over = graphemes - kMostGraphemes;
    return invalid("Bluesky takes " + std::to_string(kMostGraphemes) + " characters; this is " +
                       std::to_string(over) + (over == 1 ? " character" : " characters") +
                       " too long.",
                   "text");
  }
  if (text.size() > kMostBytes) {
    return invalid("This text is short enough to read but too large for Bluesky: it uses " +
                       std::to_string(text.size()) + " of " + std::to_string(kMostBytes) +
                       " bytes. Fewer emoji will help.",
                   "text");
  }
  return Done{};
}

// Empty if nobody has that handle.
Result<std::string> did_of(Session& session, const std::string& handle) {
  auto body = session.get("com.atproto.identity.resolveHandle", {{"handle", handle}});
  if (!body) {
    const bool nobody =
        body.error().kind == ErrorKind::kInvalid || body.error().kind == ErrorKind::kNotFound;
    if (nobody) return std::string();
    return fail(std::move(body.error()));
  }
  return read_json(*body, [](Json json) -> Result<std::string> {
    const std::string_view did = text_at(json, "did");
    return is_did(did) ? std::string(did) : std::string();
  });
}

// What stands out in the text; a mention of nobody stays plain text.
Result<std::vector<Entity>> entities_of(Session& session, std::string_view text) {
  std::vector<Entity> entities;
  for (const Facet& facet : detect_facets(text)) {
    Entity entity;
    entity.begin = static_cast<std::uint32_t>(facet.begin);
    entity.end = static_cast<std::uint32_t>(facet.end);
    entity.value = facet.value;
    switch (facet.kind) {
      case FacetKind::kMention: {
        auto did = did_of(session, facet.value);
        if (!did) return fail(std::move(did.error()));
        if (did->empty()) continue;
        entity.kind = EntityKind::kMention;
        entity.value = std::move(*did);
        break;
      }
      case FacetKind::kLink:
        entity.kind = EntityKind::kLink;
        break;
      case FacetKind::kTag:
        entity.kind = EntityKind::kTag;
        break;
    }
    entities.push_back(std::move(entity));
  }
  return entities;
}

boost::json::array facets_of(const std::vector<Entity>& entities) {
  boost::json::array facets;
  for (const Entity& entity : entities) {
    boost::json::object feature;
    switch (entity.kind) {
      case EntityKind::kMention:
        feature = {{"$type", "app.bsky.richtext.facet#mention"}, {"did", entity.value}};
        break;
      case EntityKind::kLink:
        feature = {{"$type", "app.bsky.richtext.facet#link"}, {"uri", entity.value}};
        break;
      case EntityKind::kTag:
        feature = {{"$type", "app.bsky.richtext.facet#tag"}, {"tag", entity.value}};
        break;
    }
    facets.push_back(boost::json::object{
        {"index", {{"byteStart", entity.begin}, {"byteEnd", entity.end}}},
        {"features", boost::json::array{std::move(feature)}},
    });
  }
  return facets;
}

// The post an act is about, as it stands now: the network would take a reply to one that is gone.
// When nobody can be asked and we know enough, we go by what we know.
Result<RecordRef> find_subject(Session& session, const Outgoing& act) {
  const auto uri = parse_at_uri(act.target_native_id);
  if (!uri || uri->collection != kPostCollection) return invalid("This is no post on Bluesky.");
  const bool is_root = act.root_native_id.empty() || act.root_native_id == act.target_native_id;
  RecordRef remembered{
      act.target_native_id, act.target_revision, {}, act.root_native_id, act.root_revision};
  if (is_root) remembered.root_uri = remembered.root_cid = {};
  const bool knows_enough = !act.target_revision.empty() &&
                            (act.kind != ActKind::kReply || is_root || !act.root_revision.empty());

  auto body =
      session.get("com.atproto.repo.getRecord", {{"repo", std::string(uri->repo)},
                                                 {"collection", std::string(uri->collection)},
                                                 {"rkey", std::string(uri->rkey)}});
  if (!body) {
    if (body.error().kind == ErrorKind::kNotFound) {
      return not_found("This post is no longer on Bluesky.");
    }
    const bool may_pass = body.error().kind == ErrorKind::kUnavailable;
    if (may_pass && knows_enough) return remembered;
    return fail(std::move(body.error()));
  }
  auto found = read_record_ref(*body);
  if (!found && knows_enough) return remembered;
  return found;
}

Result<Sent> put(Session& session, const Outgoing& act, const std::string& did,
                 std::string_view collection, boost::json::object record) {
  if (!is_tid(act.record_key)) {
    return fail(ErrorKind::kInternal, "This act has no usable record key.", "not a TID");
  }
  record["$type"] = collection;
  record["createdAt"] = datetime(act.created_at);
  auto body =
      session.write("com.atproto.repo.putRecord",
                    boost::json::serialize(boost::json::object{{"repo", did},
                                                               {"collection", collection},
                                                               {"rkey", act.record_key},
                                                               {"record", std::move(record)}}));
  if (!body) return fail(std::move(body.error()));
  auto put = read_record_ref(*body);
  // It was taken, but what stands there cannot be told from this answer.
  if (!put) return fail(ErrorKind::kUnknown, put.error().message, put.error().cause);
  return Sent{std::move(put->uri), std::move(put->cid), {}};
}

Result<Sent> send_text(Session& session, const Outgoing& act, const std::string& did) {
  RAPPORT_TRY(check_text(act));
  RAPPORT_TRY(check_pictures(act));
  boost::json::object record{{"text", act.text}};
  if (act.kind == ActKind::kReply) {
    auto parent = find_subject(session, act);
    if (!parent) return fail(std::move(parent.error()));
    const bool is_root = parent->root_uri.empty();
    record["reply"] = boost::json::object{
        {"root", is_root ? ref(parent->uri, parent->cid) : ref(parent->root_uri, parent->root_cid)},
        {"parent", ref(parent->uri, parent->cid)}};
  }
  std::optional<RecordRef> quoted;
  if (act.kind == ActKind::kQuote) {
    auto found = find_subject(session, act);
    if (!found) return fail(std::move(found.error()));
    quoted = std::move(*found);
  }
  auto entities = entities_of(session, act.text);
  if (!entities) return fail(std::move(entities.error()));
  if (!entities->empty()) record["facets"] = facets_of(*entities);
  boost::json::array langs;
  for (const std::string& lang : act.langs) {
    if (langs.size() < kMostLangs && is_language_tag(lang)) {
      langs.push_back(boost::json::string(lang));
    }
  }
  if (!langs.empty()) record["langs"] = std::move(langs);
  // Last, since it may move megabytes: all that could be refused has been looked at.
  auto embed = make_embed(session, act, quoted);
  if (!embed) return fail(std::move(embed.error()));
  if (!embed->is_null()) record["embed"] = std::move(*embed);
  auto sent = put(session, act, did, kPostCollection, std::move(record));
  if (sent) sent->entities = std::move(*entities);
  return sent;
}

// A like or a repost.
Result<Sent> send_regard(Session& session, const Outgoing& act, const std::string& did,
                         std::string_view collection) {
  auto subject = find_subject(session, act);
  if (!subject) return fail(std::move(subject.error()));
  return put(session, act, did, collection, {{"subject", ref(subject->uri, subject->cid)}});
}

// A follow or a block.
Result<Sent> send_relation(Session& session, const Outgoing& act, const std::string& did,
                           std::string_view collection) {
  if (!is_did(act.target_native_id)) return invalid("This is no account on Bluesky.");
  return put(session, act, did, collection, {{"subject", act.target_native_id}});
}

// A mute is no record: the network keeps it in private, and setting it twice is harmless.
Result<Sent> set_mute(Session& session, const Outgoing& act) {
  if (!is_did(act.target_native_id)) return invalid("This is no account on Bluesky.");
  auto body = session.write(
      act.kind == ActKind::kMute ? "app.bsky.graph.muteActor" : "app.bsky.graph.unmuteActor",
      boost::json::serialize(boost::json::object{{"actor", act.target_native_id}}));
  if (!body) return fail(std::move(body.error()));
  return Sent{act.target_native_id, {}, {}};
}

Result<Sent> take_away(Session& session, const Target& target) {
  const auto uri = *parse_at_uri(target.uri);
  auto body =
      session.write("com.atproto.repo.deleteRecord",
                    boost::json::serialize(boost::json::object{
                        {"repo", uri.repo}, {"collection", uri.collection}, {"rkey", uri.rkey}}));
  if (!body) return fail(std::move(body.error()));
  return Sent{target.uri, {}, {}};
}

Result<Sent> carry_out(Session& session, const Outgoing& act) {
  auto us = session.who();
  if (!us) return fail(std::move(us.error()));
  switch (act.kind) {
    case ActKind::kReply:
    case ActKind::kPost:
    case ActKind::kQuote:
      return send_text(session, act, us->did);
    case ActKind::kLike:
      return send_regard(session, act, us->did, kLikeCollection);
    case ActKind::kRepost:
      return send_regard(session, act, us->did, kRepostCollection);
    case ActKind::kFollow:
      return send_relation(session, act, us->did, kFollowCollection);
    case ActKind::kBlock:
      return send_relation(session, act, us->did, kBlockCollection);
    case ActKind::kMute:
    case ActKind::kUnmute:
      return set_mute(session, act);
    case ActKind::kHide:
    case ActKind::kUnhide:
      return set_hidden(session, act, us->did);
    case ActKind::kUnlike:
    case ActKind::kUnrepost:
    case ActKind::kUnfollow:
    case ActKind::kUnblock:
    case ActKind::kDelete:
      break;
  }
  auto target = target_of(act, us->did);
  if (!target) return fail(std::move(target.error()));
  return take_away(session, *target);
}

std::string_view collection_of(ActKind kind) {
  switch (kind) {
    case ActKind::kLike:
    case ActKind::kUnlike:
      return kLikeCollection;
    case ActKind::kRepost:
    case ActKind::kUnrepost:
      return kRepostCollection;
    case ActKind::kFollow:
    case ActKind::kUnfollow:
      return kFollowCollection;
    case ActKind::kBlock:
    case ActKind::kUnblock:
      return kBlockCollection;
    default:
      return kPostCollection;
  }
}

}  // namespace

Result<Target> target_of(const Outgoing& act, std::string_view our_did) {
  const std::string_view collection = collection_of(act.kind);
  if (!takes_away(act.kind)) {
    return Target{collection, make_at_uri(our_did, collection, act.record_key)};
  }
  const auto uri = parse_at_uri(act.target_native_id);
  if (!uri || uri->collection != collection) return invalid("There is nothing to take away.");
  if (uri->repo != our_did) return forbidden("Only our own can be taken away.");
  return Target{collection, act.target_native_id};
}

Result<Sent> send(Session& session, const Outgoing& act) {
  auto sent = carry_out(session, act);
  if (sent) return sent;
  Error error = std::move(sent.error());
  // A refusal by the network names what was refused; what we found ourselves already does.
  const bool refused = (error.kind == ErrorKind::kInvalid || error.kind == ErrorKind::kForbidden) &&
                       error.cause.starts_with("HTTP");
  if (refused) {
    error.message =
        "Bluesky did not accept " + std::string(noun_of(act.kind)) + ": " + error.message;
  }
  return fail(std::move(error));
}

}  // namespace rapport::bluesky
