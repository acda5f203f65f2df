// The coach's rules on our labelled pairs (tests/coach/pairs): precision and recall of each rule
// and severity, on dev and on test.
//
//   eval_coach [figures.json]
//   eval_coach --dev       dev alone
//   eval_coach --misses    what is missed and what is said too much on dev, pair by pair

#include <array>
#include <cstdio>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "coach/coach.h"
#include "coach/testing/pairs.h"
#include "methods/report.h"
#include "source_dir.h"

namespace rapport::methods {
namespace {

using coach::Label;
using coach::LabelledPair;
using coach::Rule;
using coach::Severity;

struct Count {
  int right = 0;
  int said = 0;
  int wanted = 0;
};

// By rule and severity.
using Table = std::array<std::array<Count, 3>, coach::kRules>;

double share(int part, int of) { return of == 0 ? 0 : 100.0 * part / of; }

std::string shown(int part, int of) {
  if (of == 0) return "–";
  char text[16];
  std::snprintf(text, sizeof(text), "%.2f", share(part, of) / 100);
  return text;
}

std::string cells(const Count& count) {
  return shown(count.right, count.said) + " | " + shown(count.right, count.wanted) + " | " +
         std::to_string(count.wanted);
}

void add(Figure& out, std::string metric, double dev, double test, double to_beat) {
  out.metric = std::move(metric);
  out.dev = dev;
  out.value = test;
  out.to_beat = to_beat;
}

int run(const std::string& path, bool dev_only, bool misses) {
  auto models = Models::open(std::string(RAPPORT_SOURCE_DIR) + "/models");
  if (!models) {
    std::fprintf(stderr, "%s\n", models.error().message.c_str());
    return 1;
  }
  coach::Coach coach(*models);
  coach::Review review;
  Table dev{};
  Table test{};
  int dev_pairs = 0;
  int test_pairs = 0;
  for (const LabelledPair& pair :
       coach::load_pairs(std::string(RAPPORT_SOURCE_DIR) + "/tests/coach/pairs")) {
    const bool is_test = coach::is_test(pair.situation);
    if (is_test && (dev_only || misses)) continue;
    (is_test ? test_pairs : dev_pairs)++;
    const coach::Exchange exchange = pair.exchange();
    coach.review(exchange, review);
    const std::set<Label> wanted(pair.labels.begin(), pair.labels.end());
    std::set<Label> said;
    for (const auto& finding : review.findings) said.emplace(finding.rule, finding.severity);
    Table& table = is_test ? test : dev;
    std::string wrong;
    const auto count_of = [&](const Label& label) -> Count& {
      return table[static_cast<std::size_t>(label.first)][static_cast<std::size_t>(label.second)];
    };
    const auto tell = [&](const char* sign, const Label& label) {
      wrong += std::string(" ") + sign + std::string(to_word(label.second)) + ":" +
               std::string(to_word(label.first));
    };
    for (const Label& label : said) {
      ++count_of(label).said;
      if (wanted.contains(label)) {
        ++count_of(label).right;
      } else {
        tell("+", label);
      }
    }
    for (const Label& label : wanted) {
      ++count_of(label).wanted;
      if (!said.contains(label)) tell("-", label);
    }
    if (misses && !wrong.empty()) {
      std::printf("%s:%s\n    > %s\n    < %s\n", pair.situation.c_str(), wrong.c_str(),
                  pair.post.c_str(), pair.draft.c_str());
    }
  }
  std::printf("%d pairs of dev, %d of test\n\n", dev_pairs, test_pairs);
  std::printf(
      "| Rule | Severity | dev: precision | recall | pairs | test: precision | recall | pairs |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- |\n");
  std::vector<Figure> figures;
  for (std::size_t rule = 0; rule < coach::kRules; ++rule) {
    for (std::size_t severity = 0; severity < 3; ++severity) {
      const Count& on_dev = dev[rule][severity];
      const Count& on_test = test[rule][severity];
      if (on_dev.said + on_dev.wanted + on_test.said + on_test.wanted == 0) continue;
      const std::string name(to_word(static_cast<Rule>(rule)));
      const std::string how(to_word(static_cast<Severity>(severity)));
      std::printf("| `%s` | %s | %s | %s |\n", name.c_str(), how.c_str(), cells(on_dev).c_str(),
                  cells(on_test).c_str());
      Figure figure;
      figure.benchmark = "coach/" + name + "/" + how;
      figure.method = "rules";
      figure.column = "coach";
      add(figure, "precision", share(on_dev.right, on_dev.said), share(on_test.right, on_test.said),
          severity == 0 ? 90 : 80);
      figures.push_back(figure);
      add(figure, "recall", share(on_dev.right, on_dev.wanted),
          share(on_test.right, on_test.wanted), 70);
      figures.push_back(figure);
    }
  }
  write_figures(figures, path);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** words) {
  const std::string word = count > 1 ? words[1] : "";
  try {
    const bool flag = word.starts_with("--");
    return rapport::methods::run(flag ? "" : word, word == "--dev", word == "--misses");
  } catch (const std::runtime_error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
