// Markdown of any bytes: valid text, and sections that are headings before it.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "knowledge/passages/passages.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const auto passages = passages_of({reinterpret_cast<const char*>(data), size});
  for (std::size_t i = 0; i < passages.size(); ++i) {
    check(!passages[i].text.empty() && is_utf8(passages[i].text));
    if (passages[i].section == Passage::kNone) continue;
    check(passages[i].section < i);
    check(passages[passages[i].section].kind == PassageKind::kHeading);
  }
  return 0;
}
