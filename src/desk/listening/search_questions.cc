#include "desk/listening/search_questions.h"

#include <algorithm>
#include <string>

namespace rapport {
namespace {

using Questions = std::vector<SearchQuestion>;

// What one leaf asks for; none: a search does not know it.
std::optional<SearchQuestion> question_of(const QueryTree& leaf) {
  SearchQuestion out;
  if (leaf.kind == QueryKind::kField) {
    const bool whole = leaf.text.find_first_of("*?") == leaf.text.npos;
    if (leaf.field == QueryField::kHashtag && whole) {
      out.hashtags.push_back(leaf.text);
      return out;
    }
    if (leaf.field == QueryField::kAuthor && whole) {
      out.author = leaf.text;
      return out;
    }
    return std::nullopt;
  }
  if (leaf.text.find_first_of("*?") != leaf.text.npos) return std::nullopt;
  if (leaf.style == WordStyle::kBare && leaf.text.size() > 1 && leaf.text.front() == '#') {
    out.hashtags.push_back(leaf.text.substr(1));
    return out;
  }
  // A term alone is found as a hashtag and handle as well, which searches do not agree about; they
  // are asked for the word.
  out.words = leaf.text;
  if (leaf.style == WordStyle::kBare && out.words.front() == '@') out.words.erase(0, 1);
  return out.words.empty() ? std::nullopt : std::optional(out);
}

SearchQuestion both(const SearchQuestion& one, const SearchQuestion& other) {
  SearchQuestion out = one;
  if (!other.words.empty()) out.words += (out.words.empty() ? "" : " ") + other.words;
  // Of hashtags any will do, of authors there is one: the first stands, and the rest is filtered.
  if (out.hashtags.empty()) out.hashtags = other.hashtags;
  if (out.author.empty()) out.author = other.author;
  return out;
}

std::optional<Questions> cover(const QueryTree& tree);

std::optional<Questions> cover_all(const QueryTree& tree) {
  std::optional<Questions> out;
  for (const QueryTree& each : tree.of) {
    auto some = cover(each);
    if (!some) continue;  // what is not asked for is filtered
    if (!out) {
      out = std::move(some);
      continue;
    }
    if (out->size() * some->size() > kMostSearches) {
      if (some->size() < out->size()) out = std::move(some);
      continue;
    }
    Questions product;
    for (const SearchQuestion& one : *out) {
      for (const SearchQuestion& other : *some) product.push_back(both(one, other));
    }
    out = std::move(product);
  }
  return out;
}

std::optional<Questions> cover(const QueryTree& tree) {
  switch (tree.kind) {
    case QueryKind::kWords:
    case QueryKind::kField: {
      auto question = question_of(tree);
      if (!question) return std::nullopt;
      return Questions{std::move(*question)};
    }
    case QueryKind::kNot:
      return std::nullopt;
    case QueryKind::kAnd:
    case QueryKind::kNear:
    case QueryKind::kTogether:
      return cover_all(tree);
    case QueryKind::kOr: {
      Questions out;
      for (const QueryTree& each : tree.of) {
        auto some = cover(each);
        if (!some) return std::nullopt;
        out.insert(out.end(), some->begin(), some->end());
      }
      if (out.size() > kMostSearches) return std::nullopt;
      return out;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<SearchQuestion>> search_questions(const QueryTree& query) {
  return cover(query);
}

}  // namespace rapport
