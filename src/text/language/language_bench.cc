// Telling the language of posts as people write them, beside CLD2 where its headers are there.
// tools/eval/language measures accuracy, and both peers' speed, on the test sets.

#include <benchmark/benchmark.h>

#include <array>
#include <string_view>

#include "source_dir.h"
#include "text/language/language.h"

#if __has_include(<cld2/public/compact_lang_det.h>) && defined(RAPPORT_HAS_CLD2)
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#define RAPPORT_BENCH_CLD2
#endif

namespace {

constexpr std::array<std::string_view, 10> kPosts = {
    "@northwind where is my parcel? It should have come last week and nobody answers the phone 😡",
    "Just had the best coffee of my life at the new place on the corner, thank you all so much!",
    "Wo bleibt mein Paket? Laut Sendungsverfolgung liegt es seit Montag in Leipzig "
    "https://ex.org/x",
    "Bonjour, mon colis devait arriver mardi et je n'ai toujours aucune nouvelle. Que faire ?",
    "Llevo tres días sin internet y nadie me da una solución #hartos",
    "Gostaria de saber quando vocês voltam a ter este tamanho na loja do centro",
    "Complimenti per il servizio, pacco arrivato in un giorno e confezionato benissimo",
    "Kan iemand mij vertellen waarom de app sinds de update niet meer opstart?",
    "ok thanks!",
    "Мой заказ отменили без объяснений, деньги до сих пор не вернули"};

void language_of_posts(benchmark::State& state) {
  const auto model = rapport::LanguageModel::open(RAPPORT_SOURCE_DIR "/models/language.bin");
  if (!model) {
    state.SkipWithError("models/language.bin cannot be read");
    return;
  }
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize((*model)->guess(kPosts[at++ % kPosts.size()], {}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(language_of_posts);

#ifdef RAPPORT_BENCH_CLD2
void cld2_of_posts(benchmark::State& state) {
  std::size_t at = 0;
  for (auto _ : state) {
    const std::string_view post = kPosts[at++ % kPosts.size()];
    bool reliable = false;
    benchmark::DoNotOptimize(
        CLD2::DetectLanguage(post.data(), static_cast<int>(post.size()), true, &reliable));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(cld2_of_posts);
#endif

}  // namespace
