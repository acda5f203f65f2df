// What a post shows besides its words: pictures, a link card, another post.

#pragma once

#include <boost/json.hpp>
#include <optional>

#include "networks/bluesky/mapping.h"
#include "networks/bluesky/session.h"
#include "networks/connector.h"

namespace rapport::bluesky {

// Fails with invalid, naming the picture, if one cannot be sent. Asks nobody.
Result<Done> check_pictures(const Outgoing& act);

// The record's `embed`, null if it shows nothing; the files it needs are stored first. The same act
// gives the same embed, so a repeat changes nothing. `quoted` is the post shown, if any. A post
// shows pictures or a card: pictures win.
Result<boost::json::value> make_embed(Session& session, const Outgoing& act,
                                      const std::optional<RecordRef>& quoted);

}  // namespace rapport::bluesky
