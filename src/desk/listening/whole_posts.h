// Whole posts of a workspace with what queries ask of them beside their words.

#pragma once

#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "desk/listening/post_view.h"
#include "listen/needs.h"
#include "model/account.h"
#include "model/post.h"
#include "model/post_reading.h"

namespace rapport {

class WholePosts {
 public:
  // Those of `ids` that are there; fetches no more than is needed.
  static Result<WholePosts> of(Unit& unit, WorkspaceId workspace, const std::vector<PostId>& ids,
                               QueryNeeds needs);

  const std::vector<Post>& all() const { return posts_; }  // newest first, as they were said
  // What these give must not outlive this.
  HeardPost heard(const Post& post) const;
  PostEnricher enricher(Unit& unit, PostReader* reader, const Post& post) const;

 private:
  const Account* author_of(const Post& post) const;

  std::vector<Post> posts_;
  std::unordered_map<AccountId, Account> authors_;
  std::unordered_map<PostId, PostReading> readings_;
  std::unordered_map<PostId, Account> answered_;
};

}  // namespace rapport
