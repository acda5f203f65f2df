// How long a lesson about gaps takes with as many questions as it looks at, and how long somebody
// who wants to write waits meanwhile.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "desk/knowledge/gaps/gap_lessons.h"
#include "desk/knowledge/shelf.h"
#include "store/gaps.h"
#include "store/testing/samples.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

constexpr int kArticles = 500;
constexpr int kTopics = 300;  // that people ask about, more of some than of others
constexpr int kAskers = 8000;
const WorkspaceId kHere = sample::workspace(1).id;

void check(const Result<Done>& result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().cause);
}

// English as far as its small words go, and made up where it says something; always the same.
class Asking {
 public:
  Asking() {
    for (int i = 0; i < 6000; ++i) {
      std::string& word = words_.emplace_back();
      for (int letter = 0; letter < 6; ++letter) word += static_cast<char>('a' + random_() % 26);
    }
  }
  // Three words of what it is about, in one of many ways of asking, among words of no meaning.
  std::string question(int topic) {
    constexpr const char* kWays[] = {
        "How do I ",          "Can you tell me whether ", "Why does my ",
        "Is there a way to ", "Where can I find the ",    "When will "};
    std::string text = kWays[random_() % std::size(kWays)];
    for (int i = 0; i < 3; ++i) text += own(topic, i) + (i == 1 ? " with the " : " ");
    for (int i = 0; i < 6; ++i) text += "and " + any() + " ";
    return text + "please?";
  }
  KnowledgeEntry article(int number) {
    KnowledgeEntry entry;
    entry.workspace = kHere;
    entry.id = ArticleId{number + 1};
    entry.status = ArticleStatus::kPublished;
    entry.language = "en";
    entry.slug = "article-" + std::to_string(number);
    // A fifth of what is asked has its article.
    const int topic = number % 5 == 0 ? number / 5 : kTopics + number;
    entry.title = "How to " + own(topic, 0) + " the " + own(topic, 1) + " " + own(topic, 2);
    for (int i = 0; i < 120; ++i) entry.markdown += any() + (i % 12 == 11 ? ".\n\n" : " the ");
    entry.created_at = entry.changed_at = sample::at(1);
    entry.published_at = sample::at(1);
    return entry;
  }
  int topic() {
    const double share = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<int>(share * share * kTopics);
  }
  int asker() { return static_cast<int>(random_() % kAskers); }

 private:
  std::string own(int topic, int place) {
    return words_[static_cast<std::size_t>((topic * 7919 + place * 104'729) % 6000)];
  }
  std::string any() {
    const double share = std::uniform_real_distribution<double>(0, 1)(random_);
    return words_[static_cast<std::size_t>(share * share * share * 5999)];
  }

  std::mt19937 random_{6};
  std::vector<std::string> words_;
};

Result<Done> ask(Unit& unit, Asking& asking, int number) {
  Post post = sample::post(kHere, number, asking.question(asking.topic()));
  post.native_id += std::to_string(number);
  post.author = sample::account(kHere, asking.asker()).id;
  post.conversation = sample::conversation(kHere, number).id;
  post.our_hide.clear();
  Conversation conversation = sample::conversation(kHere, number);
  conversation.root_native_id = post.native_id;
  RAPPORT_TRY(unit.conversations().add(conversation));
  RAPPORT_TRY(unit.posts().add(post));
  PostReading reading;
  reading.workspace = kHere;
  reading.post = post.id;
  reading.language = "en";
  reading.gist.intents = {Intent::kQuestion};
  reading.said_at = post.created_at;
  return unit.readings().save(reading);
}

// A brand whom so many questions were put to, all of them read.
struct Brand {
  TempStore temp;

  explicit Brand(int questions) {
    Asking asking;
    check(temp.store->write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.members().add_workspace(sample::workspace(1)));
      for (int number = 0; number < kAskers; ++number) {
        Account account = sample::account(kHere, number);
        account.native_id += std::to_string(number);
        account.muted_by_us = false;
        account.blocked_by_us.clear();
        RAPPORT_TRY(unit.people().add_person(sample::person(kHere, number)));
        RAPPORT_TRY(unit.people().add_account(account));
      }
      for (int number = 0; number < kArticles; ++number) {
        RAPPORT_TRY(unit.knowledge().add(asking.article(number)));
      }
      return unit.readings().save_walk({kHere, 1, {}});
    }));
    constexpr int kAtOnce = 500;
    for (int first = 1; first <= questions; first += kAtOnce) {
      check(temp.store->write([&](Unit& unit) -> Result<Done> {
        for (int number = first; number < first + kAtOnce; ++number) {
          RAPPORT_TRY(ask(unit, asking, number));
        }
        return Done{};
      }));
    }
  }
};

// Somebody who writes little and often, and how long that took at worst.
class Writer {
 public:
  explicit Writer(Store& store)
      : thread_([this, &store] {
          while (!done_) {
            const auto begin = std::chrono::steady_clock::now();
            check(store.write(
                [](Unit& unit) { return unit.members().rename_workspace(kHere, "Northwind"); }));
            longest_ = std::max(longest_, std::chrono::steady_clock::now() - begin);
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
          }
        }) {}
  double longest_in_ms() {
    done_ = true;
    thread_.join();
    return std::chrono::duration<double, std::milli>(longest_).count();
  }

 private:
  std::atomic<bool> done_ = false;
  std::chrono::steady_clock::duration longest_{};
  std::thread thread_;
};

// The first lesson looks at everything anew, the one a day later at what it knows.
void BM_lesson(benchmark::State& state) {
  const bool again = state.range(0) == 1;
  double longest = 0;
  for (auto _ : state) {
    state.PauseTiming();
    Brand brand(GapLessons::kMostQuestions);
    HandClock clock{sample::at(1'000'000)};
    IdMaker ids(clock);
    Shelves shelves(*brand.temp.store, clock);
    GapLessons lessons(*brand.temp.store, ids, clock, shelves);
    if (again) {
      if (!lessons.learn_due()) throw std::runtime_error("no first lesson");
      clock.advance(std::chrono::days{1});
    }
    Writer writer(*brand.temp.store);
    state.ResumeTiming();
    const auto learned = lessons.learn_due();
    state.PauseTiming();
    longest = writer.longest_in_ms();
    if (!learned || *learned != 1) throw std::runtime_error("nothing was learned");
    const auto gaps = brand.temp.store->read([](Unit& unit) { return gaps_in(unit)->all(kHere); });
    if (!gaps || gaps->size() < 50) throw std::runtime_error("few gaps were found");
    state.ResumeTiming();
  }
  state.counters["writer waited at most, ms"] = longest;
}
BENCHMARK(BM_lesson)
    ->Name("desk, a lesson about gaps of 20,000 questions (1: the next day)")
    ->Arg(0)
    ->Arg(1)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport
