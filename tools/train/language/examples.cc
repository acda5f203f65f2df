#include "examples.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace rapport {
namespace {

std::size_t pick(const std::vector<double>& cumulated, Random& random) {
  const double at = uniform(random) * cumulated.back();
  return static_cast<std::size_t>(std::upper_bound(cumulated.begin(), cumulated.end() - 1, at) -
                                  cumulated.begin());
}

const Words& draw_passage(const Language& language, Random& random) {
  auto source = language.passages.begin();
  std::advance(source, static_cast<std::ptrdiff_t>(pick(language.shares, random)));
  return source->second[below(random, source->second.size())];
}

}  // namespace

void draw(const Language& language, Random& random, Example& out) {
  out.words.clear();
  out.accents = uniform(random) > 0.06;
  const double kind = uniform(random);
  if (kind < 0.4) {
    const double length = uniform(random);
    const std::size_t size = length < 0.3 ? 1 : length < 0.8 ? 2 : 3;
    if (language.words.size() > 3000) {
      for (std::size_t i = 0; i < size; ++i) {
        out.words.push_back(language.words[pick(language.weights, random)]);
      }
    } else {
      for (std::size_t i = 0; i < size; ++i) {
        const Words& from = draw_passage(language, random);
        out.words.push_back(from[below(random, from.size())]);
      }
    }
    return;
  }
  const bool tweet = !language.tweets.empty() && kind < 0.6;
  const Words& from = tweet ? language.tweets[below(random, language.tweets.size())]
                            : draw_passage(language, random);
  std::size_t begin = 0;
  std::size_t size = std::min<std::size_t>(from.size(), 25);
  if (uniform(random) < 0.6) {
    size = 1 + below(random, std::min<std::size_t>(from.size(), 8));
    begin = below(random, from.size() - size + 1);
  }
  out.words.assign(from.begin() + static_cast<std::ptrdiff_t>(begin),
                   from.begin() + static_cast<std::ptrdiff_t>(begin + size));
}

}  // namespace rapport
