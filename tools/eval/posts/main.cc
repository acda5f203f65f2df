// The benchmarks of single English posts: sentiment, emotions, irony, hate, offence, spam.
//
// Each figure comes from two models whose log probabilities are added: a linear one over words and
// pieces of words, and a small net that learns all these sets' train splits at once. What can be
// chosen (penalty, share of the two, priors) is chosen on dev; then the linear model and the net's
// last rounds, which are on the set alone, are learnt again from train and dev; test is looked at
// once, at the end.
//
//   eval_posts [OUT.json] [--dev] [--nets=N] [--rounds=N] …    --dev: without the test figures

#include <cstdlib>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "methods/arguments.h"
#include "methods/report.h"
#include "posts/hate.h"
#include "posts/judge.h"
#include "posts/learn.h"

namespace rapport::methods {
namespace {

int run(const Settings& settings) {
  if (data_is_missing()) return 0;
  std::vector<Task> tasks;
  for (const Benchmark& benchmark : benchmarks()) tasks.push_back(load_task(benchmark));
  Emotions emotions = load_emotions();
  for (Task& task : tasks) {
    if (std::string_view(task.benchmark->folder) == "spam/sms") {
      run_linear_by_folds(task, settings);
    } else {
      run_linear(task, settings);
    }
    run_own_nets(task.split, task.labels, false, settings, task.own_dev, task.own_test);
  }
  run_emotions_linear(emotions);
  run_own_nets(emotions.split, emotions.labels, true, settings, emotions.own_dev,
               emotions.own_test);
  for (Task& hate : tasks) {
    if (std::string_view(hate.benchmark->folder) != "toxic/tweeteval_hate") continue;
    for (const Task& offensive : tasks) {
      if (std::string_view(offensive.benchmark->folder) == "toxic/tweeteval_offensive") {
        hate.offence_share = choose_offence_share(hate, offensive, settings);
      }
    }
  }
  run_nets(tasks, emotions, settings);
  std::vector<Figure> figures;
  for (const Task& task : tasks) judge(task, settings, figures);
  judge_emotions(emotions, settings, figures);
  report(figures, settings.out);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** arguments) {
  rapport::methods::Settings settings;
  settings.net.rounds = 4;
  settings.net.rate = 0.05;
  settings.net.drop_pooled = 0.5;
  const auto number = [](auto& into) {
    return [&into](const std::string& value) {
      into = static_cast<std::remove_reference_t<decltype(into)>>(std::atof(value.c_str()));
    };
  };
  rapport::methods::read_arguments(count, arguments, settings,
                                   {{"--rounds", number(settings.net.rounds)},
                                    {"--rate", number(settings.net.rate)},
                                    {"--filters", number(settings.net.filters)},
                                    {"--drop", number(settings.net.drop_pooled)},
                                    {"--fine", number(settings.fine_rounds)},
                                    {"--fine-rate", number(settings.fine_rate)}});
  return rapport::methods::run(settings);
}
