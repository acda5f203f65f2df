#include "desk/outbox/queue.h"

#include <algorithm>

#include "base/tid.h"
#include "base/unicode.h"
#include "desk/inbox/rows.h"
#include "desk/knowledge/note_uses.h"
#include "desk/outbox/events.h"
#include "text/length/length.h"

namespace rapport {
namespace {

std::string network_name(const std::string& network) {
  if (network == "bluesky") return "Bluesky";
  if (network == "mastodon") return "This server";
  if (network == "sandbox") return "The sandbox";
  return network;
}

}  // namespace

Result<Done> may_act(const Member& by) {
  if (by.may_answer()) return Done{};
  return forbidden("Your role can read conversations, but not answer them.");
}

Result<Done> check_key(const std::string& client_key) {
  if (!client_key.empty() && client_key.size() <= 100) return Done{};
  return invalid("This needs a key of 1 to 100 bytes.", "client_key");
}

Result<Done> check_connected(const Channel& channel) {
  if (channel.limits.read_only()) {
    return forbidden("What comes from here can be read, but not answered.");
  }
  if (channel.state != ChannelState::kDisconnected) return Done{};
  return conflict("This channel is disconnected. Connect it again first.");
}

Result<Done> check_saying(Unit& unit, const Channel& channel, const Saying& saying,
                          std::string_view answered) {
  const std::string name = network_name(channel.network);
  if (trim(saying.text).empty() && saying.media.empty()) {
    return invalid("There is nothing to send yet.", "text");
  }
  const std::string text =
      channel.limits.text_unit == TextUnit::kCharacters && !answered.empty()
          ? text_with_name(saying.text, answered,
                           std::string_view(channel.handle).substr(channel.handle.find('@') + 1))
          : saying.text;
  const std::size_t length = said_length(text, channel.limits.text_unit);
  const auto most = static_cast<std::size_t>(channel.limits.text_max);
  if (length > most) {
    return invalid(name + " takes " + std::to_string(most) + " characters; this is " +
                       std::to_string(length - most) + " too many. Your text is kept.",
                   "text");
  }
  if (saying.media.size() > static_cast<std::size_t>(channel.limits.images_max)) {
    return invalid(name + " takes at most " + std::to_string(channel.limits.images_max) +
                       " pictures in one post. All of yours are kept.",
                   "media");
  }
  if (!saying.media.empty() && !saying.card_url.empty()) {
    return invalid("A post shows pictures or a link, not both.", "card_url");
  }
  if (!saying.card_url.empty() && !saying.card_url.starts_with("https://") &&
      !saying.card_url.starts_with("http://")) {
    return invalid("Only a web address can be shown as a card.", "card_url");
  }
  if (saying.card && saying.card_url.empty()) {
    return invalid("A card needs the address it leads to.", "card_url");
  }
  if (saying.card && saying.card->thumb) {
    auto thumb = unit.attachments().some(channel.workspace, {*saying.card->thumb});
    RAPPORT_TRY(thumb);
    if (thumb->empty()) {
      return invalid(
          "The picture of the card is not here any more. Leave the card out, or add it "
          "again.",
          "card");
    }
  }

  std::vector<AttachmentId> ids;
  for (const ActMedia& each : saying.media) ids.push_back(each.attachment);
  auto pictures = unit.attachments().some(channel.workspace, ids);
  RAPPORT_TRY(pictures);
  for (const ActMedia& each : saying.media) {
    const auto found = std::ranges::find(*pictures, each.attachment, &Attachment::id);
    if (found == pictures->end()) {
      return invalid("A picture is not here any more. Please add it again.", "media");
    }
    if (found->size > channel.limits.image_bytes_max) {
      return invalid("A picture is too large for " + name + ": at most " +
                         std::to_string(channel.limits.image_bytes_max / 1000) + " kB.",
                     "media");
    }
  }
  return Done{};
}

Result<Done> take_saying(Unit& unit, Act& act, const Saying& saying) {
  act.text = saying.text;
  act.media = saying.media;
  act.langs = saying.langs;
  act.card_url = saying.card_url;
  if (saying.card) {
    act.card_read = true;
    act.card_title = saying.card->title;
    act.card_description = saying.card->description;
    act.card_thumb = saying.card->thumb;
    if (act.card_thumb) {
      RAPPORT_TRY(unit.attachments().keep(act.workspace, *act.card_thumb, std::nullopt));
    }
  }
  for (const ActMedia& each : act.media) {
    RAPPORT_TRY(unit.attachments().keep(act.workspace, each.attachment, std::nullopt));
  }
  return Done{};
}

Result<ActView> queue(Unit& unit, IdMaker& ids, Act act, const Saying& saying,
                      std::span<const std::string> own_hosts, Time now) {
  RAPPORT_TRY(take_saying(unit, act, saying));
  act.not_before = now + kUndoWindow;
  act.record_created_at = act.not_before;
  RAPPORT_TRY(unit.outbox().add(act));
  RAPPORT_TRY(note_uses(unit, ids, act, own_hosts, now));
  RAPPORT_TRY(announce_act(unit, act, now));
  return view_of(unit, std::move(act));
}

Result<ActView> put_away(Unit& unit, Act act, Time now) {
  act.changed_at = now;
  RAPPORT_TRY(unit.outbox().save(act));
  RAPPORT_TRY(unit.knowledge().drop_uses(act.workspace, act.id));
  RAPPORT_TRY(keep_words(unit, act, now));
  RAPPORT_TRY(announce_act(unit, act, now));
  return view_of(unit, std::move(act));
}

Result<Channel> speaker(Unit& unit, WorkspaceId workspace, const Post& post,
                        std::optional<ChannelId> chosen) {
  std::optional<Channel> found;
  if (!chosen && post.to) {
    auto channels = unit.channels().all(workspace);
    RAPPORT_TRY(channels);
    for (Channel& each : *channels) {
      if (each.account == *post.to && each.state != ChannelState::kDisconnected) {
        found = std::move(each);
        break;
      }
    }
  }
  if (!found) {
    ChannelId id = chosen.value_or(ChannelId{});
    if (!chosen) {
      auto conversation = unit.conversations().find(workspace, post.conversation);
      RAPPORT_TRY(conversation);
      id = conversation->channel;
    }
    auto channel = unit.channels().find(workspace, id);
    RAPPORT_TRY(channel);
    found = std::move(*channel);
  }
  if (found->network != post.network) {
    return invalid("That account is on another network.", "channel_id");
  }
  RAPPORT_TRY(check_connected(*found));
  return std::move(*found);
}

bool on_its_way(const Act& act) {
  return act.state == ActState::kQueued || act.state == ActState::kSending ||
         act.state == ActState::kUnknown;
}

Result<ActView> view_of(Unit& unit, Act act) {
  auto name = name_of(unit, act.workspace, act.by);
  RAPPORT_TRY(name);
  return ActView{std::move(act), std::move(*name)};
}

Act new_act(IdMaker& ids, Time now, const Member& by, const Channel& channel, ActKind kind) {
  Act act;
  act.workspace = by.workspace;
  act.id = ids.make<ActId>();
  act.channel = channel.id;
  act.kind = kind;
  act.by = by.id;
  act.created_at = now;
  act.not_before = now;
  act.changed_at = now;
  // Fixed with the act itself: even a database restored from a backup made before the first attempt
  // sends the same record again, not a second one.
  act.record_key = make_tid(now, static_cast<std::uint16_t>(act.id.value ^ (act.id.value >> 10)));
  act.record_created_at = now;
  act.client_key = std::string(to_word(kind)) + ":" + to_string(act.id);
  return act;
}

Result<Done> keep_words(Unit& unit, const Act& act, Time now) {
  if (act.kind != ActKind::kReply || !act.conversation || !act.post) return Done{};
  auto draft = unit.conversations().draft(act.workspace, *act.conversation, act.by);
  RAPPORT_TRY(draft);
  if (*draft && (!trim((*draft)->text).empty() || !(*draft)->media.empty())) return Done{};
  return unit.conversations().save_draft(Draft{act.workspace, *act.conversation, act.by, *act.post,
                                               act.text, act.media, now, act.channel, act.langs});
}

}  // namespace rapport
