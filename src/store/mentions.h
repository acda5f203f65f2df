// Teammates named in notes, and what of it they have not seen.

#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "model/conversation.h"
#include "model/mention.h"

namespace rapport {

class Mentions {
 public:
  virtual ~Mentions() = default;

  // Keeps the spans of a note that is there, and marks its conversation as unread for everyone
  // named in it but the note's own author.
  virtual Result<Done> add(const Note& note, const std::vector<NoteMention>& mentions) = 0;
  // Of all notes of a conversation, by note and place.
  virtual Result<std::vector<NoteMention>> of(WorkspaceId workspace, ConversationId id) = 0;
  // False if there was nothing unread.
  virtual Result<bool> mark_read(WorkspaceId workspace, ConversationId id, MemberId member) = 0;
  virtual Result<std::int64_t> unread(WorkspaceId workspace, MemberId member) = 0;  // a counter
  // Which of these conversations have something unread for them.
  virtual Result<std::vector<ConversationId>> with_unread(WorkspaceId workspace,
                                                          const std::vector<ConversationId>& ids,
                                                          MemberId member) = 0;
};

}  // namespace rapport
