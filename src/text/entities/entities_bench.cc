// How long finding the entities of a post takes.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "text/entities/entities.h"

namespace rapport {
namespace {

void find(benchmark::State& state, const std::string& text) {
  std::vector<TextEntity> out;
  for (auto _ : state) {
    out.clear();
    find_entities(text, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

BENCHMARK_CAPTURE(find, plain_post,
                  "I ordered the blue kettle three weeks ago and still have not heard a thing. The "
                  "tracking page says it is on its way, which is nice of it.");
BENCHMARK_CAPTURE(
    find, post_with_all,
    "@kettles your site is down again \xF0\x9F\x98\xA1 see https://example.com/status "
    "or write to help@example.com. #kettle #fail and thanks @sam.bsky.social for "
    "looking into it \xE2\x9D\xA4\xEF\xB8\x8F");
BENCHMARK_CAPTURE(find, japanese_post,
                  "\xE6\x96\xB0\xE3\x81\x97\xE3\x81\x84\xE3\x82\xB1\xE3\x83\x88\xE3\x83\xAB\xE3\x81"
                  "\x8C\xE5\xB1\x8A\xE3\x81\x8D\xE3\x81\xBE\xE3\x81\x97\xE3\x81\x9F\xE3\x80\x82"
                  "\xE3\x81\xA8\xE3\x81\xA6\xE3\x82\x82\xE6\xB0\x97\xE3\x81\xAB\xE5\x85\xA5\xE3\x81"
                  "\xA3\xE3\x81\xA6\xE3\x81\x84\xE3\x81\xBE\xE3\x81\x99");

}  // namespace
}  // namespace rapport
