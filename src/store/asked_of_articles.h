// What people had asked where an article served them: what it is found by beside its own words.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/ids.h"
#include "model/knowledge.h"
#include "model/post_reading.h"

namespace rapport {

class Unit;
struct Post;

struct AskedOfArticle {
  ArticleId article;
  PostId post;
  ArticleUseKind kind = ArticleUseKind::kLinked;
  std::string text;
  std::optional<ReadingGist> reading;  // none: not read
};

// Of the newest `most_uses` of each article, if they are among the newest 20,000 of all, newest
// first: what others said to us that is still there to be seen. Nothing that is gone or hidden, of
// nobody whom we muted or blocked.
Result<std::vector<AskedOfArticle>> asked_of_articles(Unit& unit, WorkspaceId workspace,
                                                      int most_uses);

// Rises whenever that may be another: not with new uses, which make nobody wait.
Result<std::int64_t> asked_stamp(Unit& unit, WorkspaceId workspace);

// The words of this post are others, gone, or hidden. Where an article served it, the stamp rises.
Result<Done> asked_changed(Unit& unit, const Post& post);
// We muted or blocked whose account this is, or no more. Where an article served a post of theirs,
// the stamp rises.
Result<Done> asked_changed(Unit& unit, WorkspaceId workspace, AccountId author);

}  // namespace rapport
