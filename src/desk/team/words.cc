#include "desk/team/words.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace rapport {

namespace {

Result<std::string> check_line(const std::string& typed, std::size_t most,
                               const std::string& needed, const std::string& field) {
  std::string name(trim(typed));
  if (name.empty()) return invalid(needed, field);
  if (count_graphemes(name) > most) {
    return invalid("That name is too long: " + std::to_string(most) + " characters at most.",
                   field);
  }
  const bool control = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (control || !is_utf8(name)) return invalid("A name is one line of plain text.", field);
  return name;
}

}  // namespace

Result<std::string> check_name(const std::string& typed, const std::string& field) {
  return check_line(typed, 100, "A name is needed.", field);
}

Result<std::string> check_short_name(const std::string& typed, const std::string& thing) {
  return check_line(typed, 40, thing + " needs a name.", "name");
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
