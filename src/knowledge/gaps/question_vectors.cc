#include "knowledge/gaps/question_vectors.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "knowledge/search/terms.h"

namespace rapport {
namespace {

// Who asks longer tells a story: its beginning and what it asks are in these.
constexpr std::size_t kMostBytes = 1000;
constexpr std::uint64_t kPairMark = 0x9E3779B97F4A7C15;
constexpr std::uint64_t kPieceMark = 0xC2B2AE3D27D4EB4F;

// How rare a word is, is not known of a few questions. So as many others are thought beside them,
// of which this share have it: of a word that says something, and of a small one.
constexpr double kOthers = 200;
constexpr double kShare = 0.01;
constexpr double kSmallShare = 0.2;

struct Counted {
  std::uint32_t number = 0;
  std::uint32_t holders = 0;
  bool small = false;
};

struct Term {
  float weight = 0;
  bool small = false;
};

}  // namespace

double dot(const TermVector& a, const TermVector& b) {
  double sum = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (left->first < right->first) {
      ++left;
    } else if (right->first < left->first) {
      ++right;
    } else {
      sum += static_cast<double>(left->second) * right->second;
      ++left;
      ++right;
    }
  }
  return sum;
}

QuestionVectors question_vectors(std::span<const std::string_view> questions,
                                 std::string_view language, const QuestionWeights& weights) {
  QuestionVectors out;
  TermCutter cutter(language);
  std::unordered_map<std::uint64_t, Counted> known;
  SearchTerms terms;
  std::unordered_map<std::uint64_t, Term> own;
  const auto add = [&own](std::uint64_t key, double weight, bool small) {
    Term& held = own[key];
    held = {std::max(held.weight, static_cast<float>(weight)), small};
  };
  for (const std::string_view question : questions) {
    terms = {};
    own.clear();
    cutter.cut(question.substr(0, kMostBytes), terms);
    const SearchTerm* before = nullptr;
    for (const SearchTerm& word : terms.words) {
      add(word.key, word.small ? weights.small_words : 1, word.small);
      if (before != nullptr && weights.pairs > 0) {
        add((before->key * kPairMark) ^ word.key, weights.pairs, word.small && before->small);
      }
      before = &word;
    }
    for (const std::uint64_t piece : terms.pieces) add(piece ^ kPieceMark, weights.pieces, false);
    TermVector& vector = out.vectors.emplace_back();
    for (const auto& [key, term] : own) {
      const auto [place, is_new] =
          known.try_emplace(key, Counted{static_cast<std::uint32_t>(known.size()), 0, term.small});
      ++place->second.holders;
      vector.emplace_back(place->second.number, term.weight);
    }
    std::ranges::sort(vector);
  }
  out.holders.resize(known.size());
  out.small.resize(known.size());
  std::vector<float> rarity(known.size());
  const double all = static_cast<double>(questions.size());
  for (const auto& [key, term] : known) {
    out.holders[term.number] = term.holders;
    out.small[term.number] = term.small;
    const double thought = kOthers * (term.small ? kSmallShare : kShare);
    rarity[term.number] =
        static_cast<float>(std::log(1 + (all + kOthers) / (term.holders + thought)));
  }
  for (TermVector& vector : out.vectors) {
    double length = 0;
    for (auto& [term, weight] : vector) {
      weight *= rarity[term];
      length += static_cast<double>(weight) * weight;
    }
    // What only this one has makes it longer, and can be met nowhere.
    std::erase_if(vector, [&](const auto& term) { return out.holders[term.first] < 2; });
    const auto by = static_cast<float>(length > 0 ? 1 / std::sqrt(length) : 0);
    for (auto& [term, weight] : vector) weight *= by;
  }
  return out;
}

}  // namespace rapport
