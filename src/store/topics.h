// What a workspace's posts are about.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/ids.h"
#include "store/post_words.h"
#include "text/topics/topics.h"

namespace rapport {

// When topics were learned last, and how many conversations there were then.
struct TopicLesson {
  WorkspaceId workspace;
  Time learned_at;
  std::int64_t conversations = 0;

  bool operator==(const TopicLesson&) const = default;
};

class TopicStore {
 public:
  virtual ~TopicStore() = default;

  // In the order they were kept in, without examples and numbers of posts.
  virtual Result<std::vector<Topic>> all(WorkspaceId workspace) = 0;
  // Puts these in the place of all there are.
  virtual Result<Done> replace(WorkspaceId workspace, const std::vector<Topic>& topics) = 0;
  virtual Result<std::optional<TopicLesson>> lesson(WorkspaceId workspace) = 0;
  virtual Result<Done> save(const TopicLesson& lesson) = 0;

  // The words of the newest posts of others, oldest first: what topics are learned from.
  virtual Result<std::vector<std::string>> texts(WorkspaceId workspace, int most) = 0;
  // Posts about it that were said from `from` until before `to`.
  virtual Result<std::int64_t> count(WorkspaceId workspace, TopicId topic, Time from, Time to) = 0;
  // The newest of them.
  virtual Result<std::vector<PostWords>> examples(WorkspaceId workspace, TopicId topic, Time from,
                                                  Time to, int most) = 0;
};

}  // namespace rapport
