// Which posts of a search some monitor of a workspace finds: searches answer with more.

#pragma once

#include <vector>

#include "model/channel.h"
#include "networks/connector.h"

namespace rapport {

class MonitorMatching;
class PostReader;
class Unit;

std::vector<NetworkPost> found_among(Unit& unit, const MonitorMatching& matching,
                                     PostReader* reader, const Channel& channel,
                                     const std::vector<NetworkPost>& posts);

}  // namespace rapport
