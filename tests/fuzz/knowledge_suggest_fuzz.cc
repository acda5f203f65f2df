// Any articles and any post: what is suggested is in bounds and in order, its words are whole
// characters, and the same post is answered alike.
//
// Input: parts with a line of "%" between them; the first is the post, the others are articles, the
// first line of each its language, the second its title.

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "knowledge/passages/passages.h"
#include "knowledge/search/article_index.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

std::string_view up_to(std::string_view separator, std::string_view& rest) {
  const std::size_t end = rest.find(separator);
  const std::string_view out = rest.substr(0, end);
  rest = end == rest.npos ? std::string_view() : rest.substr(end + separator.size());
  return out;
}

void check_spans(std::string_view text, const std::vector<rapport::Span>& spans) {
  std::size_t before = 0;
  for (const rapport::Span& span : spans) {
    check(span.begin < span.end && span.end <= text.size() && span.begin >= before);
    // Neighbours of a script without spaces overlap.
    before = span.begin;
    check(rapport::is_utf8(text.substr(span.begin, span.end - span.begin)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string_view post = up_to("\n%\n", rest);
  std::vector<Article> articles;
  while (!rest.empty() && articles.size() < 16) {
    std::string_view part = up_to("\n%\n", rest);
    Article article;
    article.language = up_to("\n", part);
    article.title = up_to("\n", part);
    article.markdown = part;
    articles.push_back(std::move(article));
  }
  const ArticleIndex index(articles);
  const auto scores = index.scores(post);
  check(scores.size() == articles.size());
  for (const double score : scores) check(std::isfinite(score) && score >= 0);
  const auto found = index.suggest(post, 3);
  check(found.size() <= 3);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Suggestion& each = found[i];
    check(each.article < articles.size() && each.score == scores[each.article] && each.score > 0);
    check(i == 0 || found[i - 1].score >= each.score);
    check(!each.post_spans.empty());
    check_spans(post, each.post_spans);
    const auto passages = passages_of(articles[each.article].markdown);
    if (each.passage == Passage::kNone) {
      check(each.passage_spans.empty());
      continue;
    }
    check(each.passage < passages.size());
    check_spans(passages[each.passage].text, each.passage_spans);
  }
  return 0;
}
