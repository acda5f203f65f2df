// What an assistant proposed.

#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/proposal.h"

namespace rapport {

class Proposals {
 public:
  virtual ~Proposals() = default;

  virtual Result<Done> add(const Proposal& proposal) = 0;
  // The newest of a conversation first.
  virtual Result<std::vector<Proposal>> of(WorkspaceId workspace, ConversationId conversation,
                                           int most) = 0;
  // The newest of a workspace first.
  virtual Result<std::vector<Proposal>> newest(WorkspaceId workspace, int most) = 0;
  // Takes away at most `most` of before `at`, the oldest first, of all workspaces. How many.
  virtual Result<int> drop_before(Time at, int most) = 0;
};

}  // namespace rapport
