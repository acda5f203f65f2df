// The coach's rules on our labelled pairs (tests/coach/pairs): precision and recall of each rule
// and severity, on the pairs that the rules were made on, and on fresh ones that are held out.
//
//   eval_coach [figures.json]
//   eval_coach --development        without what is held out
//   eval_coach --misses [RULE [FILE]]  what is missed and what is said too much there, pair by pair
//   eval_coach --files              by file, for whoever wrote it: precision, recall, pairs
//   eval_coach --signs              of each pair: file, right and what speaks for each answer
//   eval_coach --learn [MANNER.tsv [HAND]]  what is weighed of how a draft sounds, by folds of
//   hands eval_coach --read FILE [RULE]   what is said of others' exchanges: lines of post, tab,
//   reply

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "coach/coach.h"
#include "coach/learn.h"
#include "coach/manner.h"
#include "coach/rules/answer_signs.h"
#include "coach/rules/tick_points.h"
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

// By rule and severity; the last: told at all, as a fix or to consider. That is how a rule is right
// which a workspace hears as one of them.
constexpr std::size_t kTold = 3;
using Table = std::array<std::array<Count, kTold + 1>, coach::kRules>;

std::string severity_name(std::size_t severity) {
  return severity == kTold ? "either" : std::string(to_word(static_cast<Severity>(severity)));
}

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
  bool development_only = false;
  bool misses = false;
  std::string rule;  // whose misses; empty: of all
  std::string file;  // where; empty: in all
  bool files = false;
  bool signs = false;
  bool learn = false;
  std::string read;  // a file of others' exchanges
};

using Tables = std::array<Table, 2>;  // by split

// Whoever makes rules looks here for what they say too much.
void read_others(coach::Coach& coach, const Wish& wish) {
  std::ifstream file(wish.read);
  coach::Review review;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) continue;
    coach::Exchange exchange;
    exchange.post = std::string_view(line).substr(0, tab);
    exchange.draft = std::string_view(line).substr(tab + 1);
    coach.review(exchange, review);
    std::string said;
    for (const auto& finding : review.findings) {
      if (!wish.rule.empty() && to_word(finding.rule) != wish.rule) continue;
      said += "    " + std::string(to_word(finding.severity)) + ":" +
              std::string(to_word(finding.rule));
      for (const Span& span : finding.draft_spans) {
        said += " <" + line.substr(tab + 1 + span.begin, span.end - span.begin) + ">";
      }
      for (const Span& span : finding.post_spans) {
        said += " >" + line.substr(span.begin, span.end - span.begin) + "<";
      }
      said += "\n";
    }
    if (said.empty()) continue;
    std::printf("> %s\n< %s\n%s", line.substr(0, tab).c_str(), line.substr(tab + 1).c_str(),
                said.c_str());
  }
}

void count_told(const std::set<Label>& wanted, const std::set<Label>& said, Table& table) {
  for (std::size_t at = 0; at < coach::kRules; ++at) {
    const auto rule = static_cast<Rule>(at);
    const auto any = [rule](const std::set<Label>& of) {
      return of.contains({rule, Severity::kFix}) || of.contains({rule, Severity::kConsider});
    };
    Count& count = table[at][kTold];
    count.wanted += any(wanted) ? 1 : 0;
    count.said += any(said) ? 1 : 0;
    count.right += any(wanted) && any(said) ? 1 : 0;
  }
}

// A row that says no more than another is left out.
bool is_told_twice(const std::array<Count, kTold + 1>& rule) {
  const auto any = [&rule](Severity severity) {
    const Count& count = rule[static_cast<std::size_t>(severity)];
    return count.said + count.wanted > 0;
  };
  return !any(Severity::kFix) || !any(Severity::kConsider);
}

// A rule that knows only the hand it was made with shows here.
void tell_by_file(const std::map<std::string, Table>& by_file) {
  std::printf("| Rule |");
  for (const auto& [file, table] : by_file) std::printf(" %s |", file.c_str());
  std::printf("\n");
  for (std::size_t rule = 0; rule < coach::kRules; ++rule) {
    for (std::size_t severity = 0; severity <= kTold; ++severity) {
      std::string line;
      int any = 0;
      for (const auto& [file, table] : by_file) {
        const Count& count = table[rule][severity];
        any += count.said + count.wanted;
        line += " " + shown(count.right, count.said) + " " + shown(count.right, count.wanted) +
                " " + std::to_string(count.wanted) + " |";
      }
      if (any == 0) continue;
      std::printf("| %s %s |%s\n", std::string(to_word(static_cast<Rule>(rule))).c_str(),
                  severity_name(severity).c_str(), line.c_str());
    }
  }
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out + "\"";
}

// What stands in the sentences of a draft, each once.
std::set<std::string> sentence_signs(const coach::View& view) {
  std::vector<std::string> names;
  coach::Signs signs;
  signs.keep_names(&names);
  const coach::ListHits hits(view.draft, view.speech);
  for (std::size_t i = 0; i < view.draft.sentences.size(); ++i) {
    coach::signs_of_sentence(view, hits, i, signs);
  }
  return {names.begin(), names.end()};
}

// For whoever learns how much each sign weighs: a line of JSON a pair. More questions than are
// weighed teach nothing.
void tell_signs(coach::Coach& coach, const LabelledPair& pair) {
  const coach::Exchange exchange = pair.exchange();
  const coach::View& view = coach.read(exchange);
  std::vector<coach::Point> points;
  std::vector<coach::AnswerSigns> signs;
  coach::find_points(view, points, &signs);
  if (view.draft.sentences.empty()) return;
  const std::set<Label> wanted(pair.labels.begin(), pair.labels.end());
  std::printf(
      "{\"file\":%s,\"situation\":%s,\"post\":%s,\"draft\":%s,\"unanswered\":%d,\"nice\":%d,",
      quoted(pair.file).c_str(), quoted(pair.situation).c_str(), quoted(pair.post).c_str(),
      quoted(pair.draft).c_str(), wanted.contains({Rule::kUnanswered, Severity::kFix}) ? 1 : 0,
      wanted.contains({Rule::kPoints, Severity::kNice}) ? 1 : 0);
  std::printf("\"sentences\":[");
  const char* comma = "";
  for (const std::string& name : sentence_signs(view)) {
    std::printf("%s%s", comma, quoted(name).c_str());
    comma = ",";
  }
  std::printf("],\"questions\":[");
  std::size_t at = 0;
  for (const coach::Point& point : points) {
    if (point.kind != coach::PointKind::kQuestion || at >= signs.size()) continue;
    std::printf("%s{\"text\":%s,\"signs\":{", at == 0 ? "" : ",",
                quoted(std::string_view(pair.post).substr(
                           point.post_span.begin, point.post_span.end - point.post_span.begin))
                    .c_str());
    for (std::size_t i = 0; i < signs[at].size(); ++i) {
      std::printf("%s%s:%.3g", i == 0 ? "" : ",",
                  quoted(coach::name_of(static_cast<coach::AnswerSign>(i))).c_str(),
                  static_cast<double>(signs[at][i]));
    }
    std::printf("}}");
    ++at;
  }
  std::printf("]}\n");
}

int run(const Wish& wish) {
  auto models = Models::open(std::string(RAPPORT_SOURCE_DIR) + "/models");
  if (!models) {
    std::fprintf(stderr, "%s\n", models.error().message.c_str());
    return 1;
  }
  coach::Coach coach(*models);
  coach::Review review;
  if (!wish.read.empty()) {
    read_others(coach, wish);
    return 0;
  }
  if (wish.learn) {
    const std::string folder = std::string(RAPPORT_SOURCE_DIR) + "/tests/coach";
    std::vector<LabelledPair> pairs = coach::load_pairs(folder + "/pairs");
    std::erase_if(pairs, [](const LabelledPair& pair) {
      return coach::split_of(pair) != coach::Split::kDevelopment;
    });
    std::vector<LabelledPair> lessons = coach::load_pairs(folder + "/lessons");
    pairs.insert(pairs.end(), lessons.begin(), lessons.end());
    learn_manner(coach, pairs, wish.path, wish.rule);
    return 0;
  }
  Tables tables{};
  std::map<std::string, Table> by_file;
  std::array<int, 2> pairs{};
  for (const LabelledPair& pair :
       coach::load_pairs(std::string(RAPPORT_SOURCE_DIR) + "/tests/coach/pairs")) {
    const auto split = static_cast<std::size_t>(coach::split_of(pair));
    if (split != 0 && (wish.development_only || wish.misses || wish.signs)) continue;
    if (!wish.file.empty() && pair.file != wish.file) continue;
    ++pairs[split];
    coach::Exchange exchange = pair.exchange();
    exchange.all_findings = true;
    if (wish.signs) {
      tell_signs(coach, pair);
      continue;
    }
    coach.review(exchange, review);
    const std::set<Label> wanted(pair.labels.begin(), pair.labels.end());
    std::set<Label> said;
    for (const auto& finding : review.findings) said.emplace(finding.rule, finding.severity);
    Table& table = wish.files ? by_file[pair.file] : tables[split];
    std::string wrong;
    const auto count_of = [&](const Label& label) -> Count& {
      return table[static_cast<std::size_t>(label.first)][static_cast<std::size_t>(label.second)];
    };
    const auto tell = [&](const char* sign, const Label& label) {
      if (!wish.rule.empty() && to_word(label.first) != wish.rule) return;
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
    count_told(wanted, said, table);
    for (const Label& label : wanted) {
      ++count_of(label).wanted;
      if (!said.contains(label)) tell("-", label);
    }
    if (wish.misses && !wrong.empty()) {
      std::printf("%s:%s\n    > %s\n    < %s\n", pair.situation.c_str(), wrong.c_str(),
                  pair.post.c_str(), pair.draft.c_str());
    }
  }
  if (wish.signs) return 0;
  if (wish.files) {
    tell_by_file(by_file);
    return 0;
  }
  std::printf("%d pairs of development, %d held out\n\n", pairs[0], pairs[1]);
  std::printf(
      "| Rule | Severity | development: precision | recall | pairs | fresh held out: precision | "
      "recall | pairs |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- |\n");
  std::vector<Figure> figures;
  for (std::size_t rule = 0; rule < coach::kRules; ++rule) {
    for (std::size_t severity = 0; severity <= kTold; ++severity) {
      if (severity == kTold && is_told_twice(tables[0][rule])) continue;
      int any = 0;
      for (const Table& table : tables) {
        any += table[rule][severity].said + table[rule][severity].wanted;
      }
      if (any == 0) continue;
      const std::string name(to_word(static_cast<Rule>(rule)));
      const std::string how = severity_name(severity);
      std::printf("| `%s` | %s |", name.c_str(), how.c_str());
      for (const Table& table : tables) std::printf(" %s |", cells(table[rule][severity]).c_str());
      std::printf("\n");
      const Count& made_on = tables[0][rule][severity];
      const Count& held = tables[1][rule][severity];
      Figure figure;
      figure.benchmark = "coach/" + name + "/" + how;
      figure.method = "rules";
      figure.column = "coach held out";
      add(figure, "precision", share(made_on.right, made_on.said), share(held.right, held.said),
          severity == 0 ? 90 : 80);
      figures.push_back(figure);
      add(figure, "recall", share(made_on.right, made_on.wanted), share(held.right, held.wanted),
          70);
      figures.push_back(figure);
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
    const auto at = [&](int index) { return std::string(count > index ? words[index] : ""); };
    rapport::methods::Wish wish;
    if (word == "--read") {
      wish.read = at(2);
      wish.rule = at(3);
    } else if (word == "--misses") {
      wish.misses = true;
      wish.rule = at(2);
      wish.file = at(3);
    } else if (word == "--files") {
      wish.files = true;
    } else if (word == "--signs") {
      wish.signs = true;
    } else if (word == "--learn") {
      wish.learn = true;
      wish.path = at(2);
      wish.rule = at(3);
    } else if (word == "--development") {
      wish.development_only = true;
    } else {
      wish.path = word;
    }
    return rapport::methods::run(wish);
  } catch (const std::runtime_error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
