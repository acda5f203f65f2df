// What the verbs that write articles share: a wish held against the rules, and made into an entry.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/knowledge/knowledge_desk.h"
#include "store/store.h"

namespace rapport {

Result<Done> may_write_articles(const Member& by);

// Puts the wish into the entry, which holds what was there before (nothing but ids of a new one).
// Fails with invalid, naming the field. `words` are checked alone, so before any transaction.
Result<ArticleWish> checked_words(const ArticleWish& wish);
Result<Done> put_wish(Unit& unit, KnowledgeEntry& entry, const ArticleWish& wish, Time now);

// Whether this was the address of another article and leads to that one, so that the entry cannot
// have it. What shares an address with the entry is the same article, and so is what is `there` in
// other languages.
Result<bool> leads_elsewhere(Unit& unit, const KnowledgeEntry& entry, const std::string& slug,
                             const std::vector<KnowledgeEntry>& there);

// A slug that an article can be read at: what stands for another page gets a number, "search-2".
std::string readable_slug(std::string slug);

// One of the workspace that nothing has and nothing had, in any language, made from the title.
Result<std::string> free_slug(Unit& unit, WorkspaceId workspace, std::string_view title,
                              std::string_view language, ArticleId id);

// For a category of this name; two names may have the same letters.
std::string free_category_slug(const std::vector<ArticleCategory>& all, const std::string& name,
                               ArticleCategoryId id);

Result<Done> announce_article(Unit& unit, WorkspaceId workspace, std::optional<ArticleId> id,
                              Time now);

}  // namespace rapport
