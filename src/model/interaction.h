// One act of attention from one account to another, both directions counted: the ledger that
// people, trust and insights are computed from.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class InteractionKind { kReply, kMention, kQuote, kLike, kRepost, kFollow };

std::string_view to_word(InteractionKind kind);
std::optional<InteractionKind> interaction_kind_of(std::string_view word);

struct Interaction {
  WorkspaceId workspace;
  std::string network;
  std::string native_id;  // of the like, repost, follow; of the post for the others. Unique with
                          // (workspace, network, kind, object)
  AccountId actor;
  AccountId object;
  InteractionKind kind = InteractionKind::kReply;
  Time at;
  std::optional<PostId> post;  // the post it was done to or by
};

}  // namespace rapport
