// What people ask and nobody has written down, as the team works with it. Each verb lives in a
// source of its own; the gaps themselves are learned (gap_lessons.h).

#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/knowledge/knowledge_desk.h"
#include "model/gap.h"
#include "model/member.h"

namespace rapport {

class Store;

struct GapView {
  Gap gap;
  std::vector<GapPost> examples;  // the most central questions
};

struct GapList {
  std::vector<GapView> items;      // the most wanted first, whatever their state
  std::optional<Time> learned_at;  // none: nobody looked yet
};

class GapDesk {
 public:
  GapDesk(Store& store, const Clock& clock, KnowledgeDesk& knowledge)
      : store_(store), clock_(clock), knowledge_(knowledge) {}

  static constexpr int kExamples = 3;
  static constexpr int kMostPosts = 200;
  static constexpr std::size_t kMostThreads = 20;
  static constexpr int kMostOfThread = 200;  // posts

  Result<GapList> list(const Member& by);
  // Its questions, the most central first.
  Result<std::vector<GapPost>> posts(const Member& by, GapId id);

  // Both for who may write articles. A gap that is dismissed stays so, whoever asks again. Fails
  // with conflict where an article answers it.
  Result<GapView> dismiss(const Member& by, GapId id);
  Result<GapView> reopen(const Member& by, GapId id);

  // A draft of an article from what was asked and what we answered (compose_article.h), for who may
  // write articles. Asked again for the same gap it is the article that was begun.
  Result<ArticleDetail> draft(const Member& by, GapId id);
  // The same from threads.
  Result<ArticleDetail> draft(const Member& by, const std::vector<ConversationId>& threads);

 private:
  Result<GapView> put(const Member& by, GapId id, GapState state);

  Store& store_;
  const Clock& clock_;
  KnowledgeDesk& knowledge_;
};

}  // namespace rapport
