// Secrets at rest: XChaCha20-Poly1305 under one key of the installation.
//
// What is sealed for one context ("channel:123") opens only there, so a stored secret cannot be
// moved to another channel. Sealed text is printable and starts with a version: "v1." and base64.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

class SecretBox {
 public:
  // The key from the environment's RAPPORT_KEY (32 bytes as hex or base64), else from the file
  // `secret.key` in the data folder, which is made at first need with mode 0600. Refuses a file
  // that others may read.
  static Result<SecretBox> of_data_folder(const std::filesystem::path& folder);

  // A key as text: 64 hex digits, or base64 of 32 bytes.
  static Result<SecretBox> of_key_text(std::string_view text);

  // Sealing the same secret twice gives different text.
  Result<std::string> seal(std::string_view plain, std::string_view context) const;

  // Fails with invalid if the text is damaged, or was sealed for another context or with another
  // key.
  Result<std::string> open(std::string_view sealed, std::string_view context) const;

 private:
  struct Wipe {
    void operator()(unsigned char* key) const;
  };
  using Key = std::unique_ptr<unsigned char[], Wipe>;

  explicit SecretBox(Key key) : key_(std::move(key)) {}
  static Result<SecretBox> of_key_bytes(const unsigned char* bytes, std::size_t size);

  Key key_;  // in locked memory
};

// Overwrites a string that held a secret, then empties it.
void wipe(std::string& secret);

}  // namespace rapport
