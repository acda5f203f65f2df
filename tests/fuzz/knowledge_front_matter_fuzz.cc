// A Markdown file of any bytes: whole texts, and what is written of it is read back the same.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "knowledge/files/article_file.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  if (size > 64U << 10U) return 0;  // written, it must stay short enough to be read whole
  const Article article = article_of_file({reinterpret_cast<const char*>(data), size}, "name");
  check(is_utf8(article.id) && is_utf8(article.title) && is_utf8(article.markdown));
  check(!article.id.empty() && !article.title.empty());
  const Article back = article_of_file(file_of_article(article), "other");
  check(back.id == article.id && back.title == article.title);
  check(back.language == article.language && back.link == article.link);
  check(back.questions == article.questions && back.markdown == article.markdown);
  return 0;
}
