#include "desk/team/words.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace rapport {

Result<std::string> check_name(const std::string& typed, const std::string& field) {
  std::string name(trim(typed));
  if (name.empty()) return invalid("A name is needed.", field);
  if (count_graphemes(name) > 100) {
    return invalid("That name is too long: 100 characters at most.", field);
  }
  const bool control = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (control || !is_utf8(name)) return invalid("A name is one line of plain text.", field);
  return name;
}

Result<std::string> check_email(const std::string& typed) {
  std::string email(trim(typed));
  std::transform(email.begin(), email.end(), email.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto at = email.find('@');
  const bool shaped = at != std::string::npos && at > 0 && at + 1 < email.size() &&
                      email.find('@', at + 1) == std::string::npos && email.size() <= 254 &&
                      is_utf8(email) && std::none_of(email.begin(), email.end(), [](char c) {
                        return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
                      });
  if (!shaped) return invalid("That does not look like an e-mail address.", "email");
  return email;
}

}  // namespace rapport
