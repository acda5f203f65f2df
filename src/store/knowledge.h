// Articles and resources, their categories, and where they were used.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/conversation.h"
#include "model/knowledge.h"
#include "model/post_reading.h"

namespace rapport {

// Which entries a list shows; nothing set: all of them.
struct KnowledgeFilter {
  std::optional<ArticleKind> kind = {};
  std::optional<ArticleStatus> status = {};
  std::optional<ArticleCategoryId> category = {};
  std::string language = {};
  std::optional<Time> review_before = {};  // to be looked at again by then, and not archived
};

// Where a list goes on: below this one.
struct KnowledgePlace {
  Time changed_at;
  ArticleId id;

  bool operator==(const KnowledgePlace&) const = default;
};

// What there is of a workspace's knowledge.
struct KnowledgeStamp {
  std::int64_t stamp = 0;     // rises with every change of what is found
  std::int64_t articles = 0;  // kept

  bool operator==(const KnowledgeStamp&) const = default;
};

// An article's use with what their post was about.
struct UseRead {
  ArticleId article;
  std::optional<PostId> post;
  std::optional<ReadingGist> reading;
};

class KnowledgeStore {
 public:
  virtual ~KnowledgeStore() = default;

  // Fails with conflict if the slug is taken in its language. Keeps the totals true.
  virtual Result<Done> add(const KnowledgeEntry& entry) = 0;
  // Everything but who made it, when, and its uses. An address that it had still leads to it. Fails
  // with conflict if the slug is taken, or if it is not of the version before this one any more.
  virtual Result<Done> save(const KnowledgeEntry& entry) = 0;
  virtual Result<KnowledgeEntry> find(WorkspaceId workspace, ArticleId id) = 0;
  // Not having it is fine. With its old addresses and its uses.
  virtual Result<Done> remove(WorkspaceId workspace, ArticleId id) = 0;
  // Those of these that there are, without their texts and questions.
  virtual Result<std::vector<KnowledgeEntry>> some(WorkspaceId workspace,
                                                   const std::vector<ArticleId>& ids) = 0;

  // Of one slug, by language; without their texts and questions.
  virtual Result<std::vector<KnowledgeEntry>> translations(WorkspaceId workspace,
                                                           std::string_view slug) = 0;
  // Who had this address once, in whatever language.
  virtual Result<std::vector<ArticleId>> once_at(WorkspaceId workspace, std::string_view slug) = 0;
  // All of that source, by language.
  virtual Result<std::vector<KnowledgeEntry>> by_source(WorkspaceId workspace,
                                                        std::string_view source) = 0;
  // Those that these keys of links (link_key) lead to; without their texts and questions.
  virtual Result<std::vector<KnowledgeEntry>> by_url_keys(WorkspaceId workspace,
                                                          const std::vector<std::string>& keys) = 0;

  // Newest change first, at most `most` below `after`.
  enum class Part {
    kRows,  // without texts and questions
    kWhole,
  };
  virtual Result<std::vector<KnowledgeEntry>> list(WorkspaceId workspace,
                                                   const KnowledgeFilter& filter,
                                                   std::optional<KnowledgePlace> after, int most,
                                                   Part part) = 0;
  virtual Result<std::vector<KnowledgeEntry>> published(WorkspaceId workspace) = 0;  // by id
  virtual Result<KnowledgeStamp> stamp(WorkspaceId workspace) = 0;
  // How many are to be looked at again by then; at most `most` are counted.
  virtual Result<std::int64_t> to_review(WorkspaceId workspace, Time by, int most) = 0;

  // Both fail with conflict if there is one of this name, whatever its case, or of this slug.
  virtual Result<Done> add_category(const ArticleCategory& category) = 0;
  virtual Result<Done> save_category(const ArticleCategory& category) = 0;
  virtual Result<ArticleCategory> category(WorkspaceId workspace, ArticleCategoryId id) = 0;
  virtual Result<std::vector<ArticleCategory>> categories(WorkspaceId workspace) = 0;  // by place
  // Its articles stay, without a category.
  virtual Result<Done> remove_category(WorkspaceId workspace, ArticleCategoryId id) = 0;

  // False if this act already counts as a use of the article, or the article is gone.
  virtual Result<bool> add_use(const ArticleUse& use) = 0;
  // The act was never sent.
  virtual Result<Done> drop_uses(WorkspaceId workspace, ActId act) = 0;
  // Taken back: the conversation was not resolved with it after all.
  virtual Result<Done> drop_uses(WorkspaceId workspace, ConversationId conversation,
                                 ArticleUseKind kind) = 0;
  // Newest first, at most `most` below `after`.
  virtual Result<std::vector<ArticleUse>> uses(WorkspaceId workspace, ArticleId article,
                                               std::optional<ArticleUseId> after, int most) = 0;
  // The newest of all articles, with what was read of the posts they answered.
  virtual Result<std::vector<UseRead>> recent_uses(WorkspaceId workspace, int most) = 0;
};

}  // namespace rapport
