// What a brand knows, as it is kept: articles of its own, and resources elsewhere worth pointing
// to.
//
// article.h has the plain value that is searched; this is the row that people work on.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/article.h"
#include "model/ids.h"

namespace rapport {

enum class ArticleKind {
  kArticle,   // of our own
  kResource,  // a page, video, deck or expert elsewhere: a link and what is there
};
std::string_view to_word(ArticleKind kind);  // "article", "resource"
std::optional<ArticleKind> article_kind_of(std::string_view word);

enum class ArticleStatus { kDraft, kPublished, kArchived };
std::string_view to_word(ArticleStatus status);  // "draft", "published", "archived"
std::optional<ArticleStatus> article_status_of(std::string_view word);

// What a resource is.
enum class Medium { kNone, kPage, kVideo, kDeck, kExpert };
std::string_view to_word(Medium medium);  // "", "page", "video", "deck", "expert"
std::optional<Medium> medium_of(std::string_view word);

struct KnowledgeEntry {
  WorkspaceId workspace;
  ArticleId id;
  ArticleKind kind = ArticleKind::kArticle;
  ArticleStatus status = ArticleStatus::kDraft;
  std::string language;  // BCP 47, lower case; never empty
  std::optional<ArticleCategoryId> category;
  std::string slug;  // in its address. Entries that share one are the same in several languages
  std::string title;
  std::string markdown;  // of a resource what is there, in a few words
  std::string url;       // of a resource; of an article where else it is read; may be empty then
  std::string url_key;   // as links to it are recognised (link_key); empty without a url
  Medium medium = Medium::kNone;
  std::string questions;  // as people ask it, one a line
  std::optional<MemberId> owner;
  std::optional<Time> review_at;  // when somebody should look whether it is still true
  std::string source;             // which it is where it was imported from; empty: written here
  std::string source_digest;      // of what was imported last
  std::int64_t uses = 0;          // kept by the store
  std::optional<MemberId> by;     // who made it; none: the command line
  Time created_at{};
  Time changed_at{};
  std::optional<Time> published_at;  // for the first time
  std::int64_t version = 1;          // rises with each change

  bool operator==(const KnowledgeEntry&) const = default;
};

// One line each, without those that are empty.
std::vector<std::string> question_lines(std::string_view questions);

// As it is searched.
Article searched_article(const KnowledgeEntry& entry);

struct ArticleCategory {
  WorkspaceId workspace;
  ArticleCategoryId id;
  std::string name;
  std::string folded;  // without case: unique in the workspace
  std::string slug = {};
  std::int64_t place = 0;
  std::int64_t articles = 0;  // kept by the store

  bool operator==(const ArticleCategory&) const = default;
};

// How an article served somebody.
enum class ArticleUseKind {
  kLinked,    // a reply, quote or post holds its link
  kResolved,  // a conversation was resolved with it
};
std::string_view to_word(ArticleUseKind kind);  // "linked", "resolved"
std::optional<ArticleUseKind> article_use_kind_of(std::string_view word);

struct ArticleUse {
  WorkspaceId workspace;
  ArticleUseId id;
  ArticleId article;
  std::optional<ConversationId> conversation;  // none: a post to everybody
  std::optional<PostId> post;                  // theirs, that it answers
  std::optional<ActId> act;
  ArticleUseKind kind = ArticleUseKind::kLinked;
  std::optional<MemberId> by;
  Time at{};

  bool operator==(const ArticleUse&) const = default;
};

}  // namespace rapport
