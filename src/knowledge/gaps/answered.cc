#include "knowledge/gaps/answered.h"

#include <algorithm>
#include <cmath>

#include "knowledge/passages/passages.h"
#include "knowledge/search/terms.h"

namespace rapport {
namespace {

std::unordered_set<std::uint64_t> telling_words(TermCutter& cutter, std::string_view text) {
  SearchTerms terms;
  cutter.cut(text, terms);
  std::unordered_set<std::uint64_t> out;
  for (const SearchTerm& word : terms.words) {
    if (!word.small) out.insert(word.key);
  }
  return out;
}

}  // namespace

AnswerCheck::AnswerCheck(const std::vector<Article>& articles) {
  for (const Article& article : articles) {
    TermCutter cutter(article.language);
    AskedBy asked;
    asked.forms.push_back(telling_words(cutter, article.title));
    for (const std::string& each : article.questions) {
      asked.forms.push_back(telling_words(cutter, each));
    }
    for (const Words& each : asked.forms) asked.all.insert(each.begin(), each.end());
    Words everything = asked.all;
    for (const Passage& passage : passages_of(article.markdown)) {
      const Words words = telling_words(cutter, passage.text);
      everything.insert(words.begin(), words.end());
      if (passage.kind == PassageKind::kHeading) asked.all.insert(words.begin(), words.end());
    }
    for (const std::uint64_t word : everything) ++holders_[word];
    for (const std::uint64_t word : asked.all) asked_by_[word].push_back(articles_.size());
    articles_.push_back(std::move(asked));
  }
}

BestAnswer AnswerCheck::best(const ArticleIndex& index, std::string_view question,
                             std::string_view language) const {
  const auto first = index.suggest(question, 1);
  if (first.empty()) return {};
  const std::size_t article = first.front().article;
  return {article, share(article, question, language)};
}

bool AnswerCheck::may_be_answered(std::string_view question, std::string_view language,
                                  double least) const {
  TermCutter cutter(language);
  const Words words = telling_words(cutter, question);
  double all = 0;
  std::unordered_map<std::size_t, double> shared;  // by the article
  for (const std::uint64_t word : words) {
    const double each = weight(word);
    all += each;
    const auto articles = asked_by_.find(word);
    if (articles == asked_by_.end()) continue;
    for (const std::size_t article : articles->second) shared[article] += each;
  }
  // A little less, because sums of the same weights differ by their order.
  const double enough = least * least * (1 - 1e-9);
  return std::ranges::any_of(shared, [&](const auto& each) {
    const double cover = each.second / all;
    return cover >= enough && cover * closest_form(articles_[each.first], words) >= enough;
  });
}

double AnswerCheck::share(std::size_t article, std::string_view question,
                          std::string_view language) const {
  TermCutter cutter(language);
  const Words words = telling_words(cutter, question);
  const AskedBy& asked = articles_[article];
  return std::sqrt(closest_form(asked, words) * covered(words, asked.all));
}

double AnswerCheck::closest_form(const AskedBy& asked, const Words& words) const {
  double form = 0;
  for (const Words& each : asked.forms) form = std::max(form, covered(each, words));
  return form;
}

double AnswerCheck::weight(std::uint64_t word) const {
  const auto found = holders_.find(word);
  const double holders = found == holders_.end() ? 0 : static_cast<double>(found->second);
  return std::log(1 + static_cast<double>(articles_.size()) / (holders + 0.5));
}

double AnswerCheck::covered(const Words& words, const Words& there) const {
  double all = 0;
  double shared = 0;
  for (const std::uint64_t word : words) {
    const double each = weight(word);
    all += each;
    if (there.contains(word)) shared += each;
  }
  return all == 0 ? 0 : shared / all;
}

}  // namespace rapport
