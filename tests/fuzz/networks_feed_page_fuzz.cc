// Pages of any bytes: the feeds they name lead to the web, each once. The first line may name a
// Content-Type. What is no page is read as a date.

#include <cstdint>
#include <cstdlib>
#include <set>

#include "base/url.h"
#include "base/utf8.h"
#include "networks/feed/dates.h"
#include "networks/feed/discovery.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)feed::parse_date(bytes);
  const std::size_t line = bytes.substr(0, 60).find('\n');
  const bool named = line != std::string_view::npos;
  const feed::Source source{"https://a.example/b/c?d",
                            std::string(named ? bytes.substr(0, line) : std::string_view{})};
  std::set<std::string> seen;
  for (const auto& each : feed::feeds_named_by(named ? bytes.substr(line + 1) : bytes, source)) {
    if (!parse_web_url(each.url) || !is_utf8(each.title) || !seen.insert(each.url).second) {
      std::abort();
    }
  }
  return 0;
}
