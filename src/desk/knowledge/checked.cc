#include "desk/knowledge/checked.h"

#include <algorithm>

#include "base/slug.h"
#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "desk/must_be_here.h"
#include "knowledge/links/link_key.h"

namespace rapport {
namespace {

constexpr std::size_t kMostTitle = 200;         // characters
constexpr std::size_t kMostMarkdown = 200'000;  // bytes
constexpr std::size_t kMostQuestion = 300;      // characters
constexpr std::size_t kMostUrl = 2000;          // bytes

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// The shape of a BCP 47 tag, not whether there is such a language.
bool is_language(std::string_view tag) {
  if (tag.size() < 2 || tag.size() > 35 || tag.front() == '-' || tag.back() == '-') return false;
  const std::size_t first = std::min(tag.find('-'), tag.size());
  if (first < 2 || first > 8) return false;
  return std::ranges::all_of(
      tag, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Result<std::string> checked_questions(const std::string& typed) {
  const auto lines = question_lines(typed);
  if (lines.size() > KnowledgeDesk::kMostQuestions) {
    return invalid("50 questions are the most.", "questions");
  }
  std::string out;
  for (const std::string& each : lines) {
    if (count_graphemes(each) > kMostQuestion) {
      return invalid("A question has at most 300 characters.", "questions");
    }
    if (!out.empty()) out += '\n';
    out += each;
  }
  return out;
}

// At this address people search.
constexpr std::string_view kSearch = "search";

Result<Done> check_slug(Unit& unit, const KnowledgeEntry& entry, const std::string& slug) {
  if (slug == kSearch) return invalid("At this address people search.", "slug");
  auto there = unit.knowledge().translations(entry.workspace, slug);
  RAPPORT_TRY(there);
  for (const KnowledgeEntry& each : *there) {
    if (each.id == entry.id) continue;
    if (each.language == entry.language) {
      return invalid("There is an article at this address already.", "slug");
    }
    if (each.kind != entry.kind) {
      return invalid("What is at this address in another language is of another kind.", "slug");
    }
  }
  if (slug == entry.slug) return Done{};
  auto elsewhere = leads_elsewhere(unit, entry, slug, *there);
  RAPPORT_TRY(elsewhere);
  if (*elsewhere) {
    return invalid("This was the address of another article, and still leads to it.", "slug");
  }
  return Done{};
}

// One that came to where people search before that was refused moves to where it can be read: with
// those it shared the address with.
Result<std::string> readable_again(Unit& unit, const KnowledgeEntry& entry) {
  auto once = unit.knowledge().once_at(entry.workspace, kSearch);
  RAPPORT_TRY(once);
  auto moved = unit.knowledge().some(entry.workspace, *once);
  RAPPORT_TRY(moved);
  for (const KnowledgeEntry& each : *moved) {
    if (each.slug != kSearch && check_slug(unit, entry, each.slug)) return each.slug;
  }
  return free_slug(unit, entry.workspace, kSearch, entry.language, entry.id);
}

}  // namespace

Result<bool> leads_elsewhere(Unit& unit, const KnowledgeEntry& entry, const std::string& slug,
                             const std::vector<KnowledgeEntry>& there) {
  auto once = unit.knowledge().once_at(entry.workspace, slug);
  RAPPORT_TRY(once);
  auto had_it = unit.knowledge().some(entry.workspace, *once);
  RAPPORT_TRY(had_it);
  return std::ranges::any_of(*had_it, [&](const KnowledgeEntry& each) {
    if (each.id == entry.id || each.slug == entry.slug) return false;
    return there.empty() || each.language == entry.language;
  });
}

Result<Done> may_write_articles(const Member& by) {
  if (by.may_answer()) return Done{};
  return forbidden("Your role can read articles, but not write them.");
}

Result<ArticleWish> checked_words(const ArticleWish& asked) {
  ArticleWish wish = asked;
  wish.title = std::string(trim(asked.title));
  if (wish.title.empty() || is_blank(wish.title)) return invalid("It needs a title.", "title");
  if (count_graphemes(wish.title) > kMostTitle) {
    return invalid("A title has at most 200 characters.", "title");
  }
  if (wish.title.find_first_of("\r\n") != std::string::npos) {
    return invalid("A title is one line.", "title");
  }
  wish.language = lower_ascii(trim(asked.language));
  if (!is_language(wish.language)) {
    return invalid("Name its language, as \"en\" or \"pt-br\".", "language");
  }
  if (wish.markdown.size() > kMostMarkdown) {
    return invalid("An article has at most 200 kB of text. Part it in two.", "markdown");
  }
  auto questions = checked_questions(wish.questions);
  RAPPORT_TRY(questions);
  wish.questions = std::move(*questions);
  wish.url = std::string(trim(asked.url));
  if (wish.url.size() > kMostUrl) return invalid("This address is too long.", "url");
  if (!wish.url.empty() && !parse_web_url(wish.url)) {
    return invalid("This has to be a web address, with https:// in front.", "url");
  }
  if (wish.kind == ArticleKind::kResource && wish.url.empty()) {
    return invalid("A resource needs the address it is at.", "url");
  }
  if (wish.kind == ArticleKind::kArticle) wish.medium = Medium::kNone;
  if (wish.status == ArticleStatus::kPublished && wish.kind == ArticleKind::kArticle &&
      is_blank(wish.markdown)) {
    return invalid("There is nothing to publish yet.", "markdown");
  }
  if (!wish.slug.empty()) {
    wish.slug = slug_of(wish.slug);
    if (wish.slug.empty()) return invalid("An address needs letters or digits.", "slug");
  }
  return wish;
}

Result<Done> put_wish(Unit& unit, KnowledgeEntry& entry, const ArticleWish& wish, Time now) {
  if (wish.category) {
    RAPPORT_TRY(must_be_here(unit.knowledge().category(entry.workspace, *wish.category),
                             "There is no such category.", "category_id"));
  }
  if (wish.owner && wish.owner != entry.owner) {
    RAPPORT_TRY(must_be_here(unit.members().find(entry.workspace, *wish.owner),
                             "There is no such member in this workspace.", "owner_id"));
  }
  entry.kind = wish.kind;
  entry.language = wish.language;
  const std::string wanted = wish.slug.empty() ? entry.slug : wish.slug;
  if (wanted.empty()) {
    auto slug = free_slug(unit, entry.workspace, wish.title, wish.language, entry.id);
    RAPPORT_TRY(slug);
    entry.slug = std::move(*slug);
  } else if (wanted == kSearch && entry.slug == kSearch) {
    auto slug = readable_again(unit, entry);
    RAPPORT_TRY(slug);
    entry.slug = std::move(*slug);
  } else {
    RAPPORT_TRY(check_slug(unit, entry, wanted));
    entry.slug = wanted;
  }
  entry.status = wish.status;
  entry.category = wish.category;
  entry.title = wish.title;
  entry.markdown = wish.markdown;
  entry.url = wish.url;
  entry.url_key = link_key(wish.url);
  entry.medium = wish.medium;
  entry.questions = wish.questions;
  entry.owner = wish.owner;
  entry.review_at = wish.review_at;
  entry.changed_at = now;
  if (entry.status == ArticleStatus::kPublished && !entry.published_at) entry.published_at = now;
  return Done{};
}

std::string readable_slug(std::string slug) {
  return slug == kSearch ? std::string(kSearch) + "-2" : slug;
}

Result<std::string> free_slug(Unit& unit, WorkspaceId workspace, std::string_view title,
                              std::string_view language, ArticleId id) {
  std::string first = slug_of(title, language);
  if (first.empty()) first = "article";
  std::string slug = readable_slug(first);
  for (int number = 2; number < 100; ++number) {
    auto there = unit.knowledge().translations(workspace, slug);
    RAPPORT_TRY(there);
    auto once = unit.knowledge().once_at(workspace, slug);
    RAPPORT_TRY(once);
    if (there->empty() && once->empty()) return slug;
    slug = first + '-' + std::to_string(number);
  }
  return first + '-' + to_string(id);
}

Result<Done> announce_article(Unit& unit, WorkspaceId workspace, std::optional<ArticleId> id,
                              Time now) {
  Event event;
  event.workspace = workspace;
  event.kind = EventKind::kArticle;
  event.subject = id.value_or(ArticleId{}).value;
  event.at = now;
  return unit.announce(std::move(event));
}

}  // namespace rapport
