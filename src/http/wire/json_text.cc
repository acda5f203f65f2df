#include "http/wire/json_text.h"

#include <charconv>

namespace rapport {

void add_json_number(std::string& out, std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value).ptr;
  out.append(digits, end);
}

void add_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += static_cast<char>(byte);
    } else if (byte == '\n') {
      out += "\\n";
    } else {
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void add_json_spans(std::string& out, const std::vector<Span>& spans) {
  out += '[';
  bool first = true;
  for (const Span& span : spans) {
    if (!first) out += ',';
    first = false;
    out += '[';
    add_json_number(out, span.begin);
    out += ',';
    add_json_number(out, span.end);
    out += ']';
  }
  out += ']';
}

}  // namespace rapport
