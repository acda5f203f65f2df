// Any bytes as a CAR file and as a frame of the firehose: nothing may crash, and each block of a
// file is found again under its own name only if that is its hash.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "networks/bluesky/car.h"
#include "networks/bluesky/firehose_frame.h"
#include "networks/bluesky/stream_events.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  bluesky::CarReader reader(bytes);
  for (int i = 0; i < 20; ++i) {
    const auto block = reader.next();
    if (!block) break;
    const auto found = bluesky::block_in(bytes, block->cid);
    if (found && found->size() > size) std::abort();
  }
  const auto frame = bluesky::read_frame(bytes, from_micros(1));
  if (!frame) return 0;
  bluesky::EventReader events;
  StreamBatch batch;
  for (const auto& event : frame->events) {
    (void)events.read(
        event, [](const GlimpsedPost&) { return true; }, batch);
  }
  return 0;
}
