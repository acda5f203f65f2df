// The words of a term or phrase, ready to be looked for in a text that was cut into words.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "listen/query.h"
#include "listen/spoken.h"

namespace rapport {

// Words [first, last] of a text, and the bytes they cover.
struct Occurrence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<Span> spans;  // in order and unlike
};

class WordPattern {
 public:
  // `text` as QueryTree::text has it.
  WordPattern(std::string_view text, WordStyle style);

  // Is there anything to look for?
  bool empty() const { return spoken_.words.empty() && address_.empty(); }

  // Every place in a text where it stands, in order. `text` is what `heard` was cut from.
  std::vector<Occurrence> find(std::string_view text, const Spoken& heard) const;

  // What find() compares.
  const Spoken& spoken() const { return spoken_; }
  const std::vector<Letter>& whole() const { return whole_; }  // a name may be called so
  const std::string& address() const { return address_; }
  CaseRule rule() const { return rule_; }

  // Bytes of the text given that say nothing: punctuation and symbols at its ends.
  std::optional<Span> dropped_before() const { return dropped_before_; }
  std::optional<Span> dropped_behind() const { return dropped_behind_; }

 private:
  bool word_fits(const SpokenWord& asked, const Spoken& heard, std::uint32_t at) const;
  // The word behind, if the words of the pattern stand at `at`.
  std::optional<std::uint32_t> fits_at(const Spoken& heard, std::uint32_t at) const;

  Spoken spoken_;
  CaseRule rule_ = CaseRule::kAny;
  std::vector<Letter> whole_;  // of a bare term: a handle or tag may be called so
  std::string address_;        // of a bare term that is one
  std::optional<Span> dropped_before_;
  std::optional<Span> dropped_behind_;
};

}  // namespace rapport
