#include <algorithm>

#include "base/unicode.h"
#include "desk/knowledge/knowledge_desk.h"
#include "store/store.h"
#include "text/normalise/normalise.h"

namespace rapport {
namespace {

constexpr int kAtOnce = 200;

// The words that have to occur, as texts are compared.
std::vector<std::string> wanted_words(const std::string& typed) {
  std::vector<std::string> words;
  std::string text = normal_form(typed);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool says_all(const KnowledgeEntry& entry, const std::vector<std::string>& words) {
  // What is compared of a text is bounded, and an article may be longer than that.
  std::string text = normal_form(entry.title) + '\n' + normal_form(entry.questions) + '\n' +
                     normal_form(entry.url);
  std::string_view rest = entry.markdown;
  while (!rest.empty()) {
    const std::string_view piece = cut_bytes(rest, kMostComparedBytes / 2);
    if (piece.empty()) break;
    text += '\n';
    append_normal_form(piece, text);
    rest.remove_prefix(piece.size());
  }
  return std::ranges::all_of(
      words, [&](const std::string& each) { return text.find(each) != std::string::npos; });
}

}  // namespace

Result<ArticlePage> KnowledgeDesk::list(const Member& by, const ArticleQuestion& question,
                                        std::optional<KnowledgePlace> after, int most) {
  const auto words = wanted_words(question.words);
  const auto part = words.empty() ? KnowledgeStore::Part::kRows : KnowledgeStore::Part::kWhole;
  const Time now = clock_.now();
  KnowledgeFilter filter = question.filter;
  if (question.review_due) filter.review_before = now;
  return store_.read([&](Unit& unit) -> Result<ArticlePage> {
    auto links = ArticleLinks::of(unit, by.workspace, public_url_);
    RAPPORT_TRY(links);
    ArticlePage page;
    int looked_at = 0;
    bool more = true;
    const int step = words.empty() ? most + 1 : kAtOnce;
    while (more && looked_at < kLookedThrough) {
      auto some = unit.knowledge().list(by.workspace, filter, after, step, part);
      RAPPORT_TRY(some);
      more = some->size() == static_cast<std::size_t>(step);
      for (KnowledgeEntry& each : *some) {
        if (page.rows.size() == static_cast<std::size_t>(most)) {
          page.next = after;
          break;
        }
        ++looked_at;
        after = KnowledgePlace{each.changed_at, each.id};
        if (!words.empty() && !says_all(each, words)) continue;
        each.markdown.clear();
        each.questions.clear();
        std::string link = links->link(each);
        page.rows.push_back({std::move(each), std::move(link)});
      }
      if (page.next || words.empty()) break;
    }
    if (!page.next && !words.empty() && more) page.next = after;
    auto to_review = unit.knowledge().to_review(by.workspace, now, kMostCounted);
    RAPPORT_TRY(to_review);
    page.to_review = *to_review;
    return page;
  });
}

}  // namespace rapport
