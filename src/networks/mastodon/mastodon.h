// Any server that speaks the Mastodon API: Mastodon, GoToSocial, Pleroma and Akkoma, Pixelfed,
// Friendica, Hollo.
//
// sign_in.cc takes a browser there and back, session.h keeps our token, server.h knows what a
// server lets us do, mapping.h turns its JSON into our values, and the connector's verbs have a
// file each: hear_notifications.cc, hear_own_posts.cc, hear_posts.cc (hashtags and search),
// read_thread.cc, read_profile.cc, send.cc, look_up.cc.

#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "networks/registry.h"
#include "networks/transport.h"

namespace rapport {

// `transport` and `clock` must outlive the network and every connector it opens.
std::unique_ptr<Network> make_mastodon_network(Transport& transport, const Clock& clock);

}  // namespace rapport
