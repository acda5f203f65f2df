// What the verbs of the outbox share.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "desk/inbox/inbox.h"
#include "desk/outbox/outbox.h"
#include "store/store.h"

namespace rapport {

// Says who may act in public.
Result<Done> may_act(const Member& by);

// A key under which a repeated request finds the first act.
Result<Done> check_key(const std::string& client_key);

// What an act is to say.
struct Saying {
  const std::string& text;
  const std::vector<ActMedia>& media;
  const std::vector<std::string>& langs;
  const std::string& card_url;
  const std::optional<ShownCard>& card;
};

// Whether it can be sent on this channel at all: not empty, not too long, no more pictures than the
// network takes, none of them larger, and all of them here.
// `answered` is the handle of whoever it answers, where it answers somebody.
Result<Done> check_saying(Unit& unit, const Channel& channel, const Saying& saying,
                          std::string_view answered = {});

// Puts it into the act, and keeps its pictures from now on for good.
Result<Done> take_saying(Unit& unit, Act& act, const Saying& saying);

// Stores an act with its words, to go out when the time for undo has passed, and tells of it and of
// the articles it links to; those on one of `own_hosts` are ours.
Result<ActView> queue(Unit& unit, IdMaker& ids, Act act, const Saying& saying,
                      std::span<const std::string> own_hosts, Time now);

// Stores an act that nobody sends any more as it now stands, and its words where they are found.
Result<ActView> put_away(Unit& unit, Act act, Time now);

// Which of our accounts acts on a post: the chosen one, else the one the post speaks to, else the
// one its conversation stands under. Fails with conflict if that is disconnected.
Result<Channel> speaker(Unit& unit, WorkspaceId workspace, const Post& post,
                        std::optional<ChannelId> chosen);

// Fails with conflict if nothing can be sent from it.
// And whether its network can be answered at all.
Result<Done> check_connected(const Channel& channel);

// The act as its member sees it.
Result<ActView> view_of(Unit& unit, Act act);

// Stored, and neither on the network, refused nor taken back yet.
bool on_its_way(const Act& act);

// An act of `by` with its own id and times, not stored yet.
Act new_act(IdMaker& ids, Time now, const Member& by, const Channel& channel, ActKind kind);

// Puts the words of an act where its author finds them again, unless other words are there already.
Result<Done> keep_words(Unit& unit, const Act& act, Time now);

}  // namespace rapport
