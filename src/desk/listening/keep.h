// Keeping what monitors find as posts are filed.

#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/result.h"
#include "model/account.h"
#include "model/monitor.h"
#include "model/post.h"
#include "model/post_reading.h"

namespace rapport {

class MonitorMatching;
class PostReader;
class Unit;

struct PostToMatch {
  const Post& post;
  const Account* author = nullptr;
  std::optional<ReadingGist> gist = {};  // what was read of it; none: not read yet
  bool fresh = false;                    // nobody can have found it before
};

// Which monitors find this post is kept as it is now; of ours, and of what is gone, nothing is.
// Adds those whose mentions changed to `changed`.
Result<Done> keep_found(Unit& unit, const MonitorMatching& matching, PostReader* reader,
                        const PostToMatch& post, std::set<MonitorId>& changed);

}  // namespace rapport
