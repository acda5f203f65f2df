// Which language a short text is in.

#pragma once

#include <bitset>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

struct LanguageGuess {
  std::string_view tag = "und";  // BCP 47; lives as long as the model
  float p = 0;                   // calibrated
};

// Some of a model's languages.
using LanguageSet = std::bitset<128>;

class LanguageModel {
 public:
  virtual ~LanguageModel() = default;

  // Maps the trained weights. Error: not there, cut short, of another version.
  static Result<std::shared_ptr<const LanguageModel>> open(const std::string& path);

  // `text` is UTF-8 and may be broken; `hint` is what the author's client said (BCP 47, empty if
  // nothing), and only breaks ties. "und" if there are no words to tell by. Looks at mentions, tags
  // and links not at all, and at no more than the first few hundred letters. Never allocates.
  virtual LanguageGuess guess(std::string_view text, std::string_view hint) const = 0;
  // The likeliest of `among`.
  virtual LanguageGuess guess_among(std::string_view text, std::string_view hint,
                                    const LanguageSet& among) const = 0;

  // All that guess() may say but "und".
  virtual std::span<const std::string_view> languages() const = 0;
  // Those of `tags` that we know.
  virtual LanguageSet set_of(std::span<const std::string_view> tags) const = 0;

  virtual std::size_t bytes() const = 0;  // mapped
};

}  // namespace rapport
