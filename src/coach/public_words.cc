#include "coach/public_words.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/unicode.h"
#include "coach/rules/rules.h"
#include "coach/speech.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// A greeting is over after so many words.
constexpr std::size_t kMostGreeting = 4;
constexpr std::size_t kFewestDigits = 5;
// "Al" is a name, and a piece of many words; initials are none.
constexpr std::size_t kShortestName = 3;

std::set<std::string> name_words(const std::vector<std::string>& names) {
  std::set<std::string> out;
  Side side;
  for (const std::string& name : names) {
    cut_side(name, side);
    for (const Word& word : side.words) {
      const std::string folded = fold_case(side.of(word));
      if (word.span.end - word.span.begin >= kShortestName) out.insert(folded);
    }
  }
  return out;
}

bool is_capital(std::string_view word) {
  const auto byte = static_cast<unsigned char>(word.front());
  // A letter beyond ASCII says nothing here.
  return byte >= 0x80 || std::isupper(byte) != 0;
}

class Cutter {
 public:
  Cutter(const Side& side, std::string_view language, const std::vector<std::string>& names)
      : side_(side), names_(name_words(names)) {
    View view;
    view.draft = side;
    view.draft.language = language;
    Findings findings;
    review_private(view, findings);
    for (const Finding& each : findings) {
      theirs_.insert(theirs_.end(), each.draft_spans.begin(), each.draft_spans.end());
    }
  }

  // Nothing, if it cannot stand there.
  std::string cut(std::size_t index) const {
    const Sentence& sentence = side_.sentences[index];
    std::size_t first = sentence.first_word;
    std::size_t last = sentence.last_word;
    const std::size_t all = first;
    first = behind_address(first, last);
    last = before_sign_off(first, last);
    if (first == last) return {};
    for (std::size_t i = first; i < last; ++i) {
      const Word& word = side_.words[i];
      if (word.kind == TokenKind::kMention || word.kind == TokenKind::kEmail) return {};
      if (is_name(word)) return {};
      if (digits_in(side_.of(word)) >= kFewestDigits && word.kind != TokenKind::kLink) return {};
    }
    const std::uint32_t begin = first == all ? sentence.span.begin : side_.words[first].span.begin;
    const bool whole = last == sentence.last_word;
    const std::uint32_t end = whole ? sentence.span.end : side_.words[last - 1].span.end;
    for (const Span& each : theirs_) {
      if (each.begin < end && begin < each.end) return {};
    }
    std::string text(trim(side_.text.substr(begin, end - begin)));
    if (!whole) text += '.';
    if (first != all && text[0] >= 'a' && text[0] <= 'z') {
      text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
  }

 private:
  static std::size_t digits_in(std::string_view word) {
    return static_cast<std::size_t>(std::ranges::count_if(
        word, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }));
  }

  // As a name is written: "will" is none where "Will" is.
  bool is_name(const Word& word) const {
    return word.kind == TokenKind::kWord && is_capital(side_.of(word)) &&
           names_.contains(fold_case(side_.of(word)));
  }

  // What stands between two words.
  std::string_view between(std::size_t word) const {
    const std::uint32_t end = side_.words[word].span.end;
    const std::uint32_t next = word + 1 < side_.words.size()
                                   ? side_.words[word + 1].span.begin
                                   : static_cast<std::uint32_t>(side_.text.size());
    return side_.text.substr(end, next - end);
  }

  // "@mia", "Hi Mia,", "Mia:" and what of these stands together.
  std::size_t behind_address(std::size_t first, std::size_t last) const {
    while (first < last && side_.words[first].kind == TokenKind::kMention) ++first;
    const bool greets = first < last && greeting_phrases().in_words(side_, first, first + 1);
    for (std::size_t i = first; i < last && i - first < kMostGreeting; ++i) {
      const std::string_view gap = between(i);
      const bool parted = gap.find_first_of(",:!") != gap.npos || gap.find(" - ") != gap.npos ||
                          gap.find("\xE2\x80\x93") != gap.npos || gap.find('\n') != gap.npos;
      if (greets && parted) return i + 1;
      if (!greets && !is_name(side_.words[i])) break;
      if (!greets && parted) return i + 1;
    }
    return first;
  }

  // "… within a week, Mia", "… within a week ^MB", "… – Jo".
  std::size_t before_sign_off(std::size_t first, std::size_t last) const {
    while (last > first) {
      const Word& word = side_.words[last - 1];
      const std::string_view before = side_.text.substr(0, word.span.begin);
      const bool initials = before.ends_with('^') || before.ends_with(" /");
      if (!initials && !is_name(word)) break;
      --last;
    }
    return last;
  }

  const Side& side_;
  std::set<std::string> names_;
  std::vector<Span> theirs_;
};

}  // namespace

std::vector<PublicSentence> public_sentences(std::string_view text, std::string_view language,
                                             const std::vector<std::string>& names) {
  Side side;
  cut_side(text, side);
  side.language = language.substr(0, language.find_first_of("-_"));
  const std::vector<Speech> speech = speech_of_sentences(side);
  const Cutter cutter(side, side.language, names);
  std::vector<PublicSentence> out;
  for (std::size_t i = 0; i < side.sentences.size(); ++i) {
    std::string words = cutter.cut(i);
    if (words.empty()) continue;
    const Sentence& sentence = side.sentences[i];
    const auto content =
        std::count_if(side.words.begin() + static_cast<std::ptrdiff_t>(sentence.first_word),
                      side.words.begin() + static_cast<std::ptrdiff_t>(sentence.last_word),
                      [](const Word& word) { return word.content; });
    out.push_back({std::move(words), speech[i], static_cast<std::size_t>(content)});
  }
  return out;
}

}  // namespace rapport::coach
