// Others who tell languages apart, asked the same questions on the same texts.

#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace rapport {

class Identifier {
 public:
  virtual ~Identifier() = default;
  virtual std::string_view name() const = 0;
  // The likeliest language of `text`; of `among` alone unless that is empty. "und" if it says none.
  virtual std::string guess(const std::string& text, const std::set<std::string>& among) = 0;
  // The same, for the clock: nothing is made of the answer.
  virtual std::size_t time(const std::string& text) = 0;
};

// Null where the model, or the library, is not there.
std::unique_ptr<Identifier> ours(const std::string& model);
std::unique_ptr<Identifier> cld2();
std::unique_ptr<Identifier> fasttext(const std::string& model);

// Their names for languages in ours.
std::string our_tag(std::string_view theirs);

}  // namespace rapport
