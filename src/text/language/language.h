// Which language a short text is in.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

struct LanguageGuess {
  std::string_view tag = "und";  // BCP 47; lives as long as the model
  float p = 0;                   // calibrated
};

class LanguageModel {
 public:
  virtual ~LanguageModel() = default;

  // Maps the trained weights. Error: not there, cut short, of another version.
  static Result<std::shared_ptr<const LanguageModel>> open(const std::string& path);

  // `text` is UTF-8 and may be broken; `hint` is what the author's client said, empty if nothing,
  // and only breaks ties.
  virtual LanguageGuess guess(std::string_view text, std::string_view hint) const = 0;
  virtual std::size_t bytes() const = 0;
};

}  // namespace rapport
