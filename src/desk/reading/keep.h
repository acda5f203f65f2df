// Reading posts as they are filed, and what that makes of a conversation.

#pragma once

#include <optional>
#include <unordered_map>

#include "base/result.h"
#include "desk/inbox/state.h"
#include "desk/reading/post_reader.h"
#include "model/post_reading.h"
#include "store/readings.h"

namespace rapport {

class Unit;

// What was just kept, by post: spares a look into the store.
using KeptGists = std::unordered_map<PostId, ReadingGist>;

// Reads a post and keeps what it says beside it, in the place of what was read before. What members
// corrected stands.
enum class Corrected { kPerhaps, kNever };  // never: it was heard just now, and nobody saw it yet
Result<ReadingGist> read_and_keep(Unit& unit, PostReader& reader, WorkspaceId workspace,
                                  const PostToRead& post,
                                  Corrected corrected = Corrected::kPerhaps);

// What was read of all that wait, of more than fifty the newest; where nobody waits, of the post
// whose words the list shows, which then needs no reply unless a member wants to see it again.
// Nothing if none of it was read.
Result<std::optional<ReadingGist>> gist_of_waiting(Unit& unit, WorkspaceId workspace,
                                                   const DerivedState& derived,
                                                   const KeptGists& kept = {});

// apply_state(), with the reading: true if anything changed.
Result<bool> apply_with_reading(Unit& unit, const DerivedState& derived, Conversation& conversation,
                                const KeptGists& kept = {});

}  // namespace rapport
