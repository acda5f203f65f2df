// What the engine understood of posts.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/post_reading.h"

namespace rapport {

// A post as the reader needs it.
struct PostToRead {
  PostId post;
  ConversationId conversation;
  std::string text;
  std::vector<std::string> langs;
  Time said_at;
};

class ReadingStore {
 public:
  virtual ~ReadingStore() = default;

  // Adds it, or puts it in the place of the one before.
  virtual Result<Done> save(const PostReading& reading) = 0;
  // The words are gone. Not having it is fine.
  virtual Result<Done> drop(WorkspaceId workspace, PostId post) = 0;
  // Those that there are; order is not kept.
  virtual Result<std::vector<PostReading>> of(WorkspaceId workspace,
                                              const std::vector<PostId>& posts) = 0;

  // The reasons of the newest of these that has any, likeliest first: posts of others in this
  // conversation that are still there, of the `most` newest posts in it.
  virtual Result<std::vector<std::string>> reasons_told(WorkspaceId workspace,
                                                        ConversationId conversation, int most) = 0;

  // Of the `most` newest posts below `below`, those of others that have words but no reading of
  // this stamp; newest first. `next` is where to go on; none: nothing follows.
  struct Unread {
    std::vector<PostToRead> posts;
    std::optional<PostId> next;
  };
  virtual Result<Unread> unread(WorkspaceId workspace, std::int64_t stamp, PostId below,
                                int most) = 0;
  virtual Result<std::optional<ReadingWalk>> walk(WorkspaceId workspace) = 0;
  virtual Result<Done> save_walk(const ReadingWalk& walk) = 0;
};

}  // namespace rapport
