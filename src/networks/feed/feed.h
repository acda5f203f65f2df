// Feeds as a network: RSS, Atom, RSS 1.0 and JSON Feed.
//
// A channel is one feed under its address. It can be read and not answered: its limits let nothing
// be written.

#pragma once

#include <memory>

#include "base/clock.h"
#include "networks/registry.h"
#include "networks/transport.h"

namespace rapport {

std::unique_ptr<Network> make_feed_network(Transport& transport, const Clock& clock);

}  // namespace rapport
