// Any bytes as DAG-CBOR: nothing may crash, and what becomes JSON is JSON.

#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "networks/bluesky/cbor.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport::bluesky;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CborReader skipping(bytes);
  const bool skipped = skipping.skip();
  CborReader writing(bytes);
  std::string json;
  const bool written = writing.to_json(json);
  if (skipped != written || skipping.rest().size() != writing.rest().size()) std::abort();
  if (!written) return 0;
  simdjson::dom::parser parser;
  simdjson::dom::element element;
  if (parser.parse(json).get(element) != simdjson::SUCCESS) std::abort();
  return 0;
}
