// Any bytes cut into tokens: spans in order, inside the text, on character boundaries.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "text/tokens/tokens.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  static Tokens tokens;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  cut_tokens(text, tokens);
  std::size_t begin = 0;
  std::size_t end = 0;
  for (const TextToken& token : tokens.list) {
    check(token.span.end > token.span.begin && token.span.end <= text.size());
    // Pairs of a script without spaces overlap.
    check(token.span.begin >= (token.kind == TokenKind::kDense ? begin : end));
    const std::string_view span = text.substr(token.span.begin, token.span.end - token.span.begin);
    check(is_utf8(span) || span.find('\0') != span.npos);
    check(is_utf8(tokens.normal_of(token)));
    begin = token.span.begin;
    end = token.span.end;
  }
  std::size_t before = 0;
  for (const std::uint32_t sentence : tokens.sentences) {
    check(sentence > before && sentence < tokens.list.size());
    before = sentence;
  }
  return 0;
}
