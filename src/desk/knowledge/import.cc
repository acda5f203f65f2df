#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/slug.h"
#include "base/unicode.h"
#include "desk/knowledge/checked.h"
#include "desk/knowledge/knowledge_desk.h"

namespace rapport {
namespace {

constexpr const char* kSame = "It is here already.";
constexpr const char* kChangedHere = "It was changed here since; there it is as it was.";
constexpr const char* kChangedBoth = "It was changed here and there. Yours is kept: look at both.";
constexpr std::size_t kMostCategoryName = 40;  // characters

// What an import brings, or what stands here, to be compared by. The category is apart: who sorts
// or names them otherwise here has not changed an article.
struct Digest {
  std::string words;
  std::string category;

  std::string kept() const { return words + '.' + category; }
};

std::string short_digest(std::string_view text) { return to_base64_url(sha256(text)); }

Digest digest_of(const ArticleWish& wish, const std::string& category) {
  std::string all;
  const auto put = [&](std::string_view part) {
    all += std::to_string(part.size());
    all += ':';
    all += part;
  };
  put(to_word(wish.kind));
  put(to_word(wish.status));
  put(wish.language);
  put(wish.title);
  put(wish.markdown);
  put(wish.url);
  put(to_word(wish.medium));
  put(wish.questions);
  put(wish.review_at ? format_time(*wish.review_at) : "");
  return {short_digest(all), short_digest(fold_case(category))};
}

// Of what was taken over last. Empty where nothing was.
Digest digest_kept(const std::string& kept) {
  const auto dot = kept.find('.');
  if (dot == std::string::npos) return {kept, {}};
  return {kept.substr(0, dot), kept.substr(dot + 1)};
}

ArticleWish wish_of(const KnowledgeEntry& entry) {
  ArticleWish wish;
  wish.kind = entry.kind;
  wish.status = entry.status;
  wish.language = entry.language;
  wish.category = entry.category;
  wish.slug = entry.slug;
  wish.title = entry.title;
  wish.markdown = entry.markdown;
  wish.url = entry.url;
  wish.medium = entry.medium;
  wish.questions = entry.questions;
  wish.owner = entry.owner;
  wish.review_at = entry.review_at;
  return wish;
}

Result<ArticleWish> wish_of(const ImportedArticle& found, const std::string& language) {
  if (!found.wrong.empty()) return invalid(found.wrong);
  ArticleWish wish;
  wish.kind = found.kind;
  wish.status = found.status;
  wish.language = found.language.empty() ? language : found.language;
  // "en_US", as some write it.
  std::ranges::replace(wish.language, '_', '-');
  wish.slug = readable_slug(slug_of(found.slug));
  wish.title = std::string(cut_graphemes(trim(found.title), 200));
  wish.markdown = found.markdown;
  wish.url = found.url;
  wish.medium = found.medium;
  for (const std::string& each : found.questions) {
    if (question_lines(wish.questions).size() == KnowledgeDesk::kMostQuestions) break;
    wish.questions += std::string(cut_graphemes(each, 300)) + '\n';
  }
  if (!found.review_at.empty()) {
    wish.review_at = parse_time(found.review_at);
    if (!wish.review_at) return invalid("Its review date is no time.");
  }
  // What has no words yet is no reason to refuse it.
  if (wish.kind == ArticleKind::kArticle && is_blank(wish.markdown)) {
    wish.status = ArticleStatus::kDraft;
  }
  return checked_words(wish);
}

// As a category is named here.
std::string category_of(const ImportedArticle& found) {
  return std::string(trim(cut_graphemes(trim(found.category), kMostCategoryName)));
}

// By its name, made if there is none.
Result<std::optional<ArticleCategoryId>> category_named(Unit& unit, IdMaker& ids,
                                                        WorkspaceId workspace,
                                                        const std::string& name) {
  if (name.empty()) return std::optional<ArticleCategoryId>{};
  auto all = unit.knowledge().categories(workspace);
  RAPPORT_TRY(all);
  const std::string folded = fold_case(name);
  const auto there = std::ranges::find(*all, folded, &ArticleCategory::folded);
  if (there != all->end()) return std::optional(there->id);
  if (all->size() >= KnowledgeDesk::kMostCategories) return std::optional<ArticleCategoryId>{};
  ArticleCategory made{workspace, ids.make<ArticleCategoryId>(), name, folded};
  made.slug = free_category_slug(*all, name, made.id);
  made.place = all->empty() ? 0 : all->back().place + 1;
  RAPPORT_TRY(unit.knowledge().add_category(made));
  return std::optional(made.id);
}

Result<std::string> category_name(Unit& unit, const KnowledgeEntry& entry) {
  if (!entry.category) return std::string();
  auto category = unit.knowledge().category(entry.workspace, *entry.category);
  RAPPORT_TRY(category);
  return std::move(category->name);
}

// An article that was exported from this very workspace, by the id it had.
Result<std::optional<KnowledgeEntry>> exported_here(Unit& unit, WorkspaceId workspace,
                                                    std::string_view source) {
  constexpr std::string_view kBegin = "markdown:article-";
  if (!source.starts_with(kBegin)) return std::optional<KnowledgeEntry>{};
  const auto id = parse_id<ArticleId>(source.substr(kBegin.size()));
  if (!id) return std::optional<KnowledgeEntry>{};
  auto found = unit.knowledge().find(workspace, *id);
  if (found && found->source.empty()) return std::optional(std::move(*found));
  if (!found && found.error().kind != ErrorKind::kNotFound) return fail(std::move(found.error()));
  return std::optional<KnowledgeEntry>{};
}

}  // namespace

std::string_view to_word(ImportDid did) {
  switch (did) {
    case ImportDid::kMade:
      return "made";
    case ImportDid::kChanged:
      return "changed";
    case ImportDid::kLeft:
      break;
  }
  return "left";
}

Result<ImportReport> KnowledgeDesk::import(const Member& by,
                                           const std::vector<ImportedArticle>& found,
                                           const std::string& language) {
  RAPPORT_TRY(may_write_articles(by));
  return import_for(by.workspace, by.id, found, language);
}

Result<ImportReport> KnowledgeDesk::import_for(WorkspaceId workspace, std::optional<MemberId> by,
                                               const std::vector<ImportedArticle>& found,
                                               const std::string& language) {
  ImportReport report;
  Result<Done> whole = Done{};
  for (const ImportedArticle& each : found) {
    ImportedItem item{each.name, ImportDid::kLeft, {}, {}};
    auto wish = wish_of(each, language);
    if (!wish) {
      item.why = wish.error().message;
    } else {
      auto done = store_.write(
          [&](Unit& unit) { return import_one(unit, workspace, by, each, *wish, each.name); });
      if (!done && done.error().kind != ErrorKind::kInvalid &&
          done.error().kind != ErrorKind::kConflict) {
        // The database is in trouble: stop, and say so.
        whole = fail(std::move(done.error()));
        break;
      }
      if (done) {
        item = std::move(*done);
      } else {
        item.why = done.error().message;
      }
    }
    report.made += item.did == ImportDid::kMade ? 1 : 0;
    report.changed += item.did == ImportDid::kChanged ? 1 : 0;
    report.left += item.did == ImportDid::kLeft ? 1 : 0;
    report.items.push_back(std::move(item));
  }
  if (report.made + report.changed > 0) {
    // What was done before trouble is told, too.
    auto told = store_.write([&](Unit& unit) -> Result<Done> {
      return unit.members().audit({workspace, by, "article.import", "",
                                   std::to_string(report.made) + " made, " +
                                       std::to_string(report.changed) + " changed, " +
                                       std::to_string(report.left) + " left",
                                   clock_.now()});
    });
    if (whole) whole = std::move(told);
  }
  if (!whole) return fail(std::move(whole.error()));
  return report;
}

Result<ImportedItem> KnowledgeDesk::import_one(Unit& unit, WorkspaceId workspace,
                                               std::optional<MemberId> by,
                                               const ImportedArticle& found, ArticleWish wish,
                                               const std::string& name) {
  const Time now = clock_.now();
  const std::string wanted_category = category_of(found);
  const Digest brought = digest_of(wish, wanted_category);
  auto known = unit.knowledge().by_source(workspace, found.source);
  RAPPORT_TRY(known);
  auto own = exported_here(unit, workspace, found.source);
  RAPPORT_TRY(own);
  const auto there = std::ranges::find(*known, wish.language, &KnowledgeEntry::language);
  if (there != known->end() || *own) {
    KnowledgeEntry entry = there != known->end() ? std::move(*there) : std::move(**own);
    auto category = category_name(unit, entry);
    RAPPORT_TRY(category);
    const Digest here = digest_of(wish_of(entry), *category);
    const Digest last = digest_kept(entry.source_digest);
    const bool same = here.words == brought.words;
    const bool changed_here = !last.words.empty() && last.words != here.words;
    const bool changed_there = last.words != brought.words;
    if (!same && changed_here && changed_there) {
      return ImportedItem{name, ImportDid::kLeft, kChangedBoth, entry.id};
    }
    // Who sorted it here themselves keeps that.
    const bool sorted_here = !last.category.empty() && last.category != here.category;
    const bool sorts = !sorted_here && brought.category != here.category;
    // Both made the same change: from here on it is what was taken over.
    const bool agrees = same && changed_here && changed_there;
    if (!sorts && !agrees && (same || changed_here)) {
      return ImportedItem{name, ImportDid::kLeft, same ? kSame : kChangedHere, entry.id};
    }
    if (changed_here) wish = wish_of(entry);
    wish.category = entry.category;
    if (sorts) {
      auto wanted = category_named(unit, ids_, workspace, wanted_category);
      RAPPORT_TRY(wanted);
      wish.category = *wanted;
    }
    wish.owner = entry.owner;
    wish.slug.clear();  // its address here stays
    RAPPORT_TRY(put_wish(unit, entry, wish, now));
    entry.source_digest = brought.kept();
    ++entry.version;
    RAPPORT_TRY(unit.knowledge().save(entry));
    RAPPORT_TRY(announce_article(unit, workspace, entry.id, now));
    if (same && !sorts) return ImportedItem{name, ImportDid::kLeft, kSame, entry.id};
    return ImportedItem{name, ImportDid::kChanged, "", entry.id};
  }

  auto stamp = unit.knowledge().stamp(workspace);
  RAPPORT_TRY(stamp);
  if (stamp->articles >= kMost) {
    return invalid("5,000 articles are the most. Remove some first.");
  }
  KnowledgeEntry entry;
  entry.workspace = workspace;
  entry.id = ids_.make<ArticleId>();
  entry.by = by;
  entry.created_at = now;
  entry.source = found.source;
  entry.source_digest = brought.kept();
  auto category = category_named(unit, ids_, workspace, wanted_category);
  RAPPORT_TRY(category);
  wish.category = *category;
  // In another language it is here already: they share their address.
  // One that stands where people search moves when it is saved, and this does not go there.
  if (!known->empty()) {
    const std::string& theirs = known->front().slug;
    wish.slug = readable_slug(theirs) == theirs ? theirs : std::string();
  }
  entry.language = wish.language;
  if (!wish.slug.empty()) {
    auto taken = unit.knowledge().translations(workspace, wish.slug);
    RAPPORT_TRY(taken);
    const bool free = std::ranges::all_of(*taken, [&](const KnowledgeEntry& each) {
      return each.language != wish.language && each.kind == wish.kind;
    });
    auto elsewhere = leads_elsewhere(unit, entry, wish.slug, *taken);
    RAPPORT_TRY(elsewhere);
    if (!free || *elsewhere) wish.slug.clear();  // one is made from the title
  }
  RAPPORT_TRY(put_wish(unit, entry, wish, now));
  RAPPORT_TRY(unit.knowledge().add(entry));
  RAPPORT_TRY(announce_article(unit, workspace, entry.id, now));
  return ImportedItem{name, ImportDid::kMade, "", entry.id};
}

}  // namespace rapport
