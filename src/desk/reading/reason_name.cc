#include "desk/reading/reason_name.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace rapport {
namespace {

constexpr std::size_t kNameMost = 40;

}  // namespace

Result<std::string> check_reason_name(const std::string& typed) {
  std::string name(trim(typed));
  if (name.empty()) return invalid("A reason needs a name.", "name");
  if (count_graphemes(name) > kNameMost) {
    return invalid("That name is too long: 40 characters at most.", "name");
  }
  const bool control = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (control || !is_utf8(name)) return invalid("A name is one line of plain text.", "name");
  return name;
}

}  // namespace rapport
