// How long it takes to see what a post is about, and to learn topics of many.

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/topics/topics.h"

namespace rapport {
namespace {

std::vector<std::string> posts_of(std::size_t count) {
  std::mt19937 random(1);
  std::vector<std::string> posts;
  for (std::size_t i = 0; i < count; ++i) {
    const auto subject = random() % 10;
    std::string text;
    for (int word = 0; word < 18; ++word) {
      // A third of the words is the subject's own; of all words some are frequent and most rare.
      const auto rank = random() % (1 + random() % 400);
      text += word % 3 == 0 ? static_cast<char>('a' + subject) : 'z';
      for (auto rest = rank; rest > 0; rest /= 26) text += static_cast<char>('a' + rest % 26);
      text += "oo ";
    }
    posts.push_back(text);
  }
  return posts;
}

void assign(benchmark::State& state) {
  const std::vector<std::string> posts = posts_of(5000);
  const std::vector<std::string_view> views(posts.begin(), posts.end());
  const std::vector<Topic> topics = learn_topics(views);
  const TopicIndex index(topics);
  std::vector<Tokens> tokens(1000);
  for (std::size_t i = 0; i < tokens.size(); ++i) cut_tokens(posts[i], tokens[i]);
  std::vector<Found<std::int64_t>> out;
  std::size_t at = 0;
  for (auto _ : state) {
    index.assign(tokens[at], out);
    benchmark::DoNotOptimize(out.data());
    at = (at + 1) % tokens.size();
  }
  state.counters["topics"] = static_cast<double>(topics.size());
}
BENCHMARK(assign);

void learn(benchmark::State& state) {
  const std::vector<std::string> posts = posts_of(static_cast<std::size_t>(state.range(0)));
  const std::vector<std::string_view> views(posts.begin(), posts.end());
  for (auto _ : state) benchmark::DoNotOptimize(learn_topics(views));
}
BENCHMARK(learn)->Arg(1000)->Arg(50000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport
