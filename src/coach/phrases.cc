#include "coach/phrases.h"

#include <algorithm>

namespace rapport::coach {
namespace {

constexpr std::size_t kMostGap = 4;
// A prime below the bits of a shelf: three bytes of letters differ in few bits.
constexpr std::uint32_t kBeginnings = 1021;

// Its two letters as a number, 0 for all languages: lists are asked about every word.
std::uint16_t language_code(std::string_view language) {
  if (language.size() != 2) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(language[0]) << 8U |
                                    static_cast<unsigned char>(language[1]));
}

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
    auto shelf = std::find_if(shelves_.begin(), shelves_.end(), [&](const Shelf& one) {
      return one.language == language_code(of.language);
    });
    if (shelf == shelves_.end()) {
      shelf = shelves_.emplace(shelves_.end());
      shelf->language = language_code(of.language);
    }
    for (const std::string_view written : of.list) {
      Phrase phrase;
      for (const std::string_view word : split(written, ' ')) {
        Alternatives& alternatives = phrase.emplace_back();
        if (word == "..") continue;
        for (std::string_view one : split(word, '|')) {
          const bool open = one.back() == '*';
          if (open) one.remove_suffix(1);
          alternatives.push_back({one, hash_of_word(one), open});
        }
      }
      const auto index = static_cast<std::uint32_t>(phrases_.size());
      for (const Alternative& first : phrase.front()) shelve(*shelf, first, index);
      phrases_.push_back(std::move(phrase));
    }
  }
}

void Phrases::shelve(Shelf& shelf, const Alternative& first, std::uint32_t index) {
  if (!first.open) {
    shelf.by_word[{first.text, first.hash}].push_back(index);
    shelf.words.set(first.hash % shelf.words.size());
  } else if (first.text.size() >= 3) {
    const std::uint32_t beginning = beginning_of_word(first.text);
    shelf.by_beginning[beginning].push_back(index);
    shelf.beginnings.set(beginning % kBeginnings);
  } else {
    shelf.open.push_back(index);
  }
}

bool Phrases::fits(const Alternatives& alternatives, const Word& word) {
  return std::any_of(alternatives.begin(), alternatives.end(), [&](const Alternative& one) {
    return one.open ? word.normal.starts_with(one.text)
                    : one.hash == word.hash && one.text == word.normal;
  });
}

// Where a match of parts [part, end) that begins at `word` ends; 0 if there is none in its
// sentence.
std::size_t Phrases::end_of_match(const Phrase& phrase, std::size_t part, const Side& side,
                                  std::size_t word, std::size_t end_of_sentence) {
  if (part == phrase.size()) return word;
  if (phrase[part].empty()) {
    for (std::size_t skipped = 0; skipped <= kMostGap; ++skipped) {
      const std::size_t end = end_of_match(phrase, part + 1, side, word + skipped, end_of_sentence);
      if (end != 0) return end;
    }
    return 0;
  }
  if (word >= end_of_sentence || !fits(phrase[part], side.words[word])) return 0;
  return end_of_match(phrase, part + 1, side, word + 1, end_of_sentence);
}

std::size_t Phrases::longest_at(const Side& side, std::size_t at) const {
  const Word& word = side.words[at];
  const std::size_t end_of_sentence = side.sentences[word.sentence].last_word;
  std::size_t longest = 0;
  const auto look = [&](const Indexes& indexes) {
    for (const std::uint32_t index : indexes) {
      longest = std::max(longest, end_of_match(phrases_[index], 0, side, at, end_of_sentence));
    }
  };
  const std::uint16_t language = language_code(side.language);
  for (const Shelf& shelf : shelves_) {
    if (shelf.language != 0 && shelf.language != language) continue;
    if (shelf.words.test(word.hash % shelf.words.size())) {
      const auto found = shelf.by_word.find({word.normal, word.hash});
      if (found != shelf.by_word.end()) look(found->second);
    }
    if (shelf.beginnings.test(word.beginning % kBeginnings)) {
      const auto found = shelf.by_beginning.find(word.beginning);
      if (found != shelf.by_beginning.end()) look(found->second);
    }
    look(shelf.open);
  }
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
  out.reserve(places.size());
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
