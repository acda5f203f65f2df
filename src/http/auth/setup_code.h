// The one-time code of the first run. It is printed in the log as a link, so that only who can see
// the log becomes the owner; it lives in memory and is new at each start.

#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace rapport {

class SetupCode {
 public:
  SetupCode();

  std::string text() const;
  bool matches(std::string_view code) const;
  // The owner exists: no code fits any more.
  void use_up();

 private:
  mutable std::mutex mutex_;
  std::string code_;
};

// Compares in a time that tells nothing of where they differ.
bool same_secret(std::string_view one, std::string_view other);

// `bytes` random bytes in URL-safe base64.
std::string random_text(int bytes);

}  // namespace rapport
