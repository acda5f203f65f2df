// How far words alone tell what the coach cares about: polite from impolite, advert from plain.
// These are benchmarks of others; the rules of the coach are judged by eval_coach.
//
//   eval_tones [OUT.json] [--dev]     --dev: without the test figures
//
// Where a set has splits, what can be chosen is chosen on dev, the model is learnt again from train
// and dev, and test is looked at once. Where it has none, ten folds, and inside each the choice is
// made on a tenth of what is learnt from.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "methods/arguments.h"
#include "methods/linear.h"
#include "methods/metrics.h"
#include "methods/report.h"
#include "methods/rows.h"
#include "methods/text_features.h"
#include "tones/strategies.h"

namespace rapport::methods {
namespace {

struct Settings : CommonSettings {};

struct Choice {
  LinearOptions linear;
  bool within_words = true;
};

std::vector<Choice> choices() {
  std::vector<Choice> out;
  for (const bool within : {true, false}) {
    for (const double bayes : {0.0, 0.5}) {
      for (const double cost : {0.1, 0.3, 1.0, 3.0, 10.0}) {
        Choice choice;
        choice.within_words = within;
        choice.linear.bayes = bayes;
        choice.linear.cost = cost;
        choice.linear.rounds = 15;
        out.push_back(choice);
      }
    }
  }
  return out;
}

// The texts' features, with what the sentences do (strategies.h) behind them.
struct Space {
  Prepared prepared;

  static Space fit(const std::vector<std::string>& texts, bool within_words) {
    TextOptions text;
    text.within_words = within_words;
    text.longest = 5;
    text.skips = true;
    SpaceOptions space;
    space.weight[kTriples] = 0.5F;
    return {Prepared::fit(texts, text, space)};
  }

  SparseRows rows(const std::vector<std::string>& texts) const {
    std::vector<float> dense;
    for (const std::string& text : texts) add_strategies(text, dense);
    return with_dense(prepared.rows(texts), dense, kStrategies);
  }
};

struct Set {
  std::vector<std::string> texts;
  std::vector<int> gold;

  void add(std::string text, int label) {
    texts.push_back(std::move(text));
    gold.push_back(label);
  }
};

std::vector<float> scores_of(const Set& from, const Set& asked, const Choice& choice) {
  const Space space = Space::fit(from.texts, choice.within_words);
  return LinearModel::train(space.rows(from.texts), from.gold, 2, choice.linear)
      .scores(space.rows(asked.texts));
}

// The three best choices by what they reach on `judge`; their margins are added.
std::vector<Choice> best_choices(const Set& from, const Set& judge, double& reached) {
  std::vector<std::pair<double, Choice>> all;
  for (const bool within : {true, false}) {
    const Space space = Space::fit(from.texts, within);
    const SparseRows train = space.rows(from.texts);
    const SparseRows asked = space.rows(judge.texts);
    for (const Choice& choice : choices()) {
      if (choice.within_words != within) continue;
      const auto scores = LinearModel::train(train, from.gold, 2, choice.linear).scores(asked);
      all.emplace_back(accuracy(judge.gold, best_of(scores, 2)), choice);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  reached = all.front().first;
  std::vector<Choice> out;
  for (std::size_t i = 0; i < 3 && i < all.size(); ++i) out.push_back(all[i].second);
  return out;
}

double judged(const Set& from, const Set& asked, const std::vector<Choice>& chosen) {
  std::vector<float> sum;
  for (const Choice& choice : chosen) {
    std::vector<float> scores = scores_of(from, asked, choice);
    softmax(scores, 2);
    if (sum.empty()) sum.assign(scores.size(), 0);
    for (std::size_t i = 0; i < scores.size(); ++i) sum[i] += scores[i];
  }
  return accuracy(asked.gold, best_of(sum, 2));
}

Set joined_sets(const Set& a, const Set& b) {
  Set out = a;
  for (std::size_t i = 0; i < b.texts.size(); ++i) out.add(b.texts[i], b.gold[i]);
  return out;
}

// Editors marked some sentences "[peacock term]", which would give the answer away.
std::string without_marks(std::string text) {
  for (std::size_t at = 0; (at = text.find('[', at)) != text.npos;) {
    const std::size_t end = text.find(']', at);
    if (end == text.npos) break;
    text.erase(at, end + 1 - at);
  }
  return text;
}

Set set_of(const std::vector<Row>& rows, const std::string& positive) {
  Set out;
  for (const Row& row : rows) out.add(without_marks(row.text), row.label == positive ? 1 : 0);
  return out;
}

Figure figure(const char* benchmark, double to_beat, const char* baselines, double dev,
              double test) {
  return figure_of({benchmark, "accuracy", to_beat, baselines, "–"},
                   {"", "logistic regression over words, pieces and strategies", 0, 0}, {},
                   {100 * dev, 100 * test});
}

Figure judge_split(const char* folder, const char* positive, double to_beat, const char* baselines,
                   bool test) {
  const Split split = load_split(folder);
  const Set train = set_of(split.train, positive);
  const Set dev = set_of(split.dev, positive);
  double reached = 0;
  const std::vector<Choice> chosen = best_choices(train, dev, reached);
  const double value =
      test ? judged(joined_sets(train, dev), set_of(split.test, positive), chosen) : 0;
  return figure(folder, to_beat, baselines, reached, value);
}

// `group[i]`: rows of one group are never on both sides.
Figure judge_folds(const char* name, const Set& all, const std::vector<std::size_t>& group,
                   double to_beat, const char* baselines) {
  constexpr int kFolds = 10;
  const std::size_t groups = 1 + *std::max_element(group.begin(), group.end());
  const std::vector<int> fold = make_folds(groups, kFolds, 7);
  double sum = 0;
  double inside = 0;
  for (int f = 0; f < kFolds; ++f) {
    Set train;
    Set judge;
    Set asked;
    for (std::size_t i = 0; i < all.texts.size(); ++i) {
      const int its = fold[group[i]];
      Set& into = its == f ? asked : its == (f + 1) % kFolds ? judge : train;
      into.add(all.texts[i], all.gold[i]);
    }
    double reached = 0;
    const std::vector<Choice> chosen = best_choices(train, judge, reached);
    inside += reached / kFolds;
    sum += judged(joined_sets(train, judge), asked, chosen) / kFolds;
  }
  return figure(name, to_beat, baselines, inside, sum);
}

// The best and the worst quarter of the requests by their score.
Figure judge_politeness() {
  std::vector<Row> rows = load_rows("politeness/wikipedia_all.tsv");
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::atof(a.label.c_str()) < std::atof(b.label.c_str());
  });
  Set all;
  std::vector<std::size_t> group;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i >= rows.size() / 4 && i < rows.size() - rows.size() / 4) continue;
    group.push_back(all.texts.size());
    all.add(rows[i].text, i >= rows.size() / 2 ? 1 : 0);
  }
  return judge_folds("politeness/wikipedia", all, group, 84.5, "words 79.8, linguistic 83.8");
}

// Exaggerations beside the same said plainly; both of a pair in one fold.
Figure judge_hyperbole() {
  std::ifstream file(data_folder() + "/promo/hyperbole_pairs.tsv");
  std::string line;
  Set all;
  std::vector<std::size_t> group;
  std::getline(file, line);  // the head
  for (std::size_t pair = 0; std::getline(file, line);) {
    const std::size_t first = line.find('\t');
    if (first == line.npos) continue;
    const std::size_t second = std::min(line.find('\t', first + 1), line.size());
    all.add(line.substr(0, first), 1);
    all.add(line.substr(first + 1, second - first - 1), 0);
    group.insert(group.end(), 2, pair);
    ++pair;
  }
  return judge_folds("promo/hyperbole_pairs", all, group, 68, "–");
}

int run(const Settings& settings) {
  if (data_is_missing()) return 0;
  std::vector<Figure> figures;
  figures.push_back(judge_politeness());
  figures.push_back(judge_split("promo/clickbait", "clickbait", 98.5, "93", settings.test));
  figures.push_back(judge_split("promo/peacock", "peacock", 76, "–", settings.test));
  figures.push_back(judge_hyperbole());
  for (Figure& one : figures) one.column = "coach";
  report(figures, settings.out);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** arguments) {
  rapport::methods::Settings settings;
  rapport::methods::read_arguments(count, arguments, settings);
  return rapport::methods::run(settings);
}
