// Links in a text of any bytes: each has a key, and a key is without what does not name the page.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "knowledge/links/link_key.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  for (const std::string& each : links_in(text)) (void)link_key(each);
  const std::string key = link_key(text);
  if (key.empty()) return 0;
  check(key.find('#') == std::string::npos);
  return 0;
}
