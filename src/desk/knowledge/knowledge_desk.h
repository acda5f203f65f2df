// What the brand knows: articles of its own and resources elsewhere, worked on by the team.
//
// Each verb lives in a source of its own. Everybody in the workspace may read; whoever may answer
// may write. Nobody's change is lost: a change of what somebody else changed meanwhile is refused
// with conflict.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/knowledge/article_links.h"
#include "desk/knowledge/shelf.h"
#include "desk/knowledge/suggesting.h"
#include "knowledge/import/imported.h"
#include "model/knowledge.h"
#include "model/member.h"
#include "store/knowledge.h"

namespace rapport {

class Store;
class Unit;

// What somebody wants an article to be.
struct ArticleWish {
  ArticleKind kind = ArticleKind::kArticle;
  ArticleStatus status = ArticleStatus::kDraft;
  std::string language;
  std::optional<ArticleCategoryId> category;
  std::string slug;  // empty: made from the title, or left as it is
  std::string title;
  std::string markdown;
  std::string url;
  Medium medium = Medium::kNone;
  std::string questions;
  std::optional<MemberId> owner;
  std::optional<Time> review_at;
};

struct ArticleView {
  KnowledgeEntry entry;
  std::string link;  // where people read it; empty: nowhere yet
};

struct ArticleDetail {
  ArticleView view;
  std::vector<KnowledgeEntry> translations;  // the same in other languages, without texts
};

struct ArticleQuestion {
  KnowledgeFilter filter = {};
  bool review_due = false;  // only what somebody should look at again
  std::string words = {};   // each has to occur in the title, questions or text, in any case
};

struct ArticlePage {
  std::vector<ArticleView> rows;  // without texts and questions
  std::optional<KnowledgePlace> next;
  std::int64_t to_review = 0;  // of the workspace, at most kMostCounted
};

// How they sounded when they wrote again after an article was used, against before.
enum class Again { kBetter, kSame, kWorse, kUnread };
std::string_view to_word(Again again);  // "better", "same", "worse", "unread"

struct ArticleUseView {
  ArticleUse use;
  std::string by_name;
  std::string person;   // whom it served
  std::string excerpt;  // what they said, whole; empty if it is gone
  std::optional<ConversationState> state;
  std::optional<Again> again;  // none: they did not
};

struct ArticleUsePage {
  std::vector<ArticleUseView> items;
  std::optional<ArticleUseId> next;
};

// What became of an article that somebody brought.
enum class ImportDid { kMade, kChanged, kLeft };
std::string_view to_word(ImportDid did);  // "made", "changed", "left"

struct ImportedItem {
  std::string name;
  ImportDid did = ImportDid::kLeft;
  std::string why;  // it was left, in words for people
  std::optional<ArticleId> article;
};

struct ImportReport {
  std::vector<ImportedItem> items;  // in the order they were brought
  std::int64_t made = 0;
  std::int64_t changed = 0;
  std::int64_t left = 0;
};

struct ExportedFile {
  std::string name;  // "returns.en.md"
  std::string text;
};

struct SuggestedArticles {
  std::shared_ptr<const Shelf> shelf;  // which they point into
  std::vector<ArticleSuggestion> items;
};

class KnowledgeDesk {
 public:
  // `public_url` is where browsers find this server; empty: nobody said.
  KnowledgeDesk(Store& store, IdMaker& ids, const Clock& clock, std::string public_url = {})
      : store_(store),
        ids_(ids),
        clock_(clock),
        public_url_(std::move(public_url)),
        shelves_(store, clock) {}

  static constexpr std::int64_t kMost = 5000;  // entries of a workspace
  static constexpr std::size_t kMostCategories = 200;
  static constexpr std::int64_t kMostCounted = 1000;
  static constexpr std::size_t kMostQuestions = 50;

  // Newest change first. One call with words looks through kLookedThrough entries: a page with a
  // next may be short or empty.
  Result<ArticlePage> list(const Member& by, const ArticleQuestion& question,
                           std::optional<KnowledgePlace> after, int most);
  static constexpr int kLookedThrough = 1000;
  Result<ArticleDetail> open(const Member& by, ArticleId id);
  // `beside` is done in the same transaction, and fails the whole of it.
  using Beside = std::function<Result<Done>(Unit&, const KnowledgeEntry&)>;
  Result<ArticleDetail> create(const Member& by, const ArticleWish& wish,
                               const Beside& beside = {});
  // Fails with conflict unless it still is of this version.
  Result<ArticleDetail> change(const Member& by, ArticleId id, std::int64_t version,
                               const ArticleWish& wish);
  Result<Done> remove(const Member& by, ArticleId id);
  // Where it was used, newest first, and what happened then.
  Result<ArticleUsePage> uses(const Member& by, ArticleId id, std::optional<ArticleUseId> after,
                              int most);

  // Each by itself: one that is broken is left, and the others go on. What was brought before is
  // known again: unchanged it is left, changed there it is changed here, and where people changed
  // it here nothing of theirs is lost. `language` is that of articles that say none.
  Result<ImportReport> import(const Member& by, const std::vector<ImportedArticle>& found,
                              const std::string& language);
  // The same from the command line, where nobody is signed in.
  Result<ImportReport> import_for(WorkspaceId workspace, std::optional<MemberId> by,
                                  const std::vector<ImportedArticle>& found,
                                  const std::string& language);
  // Everything, as files that import() takes over as they were.
  Result<std::vector<ExportedFile>> export_all(WorkspaceId workspace);

  Result<std::vector<ArticleCategory>> categories(const Member& by);
  Result<ArticleCategory> add_category(const Member& by, const std::string& name);
  // `place` is its new index; the others move. None: where it is.
  Result<ArticleCategory> change_category(const Member& by, ArticleCategoryId id,
                                          const std::string& name,
                                          std::optional<std::int64_t> place);
  Result<Done> remove_category(const Member& by, ArticleCategoryId id);

  // For a post of this conversation; none named: the one that waits longest, or that it shows.
  Result<SuggestedArticles> suggest(const Member& by, ConversationId conversation,
                                    std::optional<PostId> post, std::size_t most);

  // What is published, to be asked which of it answers a post; shared by all who ask.
  Shelves& shelves() { return shelves_; }
  const std::string& public_url() const { return public_url_; }

 private:
  Result<ArticleDetail> detail_of(Unit& unit, KnowledgeEntry entry);
  Result<ImportedItem> import_one(Unit& unit, WorkspaceId workspace, std::optional<MemberId> by,
                                  const ImportedArticle& found, ArticleWish wish,
                                  const std::string& name);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
  const std::string public_url_;
  Shelves shelves_;
};

}  // namespace rapport
