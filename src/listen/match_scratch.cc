#include "listen/match_scratch.h"

#include "listen/match_work.h"

namespace rapport {

MatchScratch::MatchScratch() : work_(std::make_unique<MatchWork>()) {}
MatchScratch::~MatchScratch() = default;
MatchScratch::MatchScratch(MatchScratch&&) noexcept = default;
MatchScratch& MatchScratch::operator=(MatchScratch&&) noexcept = default;

}  // namespace rapport
