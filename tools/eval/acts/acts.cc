// Tweet acts, by ten folds. What is chosen by hand is chosen by five folds of what the first of the
// ten learns from; `dev` is what these say.

#include <cstdio>

#include "acts/judges.h"

namespace rapport::methods {

void judge_acts(SharedNets& nets, const Settings& settings, const std::vector<Row>& rows,
                std::vector<Figure>& figures) {
  const Task task{"act", Labels::of(rows), {}, {10, 0.1}, {0.5, 0.5}};
  const int classes = task.classes();
  const std::vector<Row> inner = without_first_fold(rows);
  const std::vector<int> inner_gold = task.labels.gold(inner);
  const Said dev = by_folds(nets, task, inner, 5, 5);
  log_shares(task, dev, inner_gold);
  Figure one =
      figure("act", "10-fold accuracy", 75.5, "75.97", "77.5", task, settings, dev.features);
  one.dev = 100 * share_right(together(dev, task.shares), inner_gold, classes);
  one.own_dev = 100 * share_right(alone(dev, task.shares), inner_gold, classes);
  if (settings.test) {
    const std::vector<int> gold = task.labels.gold(rows);
    const Said said = by_folds(nets, task, rows, 10, 1);
    one.value = 100 * share_right(together(said, task.shares), gold, classes);
    one.own_only = 100 * share_right(alone(said, task.shares), gold, classes);
  }
  figures.push_back(one);
  std::fprintf(stderr, "act: %zu rows without duplicates, %s\n", rows.size(),
               since_start().c_str());
}

}  // namespace rapport::methods
