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
#include <vector>

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
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const auto value = [&] { return std::atof(argument.substr(argument.find('=') + 1).c_str()); };
    if (argument == "--dev") {
      settings.test = false;
    } else if (argument.starts_with("--nets=")) {
      settings.nets = static_cast<int>(value());
    } else if (argument.starts_with("--rounds=")) {
      settings.net.rounds = static_cast<int>(value());
    } else if (argument.starts_with("--rate=")) {
      settings.net.rate = value();
    } else if (argument.starts_with("--filters=")) {
      settings.net.filters = static_cast<int>(value());
    } else if (argument.starts_with("--drop=")) {
      settings.net.drop_pooled = value();
    } else if (argument.starts_with("--fine=")) {
      settings.fine_rounds = static_cast<int>(value());
    } else if (argument.starts_with("--fine-rate=")) {
      settings.fine_rate = value();
    } else if (!argument.starts_with("--")) {
      settings.out = argument;
    }
  }
  return rapport::methods::run(settings);
}
