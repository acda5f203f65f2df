#include "coach/clauses.h"

#include <algorithm>
#include <array>

namespace rapport::coach {
namespace {

bool parts_clauses(std::string_view between) {
  return between.find_first_of(",:()[]") != std::string_view::npos ||
         between.find("–") != std::string_view::npos ||
         between.find("—") != std::string_view::npos ||
         between.find(" - ") != std::string_view::npos;
}

bool joins_clauses(std::string_view normal) {
  static constexpr std::array<std::string_view, 10> kWords = {
      "and", "but", "und", "aber", "et", "mais", "pero", "mas", "ma", "also"};
  return std::find(kWords.begin(), kWords.end(), normal) != kWords.end();
}

}  // namespace

std::vector<Clause> clauses_of(const Side& side) {
  std::vector<Clause> out;
  for (std::size_t i = 0; i < side.sentences.size(); ++i) {
    const Sentence& sentence = side.sentences[i];
    std::size_t begin = sentence.first_word;
    for (std::size_t at = begin; at < sentence.last_word; ++at) {
      const std::uint32_t end = side.words[at].span.end;
      const bool ends = at + 1 == sentence.last_word ||
                        parts_clauses(side.text.substr(end, side.words[at + 1].span.begin - end)) ||
                        joins_clauses(side.words[at + 1].normal);
      if (!ends) continue;
      out.push_back({begin, at + 1, i});
      begin = at + 1;
    }
  }
  return out;
}

}  // namespace rapport::coach
