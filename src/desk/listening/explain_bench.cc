// What it costs to say what spikes were about, of as many mentions as a summary looks at.

#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "desk/listening/explain.h"

namespace rapport {
namespace {

const Time kBegin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};

// Texts of a dozen words, of as many different ones as people use.
std::vector<MentionFacts> mentions(int count) {
  std::mt19937 random(1);
  std::vector<std::string> words;
  for (int i = 0; i < 8000; ++i) {
    std::string& word = words.emplace_back();
    for (int letter = 0; letter < 7; ++letter) word += static_cast<char>('a' + random() % 26);
  }
  std::vector<MentionFacts> out;
  for (int number = 1; number <= count; ++number) {
    MentionFacts& fact = out.emplace_back();
    fact.post = PostId{number};
    fact.author = AccountId{static_cast<std::int64_t>(random() % 4000 + 1)};
    fact.said_at = kBegin + std::chrono::seconds(random() % (30 * 86'400));
    for (int word = 0; word < 12; ++word) {
      // Some are said much more often than others.
      const double share = static_cast<double>(random()) / static_cast<double>(random.max());
      fact.text += words[static_cast<std::size_t>(share * share * share * 7999)] + " ";
    }
  }
  return out;
}

void spikes_explained(benchmark::State& state) {
  const auto facts = mentions(Monitors::kMostLookedAt);
  for (auto _ : state) {
    const SpikeExplainer explainer(facts);
    for (int day = 0; day < static_cast<int>(state.range(0)); ++day) {
      Spike spike;
      spike.from = kBegin + std::chrono::days{3 * day};
      spike.to = spike.from + std::chrono::hours{6};
      explainer.explain(spike);
      benchmark::DoNotOptimize(spike);
    }
  }
}
BENCHMARK(spikes_explained)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport
