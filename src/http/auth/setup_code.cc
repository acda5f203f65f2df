#include "http/auth/setup_code.h"

#include <sodium.h>

#include <vector>

namespace rapport {

SetupCode::SetupCode() : code_(random_text(16)) {}

std::string SetupCode::text() const {
  std::lock_guard lock(mutex_);
  return code_;
}

bool SetupCode::matches(std::string_view code) const {
  std::lock_guard lock(mutex_);
  return !code_.empty() && same_secret(code, code_);
}

void SetupCode::use_up() {
  std::lock_guard lock(mutex_);
  code_.clear();
}

bool same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string random_text(int bytes) {
  static const int ready = sodium_init();  // harmless when done before
  (void)ready;
  std::vector<unsigned char> raw(static_cast<std::size_t>(bytes));
  randombytes_buf(raw.data(), raw.size());
  std::string text(sodium_base64_encoded_len(raw.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                   '\0');
  sodium_bin2base64(text.data(), text.size(), raw.data(), raw.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.resize(text.size() - 1);  // the final zero is counted
  return text;
}

}  // namespace rapport
