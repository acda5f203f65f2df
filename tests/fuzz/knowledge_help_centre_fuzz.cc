// An export of any bytes: whole texts, and each article says which it is or what is wrong with it.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "knowledge/import/help_centre.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  if (size > 64U << 10U) return 0;
  const std::string_view json{reinterpret_cast<const char*>(data), size};
  for (const HelpCentre from : {HelpCentre::kAny, HelpCentre::kZendesk, HelpCentre::kChatwoot}) {
    const auto found = read_help_centre(json, from);
    if (!found) {
      check(!found.error().message.empty());
      continue;
    }
    for (const ImportedArticle& each : *found) {
      check(!each.name.empty());
      check(!each.wrong.empty() || (!each.title.empty() && !each.source.empty()));
      check(is_utf8(each.name) && is_utf8(each.title) && is_utf8(each.markdown));
      check(is_utf8(each.source) && is_utf8(each.category) && is_utf8(each.url));
    }
  }
  return 0;
}
