// The words of one leaf, looked for in what was cut.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "listen/address.h"
#include "listen/packed/nodes.h"
#include "listen/spoken.h"

namespace rapport::packed {

// The words of a leaf where they lie packed; see WordPattern, whose rules these are.
class PatternView {
 public:
  explicit PatternView(const Node& node) : flags_(node.flags()) {
    const Word* at = WayView(node.rest()).end();
    letter_count_ = *at++;
    if ((flags_ & kOneWord) != 0) {
      letters_ = at;
      word_count_ = 1;
      return;
    }
    whole_begin_ = *at++;
    word_count_ = *at++;
    name_count_ = *at++;
    const std::size_t address = *at++;
    words_ = at;
    at += std::size_t{3} * word_count_;
    names_ = at;
    at += std::size_t{5} * name_count_;
    letters_ = at;
    at += (flags_ & kNarrow) != 0 ? (letter_count_ + 3) / 4 : letter_count_ * 3;
    address_ = {reinterpret_cast<const char*>(at), address};
  }

  // Calls `found(first, last, span)` for every place, some of them twice, until it says true.
  template <class Found>
  bool find(std::string_view text, const Spoken& heard, const Found& found) const {
    const bool by_words = word_count_ != 0 && (words_ == nullptr || kind(0) != SpokenKind::kLink);
    const auto size = static_cast<std::uint32_t>(heard.words.size());
    if (by_words || !address_.empty()) {
      for (std::uint32_t at = 0; at < size; ++at) {
        const SpokenWord& word = heard.words[at];
        if (!address_.empty() && word.kind == SpokenKind::kLink) {
          const auto link = text.substr(word.span.begin, word.span.end - word.span.begin);
          if (address_is_under(link, std::string(address_)) && found(at, at, word.span)) {
            return true;
          }
          continue;
        }
        if (!by_words) continue;
        const std::uint32_t behind = fits_at(heard, at);
        if (behind != 0 &&
            found(at, behind - 1, Span{word.span.begin, heard.words[behind - 1].span.end})) {
          return true;
        }
      }
    }
    if (word_count_ == 0 || whole_begin() == letter_count_) return false;
    for (const SpokenName& each : heard.names) {
      if (fit(whole_begin(), letter_count_, heard.letters.data() + each.begin,
              heard.letters.data() + each.end) &&
          found(each.first, each.last, each.span)) {
        return true;
      }
    }
    return false;
  }

 private:
  Word whole_begin() const { return (flags_ & kOneWord) != 0 ? 0 : whole_begin_; }
  SpokenKind kind(std::size_t word) const {
    return words_ == nullptr ? SpokenKind::kWord
                             : static_cast<SpokenKind>(words_[3 * word] & 0xFFU);
  }
  Joint joint(std::size_t word) const {
    return words_ == nullptr ? Joint::kOpen : static_cast<Joint>(words_[3 * word] >> 8U);
  }
  Word begin(std::size_t word) const { return words_ == nullptr ? 0 : words_[3 * word + 1]; }
  Word end(std::size_t word) const {
    return words_ == nullptr ? letter_count_ : words_[3 * word + 2];
  }

  const Word* name_at(std::size_t word) const {
    for (Word i = 0; i < name_count_; ++i) {
      if (names_[5 * i + 1] == word) return names_ + std::size_t{5} * i;
    }
    return nullptr;
  }

  // letters_match() of the letters [begin, end).
  bool fit(Word begin, Word end, const Letter* heard, const Letter* heard_end) const {
    if ((flags_ & kNarrow) != 0) {
      const auto* letters = reinterpret_cast<const unsigned char*>(letters_);
      return fit_narrow(letters + begin, letters + end, heard, heard_end);
    }
    const bool exact = (flags_ & kExact) != 0;
    return fit_wide(letters_ + std::size_t{3} * begin, letters_ + std::size_t{3} * end, heard,
                    heard_end, exact);
  }

  static bool fit_narrow(const unsigned char* asked, const unsigned char* asked_end,
                         const Letter* heard, const Letter* heard_end) {
    const unsigned char* star = nullptr;
    const Letter* reached = nullptr;
    while (heard != heard_end) {
      if (asked != asked_end && *asked == heard->plain && *asked > kNarrowOne) {
        ++asked;
        ++heard;
      } else if (asked != asked_end && *asked == kNarrowAny) {
        star = ++asked;
        reached = heard;
      } else if (asked != asked_end && *asked == kNarrowOne) {
        ++asked;
        ++heard;
      } else if (star != nullptr) {
        asked = star;
        heard = ++reached;
      } else {
        return false;
      }
    }
    while (asked != asked_end && *asked == kNarrowAny) ++asked;
    return asked == asked_end;
  }

  static bool fit_wide(const Word* asked, const Word* asked_end, const Letter* heard,
                       const Letter* heard_end, bool exact) {
    const Word* star = nullptr;
    const Letter* reached = nullptr;
    const auto fits = [exact](const Word* want, const Letter& has) {
      if (want[0] == kOneLetter) return true;
      if (want[0] != has.plain) return false;
      if (want[1] != want[0] && want[1] != has.accent) return false;
      return !exact || (want[2] != 0) == has.capital;
    };
    while (heard != heard_end) {
      if (asked != asked_end && asked[0] == kAnyLetters) {
        star = asked += 3;
        reached = heard;
      } else if (asked != asked_end && fits(asked, *heard)) {
        asked += 3;
        ++heard;
      } else if (star != nullptr) {
        asked = star;
        heard = ++reached;
      } else {
        return false;
      }
    }
    while (asked != asked_end && asked[0] == kAnyLetters) asked += 3;
    return asked == asked_end;
  }

  bool word_fits(std::size_t asked, const Spoken& heard, std::uint32_t at) const {
    const SpokenWord& word = heard.words[at];
    if (kind(asked) != word.kind || word.kind == SpokenKind::kLink) return false;
    const Letter* has = heard.letters.data();
    for (const unsigned before : {0U, unsigned{word.before}}) {
      for (unsigned behind = 0; behind <= word.behind; ++behind) {
        const bool possessive = word.behind == 2 && has[word.end - 1].plain == U's';
        if (possessive && behind == 1) continue;
        if (fit(begin(asked), end(asked), has + word.begin + before, has + word.end - behind)) {
          return true;
        }
      }
      if (word.before == 0) break;
    }
    return false;
  }

  // The word behind, if the words of the pattern stand at `at`; else 0.
  std::uint32_t fits_at(const Spoken& heard, std::uint32_t at) const {
    for (Word i = 0; i < word_count_; ++i) {
      if (at >= heard.words.size()) return 0;
      if (i > 0 && joint(i) == Joint::kAmpersand && heard.words[at].joint != Joint::kAmpersand) {
        return 0;
      }
      if (i > 0 && joint(i) == Joint::kTouching && kind(i) == SpokenKind::kDense &&
          kind(i - 1) == SpokenKind::kDense && heard.words[at].joint != Joint::kTouching) {
        return 0;
      }
      const Word* wanted = name_count_ == 0 ? nullptr : name_at(i);
      if (wanted == nullptr) {
        if (!word_fits(i, heard, at)) return 0;
        ++at;
        continue;
      }
      const auto has = std::ranges::lower_bound(heard.names, at, {}, &SpokenName::first);
      if (has == heard.names.end() || has->first != at ||
          static_cast<unsigned char>(has->sign) != wanted[0])
        return 0;
      const Letter* from = heard.letters.data() + has->begin;
      const Letter* to = heard.letters.data() + has->end;
      if (!fit(wanted[3], wanted[4], from, to)) {
        const Letter* host = from;
        while (host != to && host->plain != U'@') ++host;
        if (host == to || !fit(wanted[3], wanted[4], from, host)) return 0;
      }
      i = wanted[2];
      at = has->last + 1;
    }
    return at;
  }

  Word flags_;
  Word letter_count_ = 0;
  Word whole_begin_ = 0;
  Word word_count_ = 0;
  Word name_count_ = 0;
  const Word* words_ = nullptr;
  const Word* names_ = nullptr;
  const Word* letters_ = nullptr;
  std::string_view address_;
};

}  // namespace rapport::packed
