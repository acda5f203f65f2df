// How long a query takes to be parsed, a post to be cut into words, and the reference to look; and
// what all monitors at once cost.
//
// The latter are measured where RAPPORT_BENCH_MATCHING names a folder with posts.txt (a post a
// line) and queries.txt (a query a line), which tools/bench/matching.bench.mjs makes and gives to
// others, too. Times are CPU times of one thread.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "listen/evaluate.h"
#include "listen/heard_pieces.h"
#include "listen/matcher.h"
#include "listen/parse.h"
#include "listen/prepared_query.h"
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

void pieces(benchmark::State& state, const std::string& text) {
  HeardPost post;
  post.text = text;
  PieceRoom room;
  PieceSet set;
  for (auto _ : state) {
    cut_pieces(post, 0, room, set);
    benchmark::DoNotOptimize(set.begin());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(pieces, plain_post, kPlain);
BENCHMARK_CAPTURE(pieces, post_with_all, kMixed);
BENCHMARK_CAPTURE(pieces, japanese_post, kJapanese);

std::vector<std::string> lines_of(const std::string& name) {
  std::vector<std::string> lines;
  std::ifstream file(std::string(std::getenv("RAPPORT_BENCH_MATCHING")) + "/" + name);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  if (lines.empty()) throw std::runtime_error(name + " is missing");
  return lines;
}

const std::vector<std::string>& posts() {
  static const auto lines = lines_of("posts.txt");
  return lines;
}

// The first `count` queries, after a while of hearing.
Matcher& matcher_of(std::size_t count) {
  static std::map<std::size_t, std::unique_ptr<Matcher>> made;
  auto& matcher = made[count];
  if (matcher) return *matcher;
  static const auto queries = lines_of("queries.txt");
  matcher = std::make_unique<Matcher>();
  for (std::size_t i = 0; i < count; ++i) {
    matcher->add(i, i % 100, parse_query(queries.at(i)).query.value());
  }
  MatchScratch scratch;
  std::vector<Match> out;
  HeardPost post;
  // Others than those that are measured.
  for (std::size_t i = posts().size() / 2; i < posts().size(); ++i) {
    post.text = posts()[i];
    out.clear();
    matcher->match(post, scratch, out);
  }
  matcher->settle();
  return *matcher;
}

void match(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  Matcher& matcher = matcher_of(count);
  MatchScratch scratch;
  std::vector<Match> out;
  HeardPost post;
  const std::size_t half = posts().size() / 2;
  std::size_t at = 0;
  std::size_t matches = 0;
  std::size_t matched = 0;
  for (auto _ : state) {
    post.text = posts()[at];
    if (++at == half) at = 0;
    out.clear();
    matcher.match(post, scratch, out);
    matches += out.size();
    matched += out.empty() ? 0 : 1;
  }
  const auto done = static_cast<double>(state.iterations());
  state.SetItemsProcessed(state.iterations());
  state.SetLabel("posts");
  state.counters["matched"] = static_cast<double>(matched) / done;
  state.counters["matches"] = static_cast<double>(matches) / done;
  state.counters["bytes_each"] =
      static_cast<double>(matcher.bytes() - Matcher().bytes()) / static_cast<double>(count);
}

// The longest of many times that it takes until a monitor that was added, then removed, is so for
// whoever matches: the call itself, after which it is in force.
void change(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  Matcher& matcher = matcher_of(count);
  const QueryTree query = parse_query(kQuery).query.value();
  using Clock = std::chrono::steady_clock;
  std::vector<double> times;
  for (auto _ : state) {
    const auto begin = Clock::now();
    matcher.add(1U << 30U, 1, query);
    const auto added = Clock::now();
    matcher.remove(1U << 30U);
    times.push_back(std::chrono::duration<double, std::micro>(added - begin).count());
    times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - added).count());
  }
  std::sort(times.begin(), times.end());
  state.counters["median_us"] = times[times.size() / 2];
  state.counters["p999_us"] = times[times.size() * 999 / 1000];
  state.counters["most_us"] = times.back();
}

// One new query over what was heard before.
void look_back(benchmark::State& state) {
  const PreparedQuery query(parse_query(kQuery).query.value());
  MatchScratch scratch;
  HeardPost post;
  std::size_t at = 0;
  for (auto _ : state) {
    post.text = posts()[at];
    if (++at == posts().size()) at = 0;
    benchmark::DoNotOptimize(query.match(post, scratch));
  }
  state.SetItemsProcessed(state.iterations());
  state.SetLabel("posts");
}

// Only where there is something to match.
[[maybe_unused]] const bool kGiven = [] {
  if (std::getenv("RAPPORT_BENCH_MATCHING") == nullptr) return false;
  for (const int count : {10, 1000, 10000, 100000}) {
    benchmark::RegisterBenchmark("match", match)->Arg(count);
  }
  for (const int count : {1000, 100000}) {
    benchmark::RegisterBenchmark("change", change)->Arg(count)->Iterations(20000);
  }
  benchmark::RegisterBenchmark("look_back", look_back);
  return true;
}();

}  // namespace
}  // namespace rapport
