#include "store/sql/relevance.h"

#include <algorithm>
#include <cmath>

#include "store/sql/words.h"

namespace rapport {
namespace {

// The usual constants of BM25, and the length of a post that is neither short nor long.
constexpr double kSaturation = 1.2;
constexpr double kLengthWeight = 0.75;
constexpr double kUsualLength = 25.0;

constexpr double kOfABeginning = 0.6;  // what a word counts of which only the beginning was typed
constexpr double kInARow = 1.5;        // what the whole search, word for word, counts on top

double fit(const std::string& word, const std::string& wanted, bool last) {
  if (word == wanted) return 1.0;
  return last && word.starts_with(wanted) ? kOfABeginning : 0.0;
}

}  // namespace

Relevance::Relevance(std::string_view text) : wanted_(words_of(text)) {}

std::int64_t Relevance::score(std::string_view post) const {
  const std::vector<std::string> words = words_of(post);
  const double length = static_cast<double>(words.size()) / kUsualLength;
  const double brake = kSaturation * (1.0 - kLengthWeight + kLengthWeight * length);
  double sum = 0;
  for (std::size_t at = 0; at < wanted_.size(); ++at) {
    const bool last = at + 1 == wanted_.size();
    double often = 0;
    for (const std::string& word : words) often += fit(word, wanted_[at], last);
    sum += often * (kSaturation + 1.0) / (often + brake);
  }
  if (wanted_.size() > 1) {
    const auto same = [&](const std::string& word, const std::string& wanted) {
      return fit(word, wanted, &wanted == &wanted_.back()) > 0;
    };
    const auto found =
        std::search(words.begin(), words.end(), wanted_.begin(), wanted_.end(), same);
    if (found != words.end()) sum += kInARow;
  }
  return std::llround(sum * 1e6);
}

}  // namespace rapport
