// Somebody's HTML of any bytes: valid UTF-8, no longer than it may become, and as a page of ours it
// is safe.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "knowledge/html/article_html.h"
#include "knowledge/import/html_markdown.h"
#include "knowledge/testing/html_shape.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  if (size > 16U << 10U) return 0;
  const std::string_view html{reinterpret_cast<const char*>(data), size};
  const std::string markdown = markdown_of_html(html, "https://help.example/hc/en/articles/1");
  check(is_utf8(markdown));
  check(markdown.size() <= 100 * size + 1000);
  check(testing::HtmlShape::wrong_with(article_html(markdown).body.text()).empty());
  return 0;
}
