// How well questions are grouped by meaning: sets of questions with the intent of each, which the
// grouping never sees, beside two plain ways in the same run.
//
// The measure is B-cubed F1 (Bagga and Baldwin 1998): of each question, how much of its group has
// its intent, and how much of its intent is in its group. Nothing is learnt; how close groups must
// be, and what terms weigh, was chosen on banking77/train and clinc150/dev, and so were the
// thresholds of the plain way.
//
//   eval_gaps [OUT.json] [--dev]    --dev: tries settings on dev, and looks at no test split

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gaps/plain_groups.h"
#include "knowledge/gaps/group_questions.h"
#include "methods/arguments.h"
#include "methods/report.h"
#include "methods/rows.h"

namespace rapport::methods {
namespace {

struct Questions {
  std::vector<std::string> texts;
  std::vector<int> intents;

  std::vector<std::string_view> views() const { return {texts.begin(), texts.end()}; }
};

Questions load(const std::string& name) {
  Questions out;
  std::map<std::string, int> numbers;
  for (Row& row : load_rows(name)) {
    out.intents.push_back(
        numbers.try_emplace(row.label, static_cast<int>(numbers.size())).first->second);
    out.texts.push_back(std::move(row.text));
  }
  return out;
}

// `group_of` of each question. In percent.
double b_cubed(const std::vector<int>& group_of, const std::vector<int>& intents) {
  std::map<int, double> groups;
  std::map<int, double> all;
  std::map<std::pair<int, int>, double> both;
  for (std::size_t i = 0; i < intents.size(); ++i) {
    ++groups[group_of[i]];
    ++all[intents[i]];
    ++both[{group_of[i], intents[i]}];
  }
  double precision = 0;
  double recall = 0;
  for (const auto& [key, count] : both) {
    precision += count * count / groups[key.first];
    recall += count * count / all[key.second];
  }
  return 200 * precision * recall / ((precision + recall) * static_cast<double>(intents.size()));
}

std::vector<int> group_of(const std::vector<QuestionGroup>& groups, std::size_t size) {
  std::vector<int> out(size);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::size_t each : groups[i].questions) out[each] = static_cast<int>(i);
  }
  return out;
}

double ours(const Questions& set, const GroupOptions& options) {
  return b_cubed(group_of(group_questions(set.views(), "en", options), set.texts.size()),
                 set.intents);
}

double plain(const Questions& set, double closeness) {
  return b_cubed(plain_groups(set.views(), closeness), set.intents);
}

void try_settings(const Questions& banking, const Questions& clinc) {
  GroupOptions options;
  const auto show = [&](const char* what) {
    const double a = ours(banking, options);
    const double b = ours(clinc, options);
    std::fprintf(stderr, "  %-10s small %.2f pairs %.2f pieces %.2f close %.3f: %.2f %.2f, %.2f\n",
                 what, options.weights.small_words, options.weights.pairs, options.weights.pieces,
                 options.closeness, a, b, (a + b) / 2);
  };
  for (const double small : {1.0}) {
    for (const double closeness : {0.06, 0.08, 0.10}) {
      options.weights.small_words = small;
      options.closeness = closeness;
      show("closeness");
    }
  }
  options = {};
  for (const double weight : {0.3, 0.8}) {
    options.weights.pairs = weight;
    show("pairs");
  }
  options = {};
  for (const double weight : {0.0, 0.08}) {
    options.weights.pieces = weight;
    show("pieces");
  }
  for (const double closeness : {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4}) {
    const double a = plain(banking, closeness);
    const double b = plain(clinc, closeness);
    std::fprintf(stderr, "  plain %.2f: %.2f %.2f, %.2f\n", closeness, a, b, (a + b) / 2);
  }
}

int run(const CommonSettings& settings) {
  if (data_is_missing()) return 0;
  const Questions banking = load("intent/banking77/train.tsv");
  const Questions clinc = load("intent/clinc150/dev.tsv");
  if (!settings.test) {
    try_settings(banking, clinc);
    return 0;
  }
  const GroupOptions options;
  std::vector<Figure> figures;
  for (const auto& [name, dev] :
       {std::pair{"banking77", &banking}, std::pair{"clinc150", &clinc}}) {
    const Questions test = load(std::string("intent/") + name + "/test.tsv");
    char baselines[100];
    std::snprintf(baselines, sizeof baselines, "same text %.1f; leaders by whole words %.1f",
                  plain(test, 1), plain(test, kPlainCloseness));
    figures.push_back(
        figure_of({std::string("intent/") + name + ", grouped", "B-cubed F1", 0, baselines, "–"},
                  {"", "average linkage over stems, neighbours and pieces", 0, 0}, {},
                  {ours(*dev, options), ours(test, options)}));
  }
  // As many as are ever looked at, in two languages' worth of different questions.
  Questions many = load("intent/clinc150/train.tsv");
  many.texts.insert(many.texts.end(), banking.texts.begin(), banking.texts.end());
  many.texts.resize(std::min<std::size_t>(many.texts.size(), 20'000));
  const std::clock_t began = std::clock();
  const std::size_t groups = group_questions(many.views(), "en", options).size();
  std::fprintf(stderr, "%zu questions, %zu groups: %.1f s of one core\n", many.texts.size(), groups,
               static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
  report(figures, settings.out);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** arguments) {
  rapport::methods::CommonSettings settings;
  rapport::methods::read_arguments(count, arguments, settings);
  return rapport::methods::run(settings);
}
