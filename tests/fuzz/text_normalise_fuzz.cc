// Normal forms and fingerprints of any bytes: bounded, valid, and the same when made again.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>

#include "base/utf8.h"
#include "text/near_duplicates/near_duplicates.h"
#include "text/normalise/normalise.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const std::string form = normal_form(text);
  check(is_utf8(form));
  check(form.size() <= 3 * size);
  if (size <= kMostComparedBytes && form.size() <= kMostComparedBytes) {
    check(normal_form(form) == form);
  }
  const Fingerprint print = fingerprint_of(text);
  const auto end = print.hashes.begin() + print.size;
  check(std::adjacent_find(print.hashes.begin(), end, std::greater_equal<>()) == end);
  check(similarity(print, fingerprint_of(text)) == (print.size == 0 ? 0.0 : 1.0));
  return 0;
}
