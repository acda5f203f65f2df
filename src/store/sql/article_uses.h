// Where articles were used, in SQL. Part of KnowledgeStore, in a source of its own.

#pragma once

#include "store/knowledge.h"
#include "store/sql/connection.h"

namespace rapport {

class SqlArticleUses {
 public:
  explicit SqlArticleUses(Connection& db) : db_(db) {}

  Result<bool> add(const ArticleUse& use);
  Result<Done> drop(WorkspaceId workspace, ActId act);
  Result<Done> drop(WorkspaceId workspace, ConversationId conversation, ArticleUseKind kind);
  Result<std::vector<ArticleUse>> of(WorkspaceId workspace, ArticleId article,
                                     std::optional<ArticleUseId> after, int most);
  Result<std::vector<UseRead>> recent(WorkspaceId workspace, int most);

 private:
  // Takes these away and out of the counters.
  Result<Done> drop(WorkspaceId workspace, const std::vector<ArticleUse>& uses);

  Connection& db_;
};

// Says that what is found has changed, and by how many articles.
Result<Done> stamp_knowledge(Connection& db, WorkspaceId workspace, std::int64_t articles);

}  // namespace rapport
