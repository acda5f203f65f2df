#include "model/help_site.h"

namespace rapport {

std::optional<std::string> colour_of(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c | 0x20);
  }
  if (out.find_first_not_of("0123456789abcdef", 1) != std::string::npos) return std::nullopt;
  return out;
}

}  // namespace rapport
