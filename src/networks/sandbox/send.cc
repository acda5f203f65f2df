// What the brand does in the sandbox: once for each record key.

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "networks/sandbox/sandbox.h"

namespace rapport {
namespace {

Result<Done> check_text(const Outgoing& act) {
  const std::string& text = act.text;
  if (!is_utf8(text))
    return invalid("The sandbox did not accept this: it is not well-formed text.", "text");
  const bool shows = !act.images.empty() || act.card || act.kind == ActKind::kQuote;
  if (trim(text).empty() && !shows)
    return invalid("The sandbox did not accept this: there is nothing in it.", "text");
  const auto length = count_graphemes(text);
  if (length > std::size_t{kSandboxTextMax}) {
    const auto over = length - kSandboxTextMax;
    return invalid("The sandbox did not accept this: it is " + std::to_string(over) +
                       (over == 1 ? " character too long." : " characters too long."),
                   "text");
  }
  if (act.images.size() > std::size_t{kSandboxImagesMax}) {
    return invalid("The sandbox did not accept this: " + std::to_string(kSandboxImagesMax) +
                       " pictures are the most.",
                   "media");
  }
  for (std::size_t i = 0; i < act.images.size(); ++i) {
    if (static_cast<std::int64_t>(act.images[i].bytes.size()) > kSandboxImageBytesMax) {
      return invalid("The sandbox did not accept this: picture " + std::to_string(i + 1) +
                         " is larger than 2 MB.",
                     "media");
    }
  }
  return Done{};
}

}  // namespace

Result<Sent> Sandbox::send(const StoryPerson& us, const Outgoing& act) {
  std::lock_guard lock(mutex_);
  if (!takes_away(act.kind)) {
    if (act.record_key.empty()) return invalid("An act needs a record key.");
    const auto earlier = records_.find(act.record_key);
    if (earlier != records_.end()) return sent(earlier->second);
  }
  const auto time = now();
  RAPPORT_TRY(check(us, act, time));

  // Two acts in one microsecond would be one place in a source.
  const auto at =
      journal_.acts().empty() ? time : std::max(time, journal_.acts().back().at + Microseconds{1});
  JournalAct entry{act.kind,
                   act.record_key,
                   at,
                   act.created_at,
                   act.text,
                   act.langs.empty() ? "" : act.langs.front(),
                   act.target_native_id};
  if (&us != &story_.brand) entry.by = us.handle;
  for (const OutgoingImage& each : act.images) entry.pictures.push_back(each.alt);
  if (act.card && act.images.empty()) {
    entry.card_url = act.card->url;
    entry.card_title = act.card->title;
    entry.card_description = act.card->description;
  }
  RAPPORT_TRY(journal_.add(entry));
  apply(entry);
  if (takes_away(act.kind)) return Sent{act.target_native_id, {}, {}};
  return sent(records_.at(act.record_key));
}

Result<std::optional<Sent>> Sandbox::look_up(const StoryPerson& us, const Outgoing& act) {
  std::lock_guard lock(mutex_);
  if (act.kind == ActKind::kUnmute || act.kind == ActKind::kUnhide) {
    const ActKind opposite = act.kind == ActKind::kUnmute ? ActKind::kMute : ActKind::kHide;
    if (standing_record(us, opposite, act.target_native_id).empty()) {
      return std::optional{Sent{act.target_native_id, {}, {}}};
    }
  } else if (!takes_away(act.kind)) {
    const auto found = records_.find(act.record_key);
    if (found != records_.end() && found->second.standing)
      return std::optional{sent(found->second)};
  } else if (act.kind == ActKind::kDelete) {
    if (!find_visible(act.target_native_id, now())) {
      return std::optional{Sent{act.target_native_id, {}, {}}};
    }
  } else {
    const bool stands = std::any_of(records_.begin(), records_.end(), [&](const auto& each) {
      return each.second.native_id == act.target_native_id && each.second.standing;
    });
    if (!stands) return std::optional{Sent{act.target_native_id, {}, {}}};
  }
  if (journal_.broken())
    return unavailable("The sandbox's file failed; restart to see what it kept.");
  return std::optional<Sent>{};
}

Result<Done> Sandbox::check(const StoryPerson& us, const Outgoing& act, Time now) const {
  switch (act.kind) {
    case ActKind::kReply:
      RAPPORT_TRY(check_text(act));
      if (!find_visible(act.target_native_id, now)) {
        return not_found("The sandbox did not accept this: the post it answers is gone.");
      }
      return Done{};
    case ActKind::kPost:
      return check_text(act);
    case ActKind::kQuote:
      RAPPORT_TRY(check_text(act));
      if (!find_visible(act.target_native_id, now)) {
        return not_found("The sandbox did not accept this: the post it quotes is gone.");
      }
      return Done{};
    case ActKind::kLike:
    case ActKind::kRepost:
      if (!find_visible(act.target_native_id, now))
        return not_found("The sandbox did not accept this: that post is gone.");
      return Done{};
    case ActKind::kFollow:
    case ActKind::kMute:
    case ActKind::kBlock: {
      const auto found = people_.find(act.target_native_id);
      if (found == people_.end()) return not_found("Nobody in the sandbox has this account.");
      if (is_ours(*found->second)) return invalid("This is your own account.");
      return Done{};
    }
    case ActKind::kHide: {
      const auto* reply = find_visible(act.target_native_id, now);
      if (!reply) return not_found("The sandbox did not accept this: that post is gone.");
      if (reply->root == nullptr || reply->root->author != &us) {
        return forbidden("Only replies below your own posts can be hidden.");
      }
      return Done{};
    }
    case ActKind::kDelete: {
      const auto found = posts_by_id_.find(act.target_native_id);
      if (found != posts_by_id_.end() && found->second->author != &us) {
        return forbidden("Only your own posts can be deleted.");
      }
      return Done{};
    }
    case ActKind::kUnlike:
    case ActKind::kUnrepost:
    case ActKind::kUnfollow:
    case ActKind::kUnmute:
    case ActKind::kUnblock:
    case ActKind::kUnhide:
      return Done{};
  }
  return invalid("The sandbox does not know this act.");
}

Sent Sandbox::sent(const Record& record) const {
  Sent sent{record.native_id, record.revision, {}};
  const auto post = posts_by_id_.find(record.native_id);
  if (post != posts_by_id_.end()) sent.entities = post->second->entities;
  return sent;
}

}  // namespace rapport
