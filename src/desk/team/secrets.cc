#include "desk/team/secrets.h"

#include <sodium.h>

#include <array>

#include "base/result.h"
#include "desk/team/team.h"

namespace rapport {
namespace {

constexpr std::size_t kPasswordLeast = 10;
constexpr std::size_t kPasswordMost = 1000;

void start_sodium() {
  static const int started = sodium_init();
  (void)started;
}

}  // namespace

std::string random_secret() {
  start_sodium();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string text(sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the final NUL
  return text;
}

std::string hash_secret(std::string_view secret) {
  start_sodium();
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), nullptr,
                     0);
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

Result<std::string> hash_password(const std::string& password) {
  start_sodium();
  if (password.size() < kPasswordLeast) {
    return invalid("A password needs at least 10 characters.", "password");
  }
  if (password.size() > kPasswordMost) {
    return invalid("That password is too long: 1,000 bytes at most.", "password");
  }
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return unavailable("There is not enough memory to hash a password right now.");
  }
  hash.resize(hash.find('\0'));
  return hash;
}

bool password_matches(const std::string& hash, const std::string& password) {
  start_sodium();
  if (hash.empty() || hash.size() >= crypto_pwhash_STRBYTES || password.size() > kPasswordMost) {
    return false;
  }
  std::array<char, crypto_pwhash_STRBYTES> padded{};
  hash.copy(padded.data(), hash.size());
  return crypto_pwhash_str_verify(padded.data(), password.data(), password.size()) == 0;
}

}  // namespace rapport
