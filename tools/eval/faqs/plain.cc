#include "faqs/plain.h"

#include <unordered_map>

#include "text/reading/features.h"
#include "text/tokens/tokens.h"

namespace rapport::methods {
namespace {

std::vector<std::uint64_t> words_of(std::string_view text) {
  Tokens tokens;
  cut_tokens(text, tokens);
  std::vector<std::uint64_t> out;
  for (const TextToken& token : tokens.list) {
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) {
      out.push_back(hash_of(tokens.normal_of(token)));
    }
  }
  return out;
}

}  // namespace

PlainBm25::PlainBm25(const std::vector<Article>& articles) : size_(articles.size()) {
  for (const Article& article : articles) {
    std::unordered_map<std::uint64_t, double> counts;
    for (const std::uint64_t word : words_of(article.title + "\n" + article.markdown)) {
      counts[word] += 1;
    }
    words_.add(counts);
  }
  words_.finish(1.2, 0.75);
}

std::vector<double> PlainBm25::scores(std::string_view post) const {
  std::vector<double> out(size_);
  for (const std::uint64_t word : words_of(post)) words_.score(word, 1, out);
  return out;
}

}  // namespace rapport::methods
