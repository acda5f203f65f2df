// Carrying out an act, once.
//
// A post goes out with our record key as its Idempotency-Key: servers that know it answer a repeat
// with the first post, for an hour or so, but make several of repeats at once, so posts of an
// account are written one after another. Everything else here is a state that is set or taken away:
// doing it twice is doing it once.

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "networks/mastodon/connector.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/names.h"
#include "text/length/length.h"

namespace rapport::mastodon {
namespace {

std::string_view noun_of(ActKind kind) {
  switch (kind) {
    case ActKind::kReply:
      return "this reply";
    case ActKind::kPost:
      return "this post";
    case ActKind::kQuote:
      return "this quote";
    case ActKind::kLike:
      return "this favourite";
    case ActKind::kUnlike:
      return "taking this favourite back";
    case ActKind::kRepost:
      return "this boost";
    case ActKind::kUnrepost:
      return "taking this boost back";
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
    case ActKind::kUnhide:
      return "hiding";
  }
  return "this";
}

Result<Done> check_text(const Outgoing& act, std::string_view text, std::string_view warning,
                        const Server& server) {
  const Limits& limits = server.limits;
  const bool shows = !act.images.empty() || act.kind == ActKind::kQuote;
  if (trim(act.text).empty() && !shows) return invalid("There is nothing to send yet.", "text");
  if (!is_utf8(act.text)) {
    return invalid("This text holds characters that cannot be sent.", "text");
  }
  // The warning that a reply keeps is part of its length.
  const std::size_t length = said_length(text, limits.text_unit, server.link_length) +
                             said_length(warning, limits.text_unit);
  const auto most = static_cast<std::size_t>(limits.text_max);
  if (length > most) {
    const std::size_t over = length - most;
    return invalid("This server takes " + std::to_string(most) + " characters; this is " +
                       std::to_string(over) + (over == 1 ? " character" : " characters") +
                       " too long, with the name of who is answered" +
                       (warning.empty() ? "." : " and the content warning."),
                   "text");
  }
  if (act.images.size() > static_cast<std::size_t>(limits.images_max)) {
    return invalid(
        "This server takes at most " + std::to_string(limits.images_max) + " pictures in one post.",
        "media");
  }
  return Done{};
}

// The post an act is about, as it stands now.
Result<Subject> find_subject(Session& session, const Eyes& eyes, const Outgoing& act) {
  const auto id = path_id(act.target_native_id, eyes.host);
  if (!id) return invalid("This post is on another server than this account.");
  auto reply = session.get("/api/v1/statuses/" + *id, {});
  if (!reply) {
    if (reply.error().kind == ErrorKind::kNotFound) {
      return not_found("This post is no longer on its server.");
    }
    return fail(std::move(reply.error()));
  }
  return read_subject(reply->body, eyes);
}

// The card of a link is the server's own work: it goes by the links in the text.
std::string with_link(std::string text, const Outgoing& act) {
  if (!act.card || !act.images.empty() || text.find(act.card->url) != std::string::npos) {
    return text;
  }
  if (!text.empty()) text += "\n\n";
  return text + act.card->url;
}

Result<Sent> send_text(Session& session, const Outgoing& act) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const Server server = session.server();
  std::string text = with_link(act.text, act);
  Params form;
  std::string warning;
  if (act.kind != ActKind::kPost) {
    if (act.kind == ActKind::kQuote && server.quoting == Quoting::kNone) {
      return invalid(
          "This server does not know quotes. A post with a link to theirs says the same.", "text");
    }
    auto subject = find_subject(session, *eyes, act);
    if (!subject) return fail(std::move(subject.error()));
    const auto id = *path_id(act.target_native_id, eyes->host);
    const std::string visibility = visibility_below(subject->visibility);
    if (act.kind == ActKind::kReply) {
      // What not everybody may read reaches those alone who are named in it, and stays among all of
      // them, also where we follow up on our own.
      if (visibility == "direct" || visibility == "private") {
        for (auto each = subject->mentioned.rbegin(); each != subject->mentioned.rend(); ++each) {
          text = text_with_name(text, *each, eyes->domain);
        }
      }
      if (subject->post.author.native_id != eyes->us) {
        text = text_with_name(text, subject->post.author.handle, eyes->domain);
      }
      warning = subject->spoiler_text;
      if (!warning.empty()) form.emplace_back("spoiler_text", warning);
      if (subject->sensitive) form.emplace_back("sensitive", "true");
    }
    if (!visibility.empty()) form.emplace_back("visibility", visibility);
    form.emplace_back(act.kind == ActKind::kReply                  ? "in_reply_to_id"
                      : server.quoting == Quoting::kQuotedStatusId ? "quoted_status_id"
                                                                   : "quote_id",
                      raw_id(id));
  }
  RAPPORT_TRY(check_text(act, text, warning, server));
  form.emplace_back("status", text);
  if (!act.langs.empty()) {
    // One language, by its first part.
    form.emplace_back("language", act.langs.front().substr(0, act.langs.front().find('-')));
  }
  // Last, since it may move megabytes: all that could be refused has been looked at.
  auto pictures = store_pictures(session, act.images);
  if (!pictures) return fail(std::move(pictures.error()));
  for (const std::string& each : *pictures) form.emplace_back("media_ids[]", each);

  Result<Reply> reply = [&] {
    std::lock_guard writing(session.writing());
    return session.post("/api/v1/statuses", std::move(form), act.record_key);
  }();
  if (!reply) return fail(std::move(reply.error()));
  auto post = read_status(reply->body, *eyes);
  // It was taken, but what stands there cannot be told from this answer.
  if (!post) return fail(ErrorKind::kUnknown, post.error().message, post.error().cause);
  return Sent{std::move(post->native_id), std::move(post->revision), std::move(post->entities),
              std::move(post->text)};
}

// A favourite or a boost, and taking it back.
Result<Sent> send_regard(Session& session, const Outgoing& act, std::string_view verb) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const auto id = takes_away(act.kind) ? path_id_of_tie(act.target_native_id, eyes->host)
                                       : path_id(act.target_native_id, eyes->host);
  if (!id) return invalid("This post is on another server than this account.");
  auto reply = session.post("/api/v1/statuses/" + *id + "/" + std::string(verb), {});
  if (!reply) {
    // What is gone is taken back by itself.
    const bool gone = reply.error().kind == ErrorKind::kNotFound;
    if (gone && takes_away(act.kind)) return Sent{act.target_native_id, {}, {}, {}};
    if (gone) return not_found("This post is no longer on its server.");
    return fail(std::move(reply.error()));
  }
  if (takes_away(act.kind)) return Sent{act.target_native_id, {}, {}, {}};
  return Sent{make_tie_id(act.target_native_id, eyes->us), {}, {}, {}};
}

// A follow, block or mute, and ending it. A follow may wait to be granted: it stands all the same.
Result<Sent> send_relation(Session& session, const Outgoing& act, std::string_view verb) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const bool by_tie = act.kind == ActKind::kUnfollow || act.kind == ActKind::kUnblock;
  const auto id = by_tie ? path_id_of_tie(act.target_native_id, eyes->host)
                         : path_id(act.target_native_id, eyes->host);
  if (!id) return invalid("This account is known on another server than this one.");
  auto reply = session.post("/api/v1/accounts/" + *id + "/" + std::string(verb), {});
  if (!reply) {
    const bool gone = reply.error().kind == ErrorKind::kNotFound;
    if (gone && takes_away(act.kind)) return Sent{act.target_native_id, {}, {}, {}};
    if (gone) return not_found("This account is no longer there.");
    return fail(std::move(reply.error()));
  }
  const bool tied = act.kind == ActKind::kFollow || act.kind == ActKind::kBlock;
  return Sent{
      tied ? make_tie_id(act.target_native_id, eyes->us) : act.target_native_id, {}, {}, {}};
}

Result<Sent> take_down(Session& session, const Outgoing& act) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const auto id = path_id(act.target_native_id, eyes->host);
  if (!id) return invalid("This post is on another server than this account.");
  auto reply = session.remove("/api/v1/statuses/" + *id);
  // Deleted already is deleted.
  if (!reply && reply.error().kind != ErrorKind::kNotFound) return fail(std::move(reply.error()));
  return Sent{act.target_native_id, {}, {}, {}};
}

Result<Sent> carry_out(Session& session, const Outgoing& act) {
  switch (act.kind) {
    case ActKind::kReply:
    case ActKind::kPost:
    case ActKind::kQuote:
      return send_text(session, act);
    case ActKind::kLike:
      return send_regard(session, act, "favourite");
    case ActKind::kUnlike:
      return send_regard(session, act, "unfavourite");
    case ActKind::kRepost:
      return send_regard(session, act, "reblog");
    case ActKind::kUnrepost:
      return send_regard(session, act, "unreblog");
    case ActKind::kFollow:
      return send_relation(session, act, "follow");
    case ActKind::kUnfollow:
      return send_relation(session, act, "unfollow");
    case ActKind::kMute:
      return send_relation(session, act, "mute");
    case ActKind::kUnmute:
      return send_relation(session, act, "unmute");
    case ActKind::kBlock:
      return send_relation(session, act, "block");
    case ActKind::kUnblock:
      return send_relation(session, act, "unblock");
    case ActKind::kDelete:
      return take_down(session, act);
    case ActKind::kHide:
    case ActKind::kUnhide:
      return invalid("Mastodon has no way to hide a reply.");
  }
  return invalid("This cannot be done here.");
}

}  // namespace

std::string visibility_below(std::string_view visibility) {
  if (visibility == "public" || visibility == "unlisted" || visibility == "private" ||
      visibility == "direct") {
    return std::string(visibility);
  }
  // A visibility we do not know ("local", "mutuals_only", "list") must not become more public.
  return visibility.empty() ? std::string() : "direct";
}

Result<Sent> send(Session& session, const Outgoing& act) {
  auto sent = carry_out(session, act);
  if (sent) return sent;
  Error error = std::move(sent.error());
  // A refusal by the server names what was refused; what we found ourselves already does.
  const bool refused = (error.kind == ErrorKind::kInvalid || error.kind == ErrorKind::kForbidden) &&
                       error.cause.starts_with("HTTP");
  if (refused) {
    error.message =
        "The server did not accept " + std::string(noun_of(act.kind)) + ": " + error.message;
  }
  return fail(std::move(error));
}

}  // namespace rapport::mastodon
