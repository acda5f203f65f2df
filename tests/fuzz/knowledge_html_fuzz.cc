// Markdown of any bytes: a page of the right shape, in which nothing is anybody else's markup.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "knowledge/html/article_html.h"
#include "knowledge/testing/html_shape.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const ArticleHtml made = article_html({reinterpret_cast<const char*>(data), size});
  check(is_utf8(made.body.text()) && is_utf8(made.first_words));
  check(testing::HtmlShape::wrong_with(made.body.text()).empty());
  int above = 1;
  for (const ArticleHeading& each : made.headings) {
    check(each.level >= 2 && each.level <= 6 && each.level <= above + 1);
    above = each.level;
  }
  return 0;
}
