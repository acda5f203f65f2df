// Files of any bytes: what is taken for a picture has a size, is no larger than it came, and is
// read the same again.

#include <cstdint>
#include <cstdlib>

#include "base/picture.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const auto picture = read_picture({reinterpret_cast<const char*>(data), size});
  if (!picture) return 0;
  check(picture->width > 0 && picture->height > 0);
  check(picture->bytes.size() <= size + 36);  // a segment that says which way is up
  const auto again = read_picture(picture->bytes);
  check(again.has_value());
  check(again->mime == picture->mime);
  check(again->width == picture->width && again->height == picture->height);
  check(again->bytes == picture->bytes);
  return 0;
}
