// Entities of any bytes: in order, apart, whole characters, and the same when asked again.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/entities/entities.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_entities(std::string_view text) {
  using namespace rapport;
  const bool whole = is_utf8(text);
  std::vector<TextEntity> found;
  find_entities(text, found);
  std::size_t end = 0;
  for (const TextEntity& each : found) {
    check(each.span.begin >= end && each.span.end > each.span.begin);
    check(each.span.end <= text.size());
    check(is_utf8(text.substr(each.span.begin, each.span.end - each.span.begin)));
    check(!whole || (is_boundary(text, each.span.begin) && is_boundary(text, each.span.end)));
    end = each.span.end;
  }
  std::vector<TextEntity> again;
  find_entities(text, again);
  check(again == found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  check_entities(bytes);
  check_entities(rapport::clean_utf8(bytes));
  return 0;
}
