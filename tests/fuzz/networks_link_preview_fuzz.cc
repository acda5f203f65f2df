// Pages of any bytes: texts are valid and on one line, the picture's address is one of the web. The
// first line may name a character set.

#include <cstdint>
#include <cstdlib>

#include "base/url.h"
#include "base/utf8.h"
#include "networks/link_preview.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

bool is_line(const std::string& text) {
  return rapport::is_utf8(text) &&
         text.find_first_of(std::string("\n\r\0", 3)) == std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.substr(0, 40).find('\n');
  const bool named = line != std::string_view::npos;
  const LinkPage page =
      read_link_page(named ? bytes.substr(line + 1) : bytes, "https://a.example/b/c?d",
                     named ? bytes.substr(0, line) : std::string_view{});
  check(is_line(page.title) && is_line(page.description));
  check(page.image_url.empty() || parse_web_url(page.image_url).has_value());
  return 0;
}
