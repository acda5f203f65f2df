// Whether a tweet is a complaint: by ten folds, and with each trade left out. What is chosen by
// hand is chosen by five folds of what the first of the ten learns from; `dev` is what these say.

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <utility>

#include "acts/judges.h"
#include "methods/linear.h"
#include "methods/metrics.h"

namespace rapport::methods {
namespace {

// A trade's tweets, asked of models that know neither it nor the one left out beside it.
struct Trade {
  std::vector<int> gold;
  std::vector<double> own, shared;  // log odds
};

using Trades = std::map<std::string, Trade>;

Trades ask_trades(SharedNets& nets, const Task& task, const std::vector<Row>& rows,
                  const std::vector<std::string>& left_out) {
  std::vector<Row> known;
  std::map<std::string, std::vector<Row>> asked;
  for (const Row& row : rows) {
    if (std::ranges::find(left_out, row.extra) == left_out.end()) {
      known.push_back(row);
    } else {
      asked[row.extra].push_back(row);
    }
  }
  std::vector<Row> all;
  for (const auto& [name, some] : asked) all = joined(std::move(all), some);
  const Said said = ask(nets, task, known, all);
  const auto own = log_odds(alone(said, task.shares));
  const auto shared = log_odds(together(said, task.shares));
  Trades out;
  std::ptrdiff_t begin = 0;
  for (const auto& [name, some] : asked) {
    const auto end = begin + static_cast<std::ptrdiff_t>(some.size());
    out[name] = {task.labels.gold(some),
                 {own.begin() + begin, own.begin() + end},
                 {shared.begin() + begin, shared.begin() + end}};
    begin = end;
  }
  return out;
}

double f1_from(const std::vector<int>& gold, const std::vector<double>& scores, double threshold) {
  std::vector<int> says;
  for (const double one : scores) says.push_back(one > threshold ? 1 : 0);
  return macro_f1(2, gold, says);
}

// The threshold with the best mean over trades.
double threshold_for(const std::vector<Trade>& trades, std::vector<double> Trade::*scores) {
  double best = -1;
  double out = 0;
  for (double threshold = -3; threshold <= 3; threshold += 0.1) {
    double sum = 0;
    for (const Trade& one : trades) {
      for (const double by : {-0.1, 0.0, 0.1}) {
        sum += f1_from(one.gold, one.*scores, threshold + by);
      }
    }
    if (sum > best) {
      best = sum;
      out = threshold;
    }
  }
  return out;
}

// Each trade is asked of models that know the others and tweets of no trade. Its threshold comes
// from the others, each asked of models that know neither it nor the trade in question.
void judge_trades(SharedNets& nets, const Settings& settings, const Task& task,
                  const std::vector<Row>& rows, const Figure& like, std::vector<Figure>& figures) {
  std::map<std::string, std::vector<Trade>> others;
  for (const Row& row : rows) {
    if (row.label == "1") others[row.extra];
  }
  for (auto a = others.begin(); a != others.end(); ++a) {
    for (auto b = std::next(a); b != others.end(); ++b) {
      Trades pair = ask_trades(nets, task, rows, {a->first, b->first});
      a->second.push_back(std::move(pair.at(b->first)));
      b->second.push_back(std::move(pair.at(a->first)));
    }
    std::fprintf(stderr, "  beside %s, %s\n", a->first.c_str(), since_start().c_str());
  }
  Figure f1 = like;
  f1.metric = "worst domain left out, macro-F1";
  f1.to_beat = 70;
  f1.baselines = f1.best = "–";
  f1.value = f1.own_only = f1.dev = f1.own_dev = 100;
  Figure area = f1;
  area.metric = "worst domain left out, AUC";
  area.to_beat = 0;
  area.dev = area.own_dev = 0;
  for (const auto& [trade, known] : others) {
    const double own_threshold = threshold_for(known, &Trade::own);
    const double threshold = threshold_for(known, &Trade::shared);
    double inner = 1;
    double own_inner = 1;
    for (const Trade& one : known) {
      inner = std::min(inner, f1_from(one.gold, one.shared, threshold));
      own_inner = std::min(own_inner, f1_from(one.gold, one.own, own_threshold));
    }
    f1.dev = std::min(f1.dev, 100 * inner);
    f1.own_dev = std::min(f1.own_dev, 100 * own_inner);
    std::fprintf(stderr, "  without %s: threshold %.1f, the worst of the others %.3f",
                 trade.c_str(), threshold, inner);
    if (settings.test) {
      const Trade here = ask_trades(nets, task, rows, {trade}).at(trade);
      const double value = f1_from(here.gold, here.shared, threshold);
      std::fprintf(stderr, "; it: macro-F1 %.3f, AUC %.3f", value, auc(here.gold, here.shared));
      f1.value = std::min(f1.value, 100 * value);
      f1.own_only = std::min(f1.own_only, 100 * f1_from(here.gold, here.own, own_threshold));
      area.value = std::min(area.value, 100 * auc(here.gold, here.shared));
      area.own_only = std::min(area.own_only, 100 * auc(here.gold, here.own));
    }
    std::fprintf(stderr, "\n");
  }
  if (!settings.test) f1.value = f1.own_only = area.value = area.own_only = 0;
  figures.push_back(f1);
  figures.push_back(area);
  std::fprintf(stderr, "complaint by trade: %s\n", since_start().c_str());
}

}  // namespace

void judge_complaints(SharedNets& nets, const Settings& settings, const std::vector<Row>& rows,
                      std::vector<Figure>& figures) {
  const Task task{"complaint", Labels({"0", "1"}), {}, {10, 0.1}, {0.5, 1}};
  const std::vector<Row> inner = without_first_fold(rows);
  const std::vector<int> inner_gold = task.labels.gold(inner);
  const Said dev = by_folds(nets, task, inner, 5, 5);
  log_shares(task, dev, inner_gold);
  const std::vector<int> gold = task.labels.gold(rows);
  Said said;
  if (settings.test) said = by_folds(nets, task, rows, 10, 1);
  const auto add = [&](const char* metric, double to_beat, const char* baseline, const char* best,
                       auto&& judge) {
    Figure one = figure("complaint", metric, to_beat, baseline, best, task, settings, dev.features);
    one.dev = 100 * judge(inner_gold, together(dev, task.shares));
    one.own_dev = 100 * judge(inner_gold, alone(dev, task.shares));
    if (settings.test) {
      one.value = 100 * judge(gold, together(said, task.shares));
      one.own_only = 100 * judge(gold, alone(said, task.shares));
    }
    figures.push_back(one);
  };
  using Truth = std::vector<int>;
  add("10-fold accuracy", 86.0, "80.5", "–",
      [](const Truth& truth, const Scores& scores) { return share_right(scores, truth, 2); });
  add("10-fold macro-F1", 84.5, "78.0", "~ 87", [](const Truth& truth, const Scores& scores) {
    return macro_f1(2, truth, best_of(scores, 2));
  });
  add("10-fold AUC", 92.5, "87.3", "–",
      [](const Truth& truth, const Scores& scores) { return auc(truth, log_odds(scores)); });
  std::fprintf(stderr, "complaint: %s\n", since_start().c_str());
  judge_trades(nets, settings, task, rows, figures.back(), figures);
}

}  // namespace rapport::methods
