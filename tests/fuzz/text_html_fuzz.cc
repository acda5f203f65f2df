// Post HTML of any bytes: valid text, spans in order and inside it.

#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "text/html/text.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const HtmlText out = text_of_html({reinterpret_cast<const char*>(data), size});
  check(is_utf8(out.text));
  check(out.text.find('\0') == std::string::npos);
  std::size_t end = 0;
  for (const Entity& entity : out.entities) {
    check(entity.begin >= end && entity.end > entity.begin && entity.end <= out.text.size());
    check(is_boundary(out.text, entity.begin) && is_boundary(out.text, entity.end));
    check(!entity.value.empty());
    end = entity.end;
  }
  return 0;
}
