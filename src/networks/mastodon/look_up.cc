// Whether an act whose end is unknown stands on the server.
//
// A post cannot be asked for by our key, and servers forget keys after an hour or so: our own posts
// since the act are read, and one that answers the same and says the same is it.

#include <algorithm>

#include "base/unicode.h"
#include "networks/mastodon/connector.h"
#include "networks/mastodon/names.h"

namespace rapport::mastodon {
namespace {

constexpr int kPages = 10;
constexpr std::chrono::minutes kClocks{2};  // how far the server's may be behind

bool is_letter(unsigned char byte) {
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z');
}

bool is_host_letter(unsigned char byte) {
  return byte == '.' || byte == '-' || (byte < 0x80 && is_letter(byte));
}

// Names without their hosts: "@name@host" → "@name".
std::string without_hosts(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    out += text[at];
    const bool begins =
        text[at] == '@' && (at == 0 || !is_letter(static_cast<unsigned char>(text[at - 1])));
    ++at;
    if (!begins) continue;
    while (at < text.size() && (is_letter(static_cast<unsigned char>(text[at])) ||
                                text[at] == '_' || text[at] == '-' || text[at] == '.')) {
      out += text[at++];
    }
    if (at + 1 < text.size() && text[at] == '@' &&
        is_host_letter(static_cast<unsigned char>(text[at + 1]))) {
      ++at;
      while (at < text.size() && is_host_letter(static_cast<unsigned char>(text[at]))) ++at;
    }
  }
  return out;
}

// What our reply must begin with or hold is written by the connector, so a text of ours may be the
// end of what stands there.
bool says_the_same(const NetworkPost& post, const Outgoing& act) {
  const std::string there = fingerprint(post.text, post.entities);
  std::string ours = fingerprint(act.text, {});
  if (act.card && act.images.empty() && act.text.find(act.card->url) == std::string::npos) {
    ours += fingerprint(act.card->url, {});
  }
  if (there == ours) return true;
  if (act.kind == ActKind::kPost) return false;
  if (!there.ends_with(ours)) return false;
  // Before it stands the name of who is answered, or the link to what is quoted, and nothing more.
  const auto first = std::find_if(post.entities.begin(), post.entities.end(), [](const Entity& e) {
    return e.kind == EntityKind::kMention || e.kind == EntityKind::kLink;
  });
  if (first == post.entities.end()) return false;
  const std::string lead =
      fingerprint(post.text.substr(0, first->end), first->begin == 0 || act.kind == ActKind::kQuote
                                                       ? std::vector<Entity>{*first}
                                                       : std::vector<Entity>{});
  if (there == lead + ours) return true;
  // An answer among several names them all, one behind the other.
  if (first->begin != 0 || first->kind != EntityKind::kMention) return false;
  std::size_t end = first->end;
  for (auto next = std::next(first); next != post.entities.end(); ++next) {
    const bool behind = next->kind == EntityKind::kMention && next->begin >= end &&
                        trim(post.text.substr(end, next->begin - end)).empty();
    if (!behind) return false;
    end = next->end;
    if (there == fingerprint(post.text.substr(0, end), {}) + ours) return true;
  }
  return false;
}

bool shows_the_same(const NetworkPost& post, const Outgoing& act) {
  std::vector<std::string_view> there;
  for (const Media& each : post.media) {
    if (each.kind == MediaKind::kImage) there.push_back(each.alt);
  }
  return std::equal(there.begin(), there.end(), act.images.begin(), act.images.end(),
                    [](std::string_view alt, const OutgoingImage& image) {
                      return fingerprint(alt, {}) == fingerprint(image.alt, {});
                    });
}

Result<std::optional<Sent>> look_up_post(Session& session, const Outgoing& act) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const auto us = path_id(eyes->us, eyes->host);
  if (!us) return invalid("The stored sign-in of this channel cannot be read.");
  const std::string path = "/api/v1/accounts/" + *us + "/statuses";
  const Time from = act.created_at - kClocks;
  std::string query = form_body({{"limit", "40"}, {"exclude_reblogs", "true"}});
  for (int pages = 0; pages < kPages; ++pages) {
    auto reply = session.get_query(path, query);
    if (!reply) return fail(std::move(reply.error()));
    auto page = read_statuses(reply->body, *eyes);
    if (!page) return fail(std::move(page.error()));
    for (NetworkPost& post : page->posts) {
      if (post.created_at < from) continue;
      const bool elsewhere = act.kind == ActKind::kReply && !post.parent_native_id.empty() &&
                             post.parent_native_id != act.target_native_id;
      const bool no_reply = act.kind != ActKind::kReply && !post.parent_native_id.empty();
      if (elsewhere || no_reply || !says_the_same(post, act) || !shows_the_same(post, act)) {
        continue;
      }
      return Sent{std::move(post.native_id), std::move(post.revision), std::move(post.entities),
                  std::move(post.text)};
    }
    if (page->items_in_all == 0 || !page->oldest || *page->oldest < from) {
      return std::optional<Sent>();
    }
    query =
        !reply->next.empty()
            ? reply->next
            : form_body({{"limit", "40"}, {"exclude_reblogs", "true"}, {"max_id", page->last_id}});
  }
  return unavailable("Too much was said since then to find this again.");
}

// Whether a post or account stands as the act wants it.
Result<std::optional<Sent>> look_up_state(Session& session, const Outgoing& act) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const bool removes = takes_away(act.kind);
  const bool of_post = act.kind == ActKind::kLike || act.kind == ActKind::kUnlike ||
                       act.kind == ActKind::kRepost || act.kind == ActKind::kUnrepost ||
                       act.kind == ActKind::kDelete;
  const bool by_tie = removes && act.kind != ActKind::kDelete && act.kind != ActKind::kUnmute;
  const auto id = by_tie ? path_id_of_tie(act.target_native_id, eyes->host)
                         : path_id(act.target_native_id, eyes->host);
  if (!id) return invalid("This is on another server than this account.");
  auto reply = of_post ? session.get("/api/v1/statuses/" + *id, {})
                       : session.get("/api/v1/accounts/relationships", {{"id[]", raw_id(*id)}});
  if (!reply) {
    if (reply.error().kind != ErrorKind::kNotFound) return fail(std::move(reply.error()));
    if (removes) return Sent{act.target_native_id, {}, {}, {}};
    return std::optional<Sent>();
  }
  bool stands = false;
  bool tied = true;
  if (of_post) {
    auto post = read_status(reply->body, *eyes);
    if (!post) return fail(std::move(post.error()));
    const bool like = act.kind == ActKind::kLike || act.kind == ActKind::kUnlike;
    stands = act.kind == ActKind::kDelete ||
             !(like ? post->our_like : post->our_repost).value_or("").empty();
  } else {
    auto relation = read_relation(reply->body);
    if (!relation) return fail(std::move(relation.error()));
    const bool mute = act.kind == ActKind::kMute || act.kind == ActKind::kUnmute;
    const bool block = act.kind == ActKind::kBlock || act.kind == ActKind::kUnblock;
    stands = mute    ? relation->muting
             : block ? relation->blocking
                     : relation->following || relation->requested;
    tied = !mute;
  }
  if (stands == removes) return std::optional<Sent>();
  return Sent{removes || !tied ? act.target_native_id : make_tie_id(act.target_native_id, eyes->us),
              {},
              {},
              {}};
}

}  // namespace

std::string fingerprint(std::string_view text, const std::vector<Entity>& entities) {
  std::string whole;
  std::size_t copied = 0;
  for (const Entity& each : entities) {
    if (each.kind != EntityKind::kLink || each.begin < copied || each.end > text.size()) continue;
    whole += without_hosts(text.substr(copied, each.begin - copied));
    whole += each.value;
    copied = each.end;
  }
  whole += without_hosts(text.substr(copied));
  std::string print;
  for (const char letter : whole) {
    if (is_letter(static_cast<unsigned char>(letter))) {
      print += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
  }
  return print;
}

Result<std::optional<Sent>> look_up(Session& session, const Outgoing& act) {
  if (speaks(act.kind)) return look_up_post(session, act);
  return look_up_state(session, act);
}

}  // namespace rapport::mastodon
