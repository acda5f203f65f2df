// Text of any bytes with any hint: a language the model knows or "und", the same twice.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "source_dir.h"
#include "text/language/language.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// The hint, up to the first line break, then the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  static const auto kModel = LanguageModel::open(RAPPORT_SOURCE_DIR "/models/language.bin");
  check(kModel.has_value());
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = all.find('\n');
  const std::string_view hint = end == std::string_view::npos ? "" : all.substr(0, end);
  const std::string_view text = end == std::string_view::npos ? all : all.substr(end + 1);
  const LanguageGuess guess = (*kModel)->guess(text, hint);
  check(guess.p >= 0 && guess.p <= 1);
  if (guess.tag == "und") {
    check(guess.p == 0);
  } else {
    bool known = false;
    for (const std::string_view language : (*kModel)->languages()) known |= language == guess.tag;
    check(known && guess.p > 0);
  }
  const LanguageGuess again = (*kModel)->guess(text, hint);
  check(again.tag == guess.tag && again.p == guess.p);
  return 0;
}
