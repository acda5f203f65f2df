// Words an assistant proposed for a reply. They are nobody's until a person has made them theirs.

#pragma once

#include <string>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

struct Proposal {
  WorkspaceId workspace;
  ProposalId id;
  ConversationId conversation;
  PostId post;  // what it answers
  MemberId by;  // who asked for it
  std::string text;
  std::string model;  // that made it
  Time at;
};

}  // namespace rapport
