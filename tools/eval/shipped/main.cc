// The weights as they are shipped, on the benchmarks they have an answer to. They saw the train
// splits of the sets their model card names, next to everything else, and never one of the airline
// set.
//
//   eval_shipped [figures.json]
//   eval_shipped --dev            on the dev splits, which training held out, too: to compare one
//                                 training with another (RAPPORT_MODELS says where its weights lie)

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "methods/metrics.h"
#include "methods/report.h"
#include "methods/rows.h"
#include "source_dir.h"
#include "text/reading/reader.h"

namespace rapport::methods {
namespace {

class Shipped {
 public:
  Shipped() {
    const char* folder = std::getenv("RAPPORT_MODELS");
    auto models =
        Models::open(folder != nullptr ? folder : std::string(RAPPORT_SOURCE_DIR) + "/models");
    if (!models) {
      std::fprintf(stderr, "%s\n", models.error().message.c_str());
      std::exit(1);
    }
    reader_ = Reader::make(*models);
  }

  std::vector<int> read(const std::vector<Row>& rows, const std::string& language,
                        const std::function<int(const Reading&)>& answer) {
    std::vector<int> out;
    Reading reading;
    for (const Row& row : rows) {
      reader_->read(row.text, language, nullptr, reading);
      out.push_back(answer(reading));
    }
    return out;
  }

 private:
  std::unique_ptr<Reader> reader_;
};

// What was not read says nothing: neutral.
int sentiment(const Reading& reading) { return static_cast<int>(reading.sentiment); }
int foul(const Reading& reading) { return reading.toxicity >= 0.5F ? 1 : 0; }
int spam(const Reading& reading) {
  for (const auto& found : reading.intents) {
    if (found.label == Intent::kSpam) return 1;
  }
  return 0;
}

Figure figure(std::string benchmark, std::string metric, double value) {
  Figure out;
  out.benchmark = std::move(benchmark);
  out.metric = std::move(metric);
  out.value = value * 100;
  out.column = "shipped";
  out.method = "shipped weights";
  out.column = "shipped";
  return out;
}

std::vector<Row> judged(const std::string& folder, bool dev) {
  Split split = load_split(folder);
  return dev ? std::move(split.dev) : std::move(split.test);
}

int run(const std::string& path, bool dev) {
  if (data_is_missing()) return 0;
  Shipped shipped;
  std::vector<Figure> figures;
  {
    const std::vector<Row> rows = judged("sentiment/tweeteval_sentiment", dev);
    const std::vector<int> gold = Labels({"0", "1", "2"}).gold(rows);
    figures.push_back(figure("sentiment/tweeteval_sentiment", "macro-recall",
                             macro_recall(3, gold, shipped.read(rows, "en", sentiment))));
  }
  {
    const std::vector<Row> rows = judged("sentiment/airline", dev);
    const std::vector<int> gold = Labels({"negative", "neutral", "positive"}).gold(rows);
    const std::vector<int> says = shipped.read(rows, "en", sentiment);
    figures.push_back(figure("sentiment/airline", "accuracy", accuracy(gold, says)));
    figures.push_back(figure("sentiment/airline", "macro-F1", macro_f1(3, gold, says)));
  }
  {
    double sum = 0;
    const std::vector<std::pair<std::string, std::string>> languages = {
        {"arabic", "ar"}, {"english", "en"}, {"french", "fr"},     {"german", "de"},
        {"hindi", "hi"},  {"italian", "it"}, {"portuguese", "pt"}, {"spanish", "es"}};
    for (const auto& [name, tag] : languages) {
      const std::vector<Row> rows = judged("multilingual_sentiment/" + name, dev);
      const std::vector<int> gold = Labels({"0", "1", "2"}).gold(rows);
      const double f1 = macro_f1(3, gold, shipped.read(rows, tag, sentiment));
      figures.push_back(figure("multilingual_sentiment/" + name, "macro-F1", f1));
      sum += f1;
    }
    figures.push_back(figure("multilingual_sentiment", "mean macro-F1",
                             sum / static_cast<double>(languages.size())));
  }
  for (const auto* name : {"toxic/tweeteval_offensive", "toxic/tweeteval_hate"}) {
    const std::vector<Row> rows = judged(name, dev);
    const std::vector<int> gold = Labels({"0", "1"}).gold(rows);
    figures.push_back(figure(name, "macro-F1", macro_f1(2, gold, shipped.read(rows, "en", foul))));
  }
  {
    const std::vector<Row> rows = judged("spam/sms", dev);
    const std::vector<int> gold = Labels({"ham", "spam"}).gold(rows);
    figures.push_back(
        figure("spam/sms", "accuracy", accuracy(gold, shipped.read(rows, "en", spam))));
  }
  if (dev) {
    for (Figure& one : figures) one.dev = std::exchange(one.value, 0);
  }
  report(figures, path);
  return 0;
}

}  // namespace
}  // namespace rapport::methods

int main(int count, char** words) {
  const std::string word = count > 1 ? words[1] : "";
  const bool dev = word == "--dev";
  return rapport::methods::run(dev ? std::string() : word, dev);
}
