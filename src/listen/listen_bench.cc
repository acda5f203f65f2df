// How long a query takes to be parsed, a post to be cut into words, and the reference to look.

#include <benchmark/benchmark.h>

#include <string>

#include "listen/evaluate.h"
#include "listen/parse.h"
#include "listen/spoken.h"

namespace rapport {
namespace {

constexpr const char* kPlain =
    "I ordered the blue kettle three weeks ago and still have not heard a thing. The tracking page "
    "says it is on its way, which is nice of it.";
constexpr const char* kMixed =
    "@kettles your site is down again 😡 see https://example.com/status or write to "
    "help@example.com. #kettle #fail and thanks @sam.bsky.social for looking into it ❤️";
constexpr const char* kJapanese = "新しいケトルが届きました。とても気に入っています";
constexpr const char* kQuery =
    "(kettle OR #kettle OR \"blue kettle\") NEAR/6 (broken OR late OR \"not heard\") "
    "-(jobs OR hiring) lang:en";

void cut(benchmark::State& state, const std::string& text) {
  Spoken spoken;
  for (auto _ : state) {
    cut_spoken(text, Wildcards::kPlain, spoken);
    benchmark::DoNotOptimize(spoken.words.data());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(cut, plain_post, kPlain);
BENCHMARK_CAPTURE(cut, post_with_all, kMixed);
BENCHMARK_CAPTURE(cut, japanese_post, kJapanese);

void parse(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(parse_query(kQuery).query);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parse);

void look(benchmark::State& state) {
  const QueryTree query = parse_query(kQuery).query.value();
  HeardPost post;
  post.text = kPlain;
  post.langs = {"en"};
  for (auto _ : state) benchmark::DoNotOptimize(evaluate(query, post));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(look);

}  // namespace
}  // namespace rapport
