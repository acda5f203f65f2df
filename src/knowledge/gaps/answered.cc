#include "knowledge/gaps/answered.h"

#include <algorithm>
#include <unordered_set>

#include "knowledge/search/terms.h"

namespace rapport {

BestAnswer best_answer(const ArticleIndex& index, std::string_view question,
                       std::string_view language) {
  const auto best = index.suggest(question, 1);
  if (best.empty()) return {};
  TermCutter cutter(language);
  SearchTerms terms;
  cutter.cut(question, terms);
  std::unordered_set<std::uint64_t> all;
  std::unordered_set<std::uint64_t> shared;
  for (const SearchTerm& word : terms.words) {
    if (word.small) continue;
    all.insert(word.key);
    const bool there = std::ranges::any_of(best.front().post_spans, [&](const Span& span) {
      return span.begin < word.span.end && word.span.begin < span.end;
    });
    if (there) shared.insert(word.key);
  }
  if (all.empty()) return {};
  return {best.front().article,
          static_cast<double>(shared.size()) / static_cast<double>(all.size())};
}

double answered_share(const ArticleIndex& index, std::string_view question,
                      std::string_view language) {
  return best_answer(index, question, language).share;
}

}  // namespace rapport
