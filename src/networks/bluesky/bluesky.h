// Bluesky: any server of the AT protocol that speaks app.bsky.
//
// identity.h finds who and where an account is, session.h keeps us signed in, mapping.h turns their
// JSON into our values, and the connector's verbs have a file each: hear_notifications.cc,
// hear_own_posts.cc, read_thread.cc, search.cc, send.cc, look_up.cc. What everybody says is heard
// without an account: streams.h.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "networks/registry.h"
#include "networks/transport.h"

namespace rapport {

struct BlueskySettings {
  std::string plc_url = "https://plc.directory";
  std::string handle_resolver_url = "https://public.api.bsky.app";
  std::vector<std::string> jetstreams = {};  // before `firehose`
  std::string firehose = {};
  GuardSettings guard = {};   // of the streams' connections
  std::string version = "0";  // of Rapport, for their user agent
};

// `transport` and `clock` must outlive the network and every connector it opens.
std::unique_ptr<Network> make_bluesky_network(BlueskySettings settings, Transport& transport,
                                              const Clock& clock);

}  // namespace rapport
