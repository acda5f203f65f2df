// How long a whole review takes: our labelled pairs, and one draft of 300 characters.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "coach/coach.h"
#include "coach/testing/pairs.h"
#include "coach/testing/reviews.h"
#include "source_dir.h"

namespace rapport::coach {
namespace {

void review_pairs(benchmark::State& state) {
  const auto pairs = load_pairs(std::string(RAPPORT_SOURCE_DIR) + "/tests/coach/pairs");
  Coach coach(models());
  Review review;
  for (auto _ : state) {
    for (const LabelledPair& pair : pairs) {
      coach.review(pair.exchange(), review);
      benchmark::DoNotOptimize(review);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pairs.size()));
  state.SetLabel("reviews");
}
BENCHMARK(review_pairs)->Name("coach, labelled pairs");

void review_long(benchmark::State& state) {
  Exchange exchange;
  exchange.post =
      "Three weeks and my parcel still isn't here. Tracking hasn't moved since the 4th and your "
      "hotline cut me off twice. Where is it, and can I get my money back? Please fix the opening "
      "hours on your site, too. I'm really disappointed.";
  exchange.draft =
      "Hi Maya, three weeks is far too long, and being cut off twice on top of it: I'm sorry. The "
      "parcel is stuck at the depot in Lyon and moves on tonight. If it isn't with you by then you "
      "may send it back unopened. The opening hours are mended. Which of our shops do you go to, "
      "so that I can ask them to look out for it?";
  exchange.author = {"Maya Lindqvist", "maya.example"};
  exchange.network = "bluesky";
  exchange.articles = {
      {"https://help.example/returns",
       "Send something back",
       "You may send back what you ordered for 30 days. The money comes back once it is here.",
       {}},
      {"https://help.example/tracking",
       "Where is my parcel",
       "Tracking moves once a day. A parcel that has not moved for a week is looked for.",
       {}}};
  exchange.sent = {{"Where is my parcel?", "It is at the depot and moves on tonight, sorry."}};
  Coach coach(models());
  Review review;
  for (auto _ : state) {
    coach.review(exchange, review);
    benchmark::DoNotOptimize(review);
  }
  state.SetItemsProcessed(state.iterations());
  state.SetLabel("reviews");
}
BENCHMARK(review_long)->Name("coach, a draft of 300 characters");

}  // namespace
}  // namespace rapport::coach
