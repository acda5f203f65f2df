#include "coach/learn.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "coach/manner.h"

namespace rapport::methods {
namespace {

using namespace coach;

constexpr double kLessonWeight = 0.5;
constexpr int kRounds = 4;   // of choosing the sentence that tells
constexpr int kSteps = 120;  // of learning between them
constexpr double kPenalty = 0.02;
constexpr double kWordPenalty = 0.06;
constexpr int kLeastWeight = 8;  // in hundredths, that is written down

constexpr std::array<const char*, kManners> kNames = {
    "upset", "unheard", "hears", "blames", "sends", "sells", "office", "stock", "cheers"};

// How often what is said has to be right, on writing of hands that were not learned from; what is
// only something to consider (coach/review.h), four times in five.
constexpr std::array<double, kManners> kAims = {0.85, 0.80, 0.9, 0.85, 0.9, 0.85, 0.85, 0.85, 0.9};

using Row = std::vector<std::uint32_t>;  // signs by number

// Something that has a label: a post, a draft, or a draft whose sentences are looked at apart.
struct Bag {
  std::string hand;
  std::string group;  // as the hand, other languages apart
  std::string shown;
  bool gold = false;
  bool lesson = true;     // learned from, not only judged
  std::string situation;  // whose post it is
  std::vector<Row> rows;
  double weight = 1;
};

// Files that one hand wrote.
std::string hand_of(const std::string& file) {
  for (const char* own : {"context", "delivery", "product", "service", "languages"}) {
    if (file == own) return "own";
  }
  // Two halves of one hand's pairs.
  return file == "fresh_2" ? "fresh" : file;
}

// Files of tests/coach/lessons are never judged.
bool written_to_learn_from(const Bag& bag) {
  return bag.hand == "manner" || bag.hand == "other_languages";
}

class Numbers {
 public:
  std::uint32_t of(const std::string& name) {
    const auto [at, is_new] = numbers_.emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return at->second;
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> names_;
};

bool is_word(const std::string& name) {
  static const std::set<std::string> kKinds = {"p", "pp", "d", "dd", "w", "ww", "^"};
  return kKinds.contains(name.substr(0, name.find(' ')));
}
bool is_pair(const std::string& name) {
  return name.starts_with("pp ") || name.starts_with("dd ") || name.starts_with("ww ");
}

using Weights = std::vector<double>;

double score(const Weights& weights, const Row& row) {
  double sum = 0;
  for (const std::uint32_t sign : row) sum += weights[sign];
  return sum;
}

std::size_t best_row(const Weights& weights, const Bag& bag) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < bag.rows.size(); ++i) {
    if (score(weights, bag.rows[i]) > score(weights, bag.rows[best])) best = i;
  }
  return best;
}

std::vector<Bag> with_doubts(const std::vector<const Bag*>& bags, const Numbers& numbers);

// Logistic regression with an L2 penalty; of a bag that is so, the sentence that tells it best
// counts, of one that is not, all.
Weights learn(const std::vector<const Bag*>& given, const Numbers& numbers) {
  const std::vector<Bag> doubted = with_doubts(given, numbers);
  std::vector<const Bag*> bags;
  for (const Bag& bag : doubted) bags.push_back(&bag);
  const std::size_t size = numbers.names().size();
  std::vector<int> in_bags(size, 0);
  for (const Bag* bag : bags) {
    std::set<std::uint32_t> seen;
    for (const Row& row : bag->rows) seen.insert(row.begin(), row.end());
    for (const std::uint32_t sign : seen) ++in_bags[sign];
  }
  std::vector<double> penalty(size);
  std::vector<char> used(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::string& name = numbers.names()[i];
    penalty[i] = is_word(name) ? kWordPenalty : kPenalty;
    used[i] = in_bags[i] >= (is_pair(name) ? 4 : 3);
  }
  Weights weights(size, 0);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::pair<const Row*, double>> rows;  // weight: below 0 if it is not so
    for (const Bag* bag : bags) {
      if (bag->rows.empty()) continue;
      if (bag->gold && round > 0) {
        rows.emplace_back(&bag->rows[best_row(weights, *bag)], bag->weight);
        continue;
      }
      const double share = bag->weight / (bag->gold ? static_cast<double>(bag->rows.size()) : 1);
      for (const Row& row : bag->rows) rows.emplace_back(&row, bag->gold ? share : -share);
    }
    std::vector<double> squares(size, 1e-6);
    std::vector<double> slope(size);
    for (int step = 0; step < kSteps; ++step) {
      for (std::size_t i = 0; i < size; ++i) {
        slope[i] = penalty[i] * weights[i] * static_cast<double>(bags.size()) / 20;
      }
      for (const auto& [row, weight] : rows) {
        const double p = 1 / (1 + std::exp(-score(weights, *row)));
        const double push = std::abs(weight) * (p - (weight > 0 ? 1 : 0));
        for (const std::uint32_t sign : *row) slope[sign] += push;
      }
      for (std::size_t i = 0; i < size; ++i) {
        if (!used[i]) continue;
        squares[i] += slope[i] * slope[i];
        weights[i] -= 0.3 * slope[i] / std::sqrt(squares[i]);
      }
    }
  }
  return weights;
}

struct Judged {
  const Bag* bag;
  double score;
};

// Gives the score from which `aimed` is reached.
double tell(const char* name, std::vector<Judged> judged, double aimed) {
  std::sort(judged.begin(), judged.end(),
            [](const Judged& a, const Judged& b) { return a.score > b.score; });
  int wanted = 0;
  for (const Judged& one : judged) wanted += one.bag->gold ? 1 : 0;
  std::printf("%s: %d of %zu\n", name, wanted, judged.size());
  std::map<std::string, std::array<int, 3>> by_hand;
  double from = 99;
  for (const double aim : {0.95, 0.9, 0.85, 0.8, 0.75}) {
    int right = 0;
    int most = 0;
    std::size_t cut = 0;
    for (std::size_t i = 0; i < judged.size(); ++i) {
      right += judged[i].bag->gold ? 1 : 0;
      if (right >= aim * static_cast<double>(i + 1) && right > most) {
        most = right;
        cut = i + 1;
      }
    }
    std::printf("  precision %.2f: recall %.2f, from %.2f:", aim,
                static_cast<double>(most) / wanted, cut == 0 ? 99 : judged[cut - 1].score);
    if (aim == aimed && cut != 0) from = judged[cut - 1].score;
    by_hand.clear();
    for (std::size_t i = 0; i < judged.size(); ++i) {
      auto& count = by_hand[judged[i].bag->group];
      if (i < cut) ++count[1];
      if (judged[i].bag->gold) ++count[2];
      if (i < cut && judged[i].bag->gold) ++count[0];
    }
    for (const auto& [hand, count] : by_hand) {
      std::printf(" %s %.2f/%.2f", hand.c_str(), count[1] == 0 ? 0 : 1.0 * count[0] / count[1],
                  count[2] == 0 ? 0 : 1.0 * count[0] / count[2]);
    }
    std::printf("\n");
  }
  return from;
}

// The lists of phrases were made on some files, where they therefore never fail. What is learned
// from these learns half of the time without them.
std::vector<Bag> with_doubts(const std::vector<const Bag*>& bags, const Numbers& numbers) {
  static const std::set<std::string> kListKinds = {
      "list",         "list down", "rest",  "rest says", "sorry",    "heard",  "sorry shares",
      "heard shares", "speech",    "angry", "trouble",   "hardship", "sarcasm"};
  std::vector<Bag> out;
  for (const Bag* bag : bags) {
    out.push_back(*bag);
    const bool own = bag->hand == "own" || bag->hand == "houses";
    if (!own) continue;
    out.back().weight = 0.5;
    Bag without = out.back();
    for (Row& row : without.rows) {
      std::erase_if(row, [&numbers](std::uint32_t sign) {
        const std::string& name = numbers.names()[sign];
        return kListKinds.contains(name.substr(0, name.find_last_of(' ')));
      });
    }
    out.push_back(std::move(without));
  }
  return out;
}

}  // namespace

void learn_manner(Coach& coach, const std::vector<LabelledPair>& pairs, const std::string& path,
                  const std::string& detail) {
  std::array<std::vector<Bag>, kManners> bags;
  Numbers numbers;
  std::vector<std::string> names;
  Signs signs;
  signs.keep_names(&names);
  const auto row_of = [&](auto&& make) {
    signs.clear();
    names.clear();
    make();
    Row row;
    for (const std::string& name : names) row.push_back(numbers.of(name));
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
    return row;
  };
  std::set<std::string> upset;
  for (const LabelledPair& pair : pairs) {
    for (const Label& label : pair.labels) {
      if (label == Label{Rule::kEmpathy, Severity::kFix}) upset.insert(pair.file + pair.situation);
    }
  }
  std::string last;
  for (const LabelledPair& pair : pairs) {
    const Exchange exchange = pair.exchange();
    const View& view = coach.read(exchange);
    if (view.draft.language.empty() || view.post.language.empty()) continue;
    const auto has = [&pair](Rule rule, Severity severity) {
      return std::find(pair.labels.begin(), pair.labels.end(), Label{rule, severity}) !=
             pair.labels.end();
    };
    const bool is_upset = upset.contains(pair.file + pair.situation);
    const std::string group = hand_of(pair.file) + (view.draft.language == "en" ? "" : "+");
    const auto add = [&](Manner manner, bool gold, std::vector<Row> rows, bool lesson = true) {
      Bag bag;
      bag.hand = hand_of(pair.file);
      bag.group = group;
      bag.shown = pair.post + "\n    < " + pair.draft;
      bag.gold = gold;
      bag.lesson = lesson;
      bag.situation = pair.file + pair.situation;
      bag.rows = std::move(rows);
      if (written_to_learn_from(bag)) bag.weight = kLessonWeight;
      bags[static_cast<std::size_t>(manner)].push_back(std::move(bag));
    };
    if (last != pair.situation) {
      last = pair.situation;
      add(Manner::kUpset, is_upset, {row_of([&] { signs_of_post(view.post, signs); })});
    }
    const ListHits hits(view.draft, view.speech);
    const Row draft = row_of([&] { signs_of_draft(view, hits, signs); });
    add(Manner::kUnheard, has(Rule::kEmpathy, Severity::kFix), {draft}, is_upset);
    add(Manner::kHears, has(Rule::kEmpathy, Severity::kNice), {draft});
    std::vector<Row> rows;
    for (std::size_t i = 0; i < view.draft.sentences.size(); ++i) {
      rows.push_back(row_of([&] { signs_of_sentence(view, hits, i, signs); }));
    }
    add(Manner::kBlames, has(Rule::kDefensive, Severity::kFix), rows);
    add(Manner::kSends, has(Rule::kDeflect, Severity::kFix), rows);
    add(Manner::kSells, has(Rule::kHype, Severity::kFix) || has(Rule::kHype, Severity::kConsider),
        rows);
    add(Manner::kOffice, has(Rule::kStuffy, Severity::kConsider), rows);
    add(Manner::kStock, has(Rule::kGeneric, Severity::kConsider), rows,
        !has(Rule::kGeneric, Severity::kFix));
    add(Manner::kCheers, has(Rule::kTone, Severity::kFix), rows, is_upset);
  }
  std::set<std::string> hands;
  for (const Bag& bag : bags[0]) {
    if (!written_to_learn_from(bag)) hands.insert(bag.hand);
  }
  std::map<std::string, double> upset_scores;
  std::array<double, kManners> sure{};
  for (std::size_t manner = 0; manner < kManners; ++manner) {
    std::vector<Judged> judged;
    for (const std::string& hand : hands) {
      std::vector<const Bag*> others;
      for (const Bag& bag : bags[manner]) {
        if (bag.hand != hand && bag.lesson) others.push_back(&bag);
      }
      const Weights weights = learn(others, numbers);
      for (const Bag& bag : bags[manner]) {
        if (bag.hand != hand || bag.rows.empty()) continue;
        judged.push_back({&bag, score(weights, bag.rows[best_row(weights, bag)])});
      }
    }
    const auto which = static_cast<Manner>(manner);
    for (Judged& one : judged) {
      if (which == Manner::kUpset) upset_scores[one.bag->situation] = one.score;
      if (which != Manner::kUnheard && which != Manner::kCheers) continue;
      one.score = chance(static_cast<float>(one.score)) *
                  chance(static_cast<float>(upset_scores[one.bag->situation]));
    }
    if (!detail.empty()) {
      std::sort(judged.begin(), judged.end(),
                [](const Judged& a, const Judged& b) { return a.score > b.score; });
      for (const Judged& one : judged) {
        if (one.bag->hand != detail || (one.score < -3 && !one.bag->gold)) continue;
        std::printf("%s %s %.2f %s\n", kNames[manner], one.bag->gold ? "YES" : "no", one.score,
                    one.bag->shown.c_str());
      }
    }
    sure[manner] = tell(kNames[manner], std::move(judged), kAims[manner]);
  }
  if (path.empty()) return;
  std::vector<Weights> all;
  for (std::size_t manner = 0; manner < kManners; ++manner) {
    std::vector<const Bag*> every;
    for (const Bag& bag : bags[manner]) {
      if (bag.lesson) every.push_back(&bag);
    }
    all.push_back(learn(every, numbers));
  }
  std::ofstream file(path);
  file << "# What each sign weighs for how a draft sounds (src/coach/manner.h), in hundredths, "
          "made by "
          "`eval_coach --learn`.\n"
          "# Learned from tests/coach/pairs (no held_*) and tests/coach/lessons, all written for "
          "this.\n"
          "# sign\tupset\tunheard\thears\tblames\tsends\tsells\toffice\tstock\tcheers\nsure from";
  for (const double one : sure) file << '\t' << std::lround(100 * one);
  file << '\n';
  for (std::size_t i = 0; i < numbers.names().size(); ++i) {
    bool any = false;
    std::string line = numbers.names()[i];
    for (std::size_t manner = 0; manner < kManners; ++manner) {
      const int weight = static_cast<int>(std::lround(100 * all[manner][i]));
      any = any || std::abs(weight) >= kLeastWeight;
      line += '\t' + std::to_string(std::abs(weight) >= kLeastWeight ? weight : 0);
    }
    if (any) file << line << '\n';
  }
}

}  // namespace rapport::methods
