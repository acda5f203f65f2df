// What an assistant proposes, as JSON.

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/proposal.h"

namespace rapport {

std::string proposal_json(const Proposal& proposal);

// The post that is to be answered.
Result<PostId> read_proposal(std::string_view body);

}  // namespace rapport
