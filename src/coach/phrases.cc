#include "coach/phrases.h"

#include <algorithm>

namespace rapport::coach {
namespace {

constexpr std::size_t kMostGap = 4;

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin) out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace

Phrases::Phrases(std::initializer_list<PhrasesOfLanguage> lists) {
  for (const PhrasesOfLanguage& of : lists) {
    for (const std::string_view written : of.list) {
      Phrase phrase;
      phrase.language = of.language;
      for (const std::string_view word : split(written, ' ')) {
        phrase.words.push_back(split(word, '|'));
      }
      const std::size_t index = phrases_.size();
      bool literal = true;
      for (const std::string_view first : phrase.words.front()) {
        if (first.back() == '*') literal = false;
      }
      if (literal) {
        for (const std::string_view first : phrase.words.front()) by_first_[first].push_back(index);
      } else {
        open_.push_back(index);
      }
      phrases_.push_back(std::move(phrase));
    }
  }
}

bool Phrases::fits(const std::vector<std::string_view>& alternatives, std::string_view word) {
  for (const std::string_view one : alternatives) {
    if (one == word) return true;
    if (one.back() == '*' && word.starts_with(one.substr(0, one.size() - 1))) return true;
  }
  return false;
}

// Where a match of parts [part, end) that begins at `word` ends; 0 if there is none.
std::size_t Phrases::end_of_match(const Phrase& phrase, std::size_t part, const Side& side,
                                  std::size_t word) {
  if (part == phrase.words.size()) return word;
  if (phrase.words[part].front() == "..") {
    for (std::size_t skipped = 0; skipped <= kMostGap; ++skipped) {
      const std::size_t end = end_of_match(phrase, part + 1, side, word + skipped);
      if (end != 0) return end;
    }
    return 0;
  }
  if (word >= side.words.size() || !fits(phrase.words[part], side.words[word].normal)) return 0;
  if (part > 0 && side.words[word].sentence != side.words[word - 1].sentence) return 0;
  return end_of_match(phrase, part + 1, side, word + 1);
}

std::size_t Phrases::longest_at(const Side& side, std::size_t word) const {
  std::size_t longest = 0;
  const auto look = [&](std::size_t index) {
    const Phrase& phrase = phrases_[index];
    if (!phrase.language.empty() && phrase.language != side.language) return;
    longest = std::max(longest, end_of_match(phrase, 0, side, word));
  };
  if (const auto found = by_first_.find(side.words[word].normal); found != by_first_.end()) {
    for (const std::size_t index : found->second) look(index);
  }
  for (const std::size_t index : open_) look(index);
  return longest;
}

void Phrases::find(const Side& side, std::vector<Place>& out) const {
  for (std::size_t word = 0; word < side.words.size();) {
    const std::size_t end = longest_at(side, word);
    if (end > word) out.push_back({word, end});
    word = std::max(end, word + 1);
  }
}

std::vector<Span> Phrases::spans(const Side& side) const {
  std::vector<Place> places;
  find(side, places);
  std::vector<Span> out;
  for (const Place& place : places) {
    out.push_back({side.words[place.begin].span.begin, side.words[place.end - 1].span.end});
  }
  return out;
}

bool Phrases::any(const Side& side) const {
  for (std::size_t word = 0; word < side.words.size(); ++word) {
    if (longest_at(side, word) > word) return true;
  }
  return false;
}

bool Phrases::in_words(const Side& side, std::size_t begin, std::size_t end) const {
  end = std::min(end, side.words.size());
  for (std::size_t word = begin; word < end; ++word) {
    if (longest_at(side, word) > word) return true;
  }
  return false;
}

bool Phrases::in_sentence(const Side& side, std::size_t sentence) const {
  return in_words(side, side.sentences[sentence].first_word, side.sentences[sentence].last_word);
}

}  // namespace rapport::coach
