// What people asked and no article answers: the questions themselves, and the gaps they make.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/gap.h"
#include "model/post_reading.h"

namespace rapport {

// A post to us that was read as a question or a request.
struct PostedQuestion {
  PostId post;
  ConversationId conversation;
  PersonId person;
  std::string text;
  std::string language;  // as it was read; "und" if it could not be told
  ReadingGist gist;
  Time asked_at{};
  std::optional<Time> replied_at;    // the first reply of ours to it that is still there
  bool over = false;                 // nobody in its conversation waits for us
  std::optional<ArticleId> article;  // linked in an answer to it, or its conversation resolved with
};

struct KeptGap {
  Gap gap;
  std::vector<PostId> posts;  // those that are kept, the most central first
};

struct PostOfGap {
  GapId gap;
  PostId post;
};

// A reply of ours that is still there.
struct OurReply {
  PostId post;
  PostId parent;
  std::string text;
  Time at{};
};

class GapStore {
 public:
  virtual ~GapStore() = default;

  // What others said to us from `from` on and was read as a question or a request, newest first, at
  // most `most`. Nothing that is gone or hidden, and of nobody whom we muted or blocked. Looks at
  // the newest `most_looked` posts.
  virtual Result<std::vector<PostedQuestion>> questions(WorkspaceId workspace, Time from,
                                                        int most_looked, int most) = 0;

  // Our replies to these posts, newest first.
  virtual Result<std::vector<OurReply>> replies(WorkspaceId workspace,
                                                const std::vector<PostId>& posts) = 0;

  // By how many people wait, then by how many asked, then the one asked last.
  virtual Result<std::vector<Gap>> all(WorkspaceId workspace) = 0;
  virtual Result<Gap> find(WorkspaceId workspace, GapId id) = 0;
  // The most central first, at most `most`; without what is gone or hidden.
  virtual Result<std::vector<GapPost>> posts(WorkspaceId workspace, GapId id, int most) = 0;
  // The first `most` of every gap.
  virtual Result<std::vector<GapPost>> examples(WorkspaceId workspace, int most) = 0;
  // Every post that stands in a gap, the most central of each first.
  virtual Result<std::vector<PostOfGap>> kept(WorkspaceId workspace) = 0;

  // Puts these in the place of all there are; writes what differs alone. A post stands in one gap.
  virtual Result<Done> replace(WorkspaceId workspace, const std::vector<KeptGap>& gaps) = 0;
  // Its state and article.
  virtual Result<Done> save(const Gap& gap) = 0;
  // Open gaps that this article was begun from are written.
  virtual Result<Done> published(WorkspaceId workspace, ArticleId article) = 0;
  // Gaps that it answered are open again.
  virtual Result<Done> lost(WorkspaceId workspace, ArticleId article) = 0;
  // Its words are gone, who asked nothing else there is counted no more, and with its last post a
  // gap is gone. Not having it is fine.
  virtual Result<Done> drop(WorkspaceId workspace, PostId post) = 0;

  virtual Result<std::optional<GapLesson>> lesson(WorkspaceId workspace) = 0;
  virtual Result<Done> save(const GapLesson& lesson) = 0;
  // The post heard last; none: there is none.
  virtual Result<std::optional<PostId>> newest_post(WorkspaceId workspace) = 0;
};

class Unit;

// Those of a piece of work; not to be kept after it.
std::unique_ptr<GapStore> gaps_in(Unit& unit);

}  // namespace rapport
