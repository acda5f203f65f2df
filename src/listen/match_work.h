// The inside of MatchScratch.

#pragma once

namespace rapport {

struct MatchWork {};

}  // namespace rapport
