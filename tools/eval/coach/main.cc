// The coach's rules on our labelled pairs (tests/coach/pairs): precision and recall of each rule
// and severity, on dev, on test and on what is held out.
//
//   eval_coach [figures.json]
//   eval_coach --dev       dev alone
//   eval_coach --misses    what is missed and what is said too much on dev, pair by pair
//   eval_coach --misses-of-test   the same on test, which is no longer blind

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

struct Wish {
  std::string path;  // where figures go; empty: nowhere
  bool dev_only = false;
  bool misses = false;
  bool of_test = false;
};

using Tables = std::array<Table, 3>;  // by split

int run(const Wish& wish) {
  auto models = Models::open(std::string(RAPPORT_SOURCE_DIR) + "/models");
  if (!models) {
    std::fprintf(stderr, "%s\n", models.error().message.c_str());
    return 1;
  }
  coach::Coach coach(*models);
  coach::Review review;
  Tables tables{};
  std::array<int, 3> pairs{};
  for (const LabelledPair& pair :
       coach::load_pairs(std::string(RAPPORT_SOURCE_DIR) + "/tests/coach/pairs")) {
    const auto split = static_cast<std::size_t>(coach::split_of(pair));
    if (split != 0 && wish.dev_only) continue;
    if (wish.misses && split != (wish.of_test ? 1U : 0U)) continue;
    ++pairs[split];
    const coach::Exchange exchange = pair.exchange();
    coach.review(exchange, review);
    const std::set<Label> wanted(pair.labels.begin(), pair.labels.end());
    std::set<Label> said;
    for (const auto& finding : review.findings) said.emplace(finding.rule, finding.severity);
    Table& table = tables[split];
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
    if (wish.misses && !wrong.empty()) {
      std::printf("%s:%s\n    > %s\n    < %s\n", pair.situation.c_str(), wrong.c_str(),
                  pair.post.c_str(), pair.draft.c_str());
    }
  }
  std::printf("%d pairs of dev, %d of test, %d held out\n\n", pairs[0], pairs[1], pairs[2]);
  std::printf(
      "| Rule | Severity | dev: precision | recall | pairs | test: precision | recall | pairs | "
      "held out: precision | recall | pairs |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
  std::vector<Figure> figures;
  for (std::size_t rule = 0; rule < coach::kRules; ++rule) {
    for (std::size_t severity = 0; severity < 3; ++severity) {
      int any = 0;
      for (const Table& table : tables) {
        any += table[rule][severity].said + table[rule][severity].wanted;
      }
      if (any == 0) continue;
      const std::string name(to_word(static_cast<Rule>(rule)));
      const std::string how(to_word(static_cast<Severity>(severity)));
      std::printf("| `%s` | %s |", name.c_str(), how.c_str());
      for (const Table& table : tables) std::printf(" %s |", cells(table[rule][severity]).c_str());
      std::printf("\n");
      const Count& dev = tables[0][rule][severity];
      for (const auto& [split, column] :
           {std::pair(std::size_t{1}, "coach"), std::pair(std::size_t{2}, "coach held out")}) {
        const Count& count = tables[split][rule][severity];
        Figure figure;
        figure.benchmark = "coach/" + name + "/" + how;
        figure.method = "rules";
        figure.column = column;
        add(figure, "precision", share(dev.right, dev.said), share(count.right, count.said),
            severity == 0 ? 90 : 80);
        figures.push_back(figure);
        add(figure, "recall", share(dev.right, dev.wanted), share(count.right, count.wanted), 70);
        figures.push_back(figure);
      }
    }
  }
  write_figures(figures, wish.path);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** words) {
  const std::string word = count > 1 ? words[1] : "";
  try {
    const bool flag = word.starts_with("--");
    return rapport::methods::run({flag ? "" : word, word == "--dev", word.starts_with("--misses"),
                                  word == "--misses-of-test"});
  } catch (const std::runtime_error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
