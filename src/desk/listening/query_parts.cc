#include "desk/listening/query_parts.h"

#include <algorithm>

#include "base/unicode.h"
#include "text/tokens/tokens.h"

namespace rapport {
namespace {

constexpr std::size_t kMostParts = 50;

void collect(const QueryTree& tree, std::vector<const QueryTree*>& leaves) {
  if (tree.kind == QueryKind::kNot) return;
  if (tree.kind == QueryKind::kWords) leaves.push_back(&tree);
  for (const QueryTree& each : tree.of) collect(each, leaves);
}

// The tree as it would be if `leaf` were nowhere; none: it finds nothing then.
std::optional<QueryTree> without(const QueryTree& tree, const QueryTree* leaf) {
  if (&tree == leaf) return std::nullopt;
  QueryTree out = tree;
  out.of.clear();
  for (const QueryTree& each : tree.of) {
    auto rest = tree.kind == QueryKind::kNot ? std::optional(each) : without(each, leaf);
    if (rest) {
      out.of.push_back(std::move(*rest));
    } else if (tree.kind != QueryKind::kOr) {
      return std::nullopt;
    }
  }
  if (tree.kind == QueryKind::kOr) {
    if (out.of.empty()) return std::nullopt;
    if (out.of.size() == 1) {
      QueryTree only = std::move(out.of.front());
      return only;
    }
  }
  return out;
}

}  // namespace

std::vector<QueryPart> parts_of(const QueryTree& query) {
  std::vector<const QueryTree*> leaves;
  collect(query, leaves);
  if (leaves.size() > kMostParts) leaves.resize(kMostParts);
  std::vector<QueryPart> parts;
  for (const QueryTree* each : leaves) {
    parts.push_back({each->span, each->text, *each, without(query, each)});
  }
  return parts;
}

std::vector<std::string> asked_words(const QueryTree& query) {
  std::vector<const QueryTree*> leaves;
  collect(query, leaves);
  std::vector<std::string> words;
  Tokens tokens;
  for (const QueryTree* each : leaves) {
    cut_tokens(each->text, tokens);
    for (const TextToken& token : tokens.list) words.emplace_back(tokens.normal_of(token));
  }
  std::ranges::sort(words);
  const auto twins = std::ranges::unique(words);
  words.erase(twins.begin(), twins.end());
  return words;
}

}  // namespace rapport
