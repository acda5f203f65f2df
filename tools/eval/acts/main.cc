// Reasons of complaints, whether it is a complaint, tweet acts, and intents.
//
// Log probabilities of a linear model and of small nets are added: nets that have learnt other
// sets' train splits first, and one that knows the set alone. What is chosen is chosen on dev, or
// by folds inside what may be learned from; test is asked of models fitted to all of that. Sets
// judged or chosen by folds take no part in what the nets learn first, nor do texts that are held
// out anywhere.
//
//   eval_acts [figures.json] [--dev] [--only=reason|complaint|act|banking|clinc] [--nets=N]

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "acts/judges.h"
#include "acts/lessons.h"
#include "methods/arguments.h"

namespace rapport::methods {
namespace {

int run(const Settings& settings) {
  if (data_is_missing()) return 0;
  std::vector<Row> act;
  std::unordered_set<std::uint64_t> seen;
  for (Row& row : load_rows("act/all.tsv")) {
    if (seen.insert(fingerprint(row.text)).second) act.push_back(std::move(row));
  }
  const std::vector<Row> complaint = load_rows("complaint/all.tsv");
  SharedNets nets = learn_nets(settings, act, complaint);
  std::vector<Figure> figures;
  const auto judge = [&](std::string_view name, auto&& family) {
    if (!settings.only.empty() && settings.only != name) return;
    family();
    write_figures(figures, settings.out);  // the whole takes long
  };
  judge("banking", [&] { judge_banking(nets, settings, figures); });
  judge("clinc", [&] { judge_scope(nets, settings, figures); });
  judge("reason", [&] { judge_reasons(nets, settings, figures); });
  judge("act", [&] { judge_acts(nets, settings, act, figures); });
  judge("complaint", [&] { judge_complaints(nets, settings, complaint, figures); });
  report(figures, settings.out);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** arguments) {
  rapport::methods::Settings settings;
  rapport::methods::read_arguments(
      count, arguments, settings,
      {{"--only", [&](const std::string& family) { settings.only = family; }}});
  return rapport::methods::run(settings);
}
