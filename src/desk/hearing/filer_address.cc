// Whom a post speaks to, as far as it says so itself.

#include "desk/hearing/filer.h"

#include <algorithm>
#include <tuple>

#include "desk/hearing/filer_rules.h"

namespace rapport {

Result<std::optional<Filer::SpokenTo>> Filer::spoken_to(const NetworkPost& heard) {
  auto channels = our_channels();
  RAPPORT_TRY(channels);
  std::optional<SpokenTo> spoken;
  const auto add = [&](const Channel& channel) {
    if (!spoken) spoken = SpokenTo{channel.account, channel.connected_at};
    // Of several, always the same one, in whatever order they are heard.
    spoken->account = std::min(spoken->account, channel.account);
    spoken->since = std::min(spoken->since, channel.connected_at);
  };
  const auto names = [&](const Channel& channel) {
    return mentions(heard.entities, channel.native_id) ||
           heard.quoted_author_native_id == channel.native_id;
  };
  if (heard.addressed || names(channel_)) add(channel_);
  for (const Channel& each : **channels) {
    if (each.id != channel_.id && each.state != ChannelState::kDisconnected && names(each)) {
      add(each);
    }
  }
  return spoken;
}

// A client may date a post as it likes; when the network first saw it decides who waits.
bool Filer::said_before(const NetworkPost& heard, Time since) const {
  return heard.indexed_at.value_or(std::min(heard.created_at, now_)) < since;
}

// Takes in what this hearing tells of whom a post speaks to, and whether that was before Rapport.
// Several of our accounts may hear the same post in any order: what they make of it together must
// not depend on it. True if anything changed.
Result<bool> Filer::readdress(Post& post, const Account& author, const NetworkPost& heard) {
  const auto before = std::tuple(post.address, post.to, post.before_rapport);
  if (author.ours) {
    auto channels = our_channels();
    RAPPORT_TRY(channels);
    for (const Channel& each : **channels) {
      if (each.account == author.id) post.before_rapport = said_before(heard, each.connected_at);
    }
  } else {
    auto spoken = spoken_to(heard);
    RAPPORT_TRY(spoken);
    if (!*spoken) {
      // What only stands beside is as old as it is to the account that was there first.
      const bool beside = post.address == Address::kContext || post.address == Address::kBranch;
      if (beside && !said_before(heard, channel_.connected_at)) post.before_rapport = false;
    } else if (post.address == Address::kDirect) {
      if (!said_before(heard, (*spoken)->since)) post.before_rapport = false;
      post.to = post.to ? std::min(*post.to, (*spoken)->account) : (*spoken)->account;
    } else {
      // Met first as somebody's context, and now told that it speaks to us.
      post.address = Address::kDirect;
      post.before_rapport = said_before(heard, (*spoken)->since);
      post.to = (*spoken)->account;
    }
  }
  return before != std::tuple(post.address, post.to, post.before_rapport);
}

}  // namespace rapport
