#include "text/testing/escapes.h"

#include "base/unicode.h"

namespace rapport {

std::string unescaped(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] != '\\' || at + 1 == written.size()) {
      text += written[at];
      continue;
    }
    const char kind = written[++at];
    if (kind == 'n') text += '\n';
    if (kind == 't') text += '\t';
    if (kind == 's') text += ' ';
    if (kind == '\\') text += '\\';
    if (kind == 'u') {
      const std::size_t close = written.find('}', at);
      const auto point = static_cast<char32_t>(
          std::stoul(std::string(written.substr(at + 2, close - at - 2)), nullptr, 16));
      const std::u16string units =
          point < 0x10000 ? std::u16string(1, static_cast<char16_t>(point))
                          : std::u16string{static_cast<char16_t>(0xD7C0 + (point >> 10U)),
                                           static_cast<char16_t>(0xDC00 + (point & 0x3FFU))};
      text += to_utf8(units);
      at = close;
    }
  }
  return text;
}

}  // namespace rapport
