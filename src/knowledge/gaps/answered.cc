#include "knowledge/gaps/answered.h"

#include <algorithm>
#include <unordered_set>

#include "knowledge/search/terms.h"

namespace rapport {

double answered_share(const ArticleIndex& index, std::string_view question,
                      std::string_view language) {
  const auto best = index.suggest(question, 1);
  if (best.empty()) return 0;
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
  return all.empty() ? 0 : static_cast<double>(shared.size()) / static_cast<double>(all.size());
}

}  // namespace rapport
