// How long a post takes: its fingerprint, and finding and keeping it among 20,000 others.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "text/near_duplicates/near_duplicates.h"

namespace rapport {
namespace {

constexpr std::string_view kPost =
    "@kettles I ordered the blue kettle three weeks ago and still have not heard a thing. The "
    "tracking page says it is on its way, see https://example.com/a/123";

void fingerprint(benchmark::State& state) {
  FingerprintMaker maker;
  for (auto _ : state) benchmark::DoNotOptimize(maker.make(kPost));
}
BENCHMARK(fingerprint);

void find_and_add(benchmark::State& state) {
  std::mt19937 random(1);
  std::vector<Fingerprint> posts;
  for (int i = 0; i < 40000; ++i) {
    std::string text;
    for (int word = 0; word < 20; ++word) {
      text += static_cast<char>('a' + random() % 26);
      text += static_cast<char>('a' + random() % 26);
      text += static_cast<char>('a' + random() % 26);
      text += ' ';
    }
    posts.push_back(fingerprint_of(text));
  }
  RecentTexts texts(20000);
  std::vector<NearDuplicate> found;
  std::int64_t id = 0;
  for (auto _ : state) {
    const Fingerprint& post = posts[static_cast<std::size_t>(id) % posts.size()];
    texts.find(post, found);
    benchmark::DoNotOptimize(texts.add(id++, post));
  }
}
BENCHMARK(find_and_add);

}  // namespace
}  // namespace rapport
