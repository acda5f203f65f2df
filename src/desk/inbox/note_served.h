// Which article brought a conversation to its end, told of the article, too.

#pragma once

#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "model/conversation.h"
#include "store/posts.h"

namespace rapport {

class Unit;
struct Decision;

// After a verdict: the conversation as it stands now, its posts, and which of them waited before.
// That they wrote again later does not undo it: it is what happened then.
Result<Done> note_served(Unit& unit, IdMaker& ids, const Conversation& conversation,
                         const std::vector<OutlinePost>& posts, std::optional<PostId> waited,
                         const Decision& decision);

}  // namespace rapport
