// Mentions, links and tags in any text: spans in order, apart, on character boundaries, and what
// they say is what stands there.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/unicode.h"
#include "base/utf8.h"
#include "networks/bluesky/facets.h"
#include "networks/bluesky/names.h"

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
  const std::string text = clean_utf8({reinterpret_cast<const char*>(data), size});
  check(is_utf8(text));
  check(cut_graphemes(text, 10).size() <= text.size());
  check(count_graphemes(cut_graphemes(text, 10)) <= 10);
  check(to_utf8(to_utf16(text)) == text);
  std::size_t end = 0;
  for (const bluesky::Facet& facet : bluesky::detect_facets(text)) {
    check(facet.begin >= end && facet.end > facet.begin && facet.end <= text.size());
    check(is_boundary(text, facet.begin) && is_boundary(text, facet.end));
    check(!facet.value.empty() && is_utf8(facet.value));
    if (facet.kind == bluesky::FacetKind::kMention) check(bluesky::is_handle(facet.value));
    if (facet.kind == bluesky::FacetKind::kTag) check(count_graphemes(facet.value) <= 64);
    end = facet.end;
  }
  return 0;
}
