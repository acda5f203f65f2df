#include "posts/benchmarks.h"

#include "methods/metrics.h"

namespace rapport::methods {

const char* name_of(Metric metric) {
  switch (metric) {
    case Metric::kMacroF1:
      return "macro-F1";
    case Metric::kMacroRecall:
      return "macro-recall";
    case Metric::kAccuracy:
      return "accuracy";
    case Metric::kF1OfSecond:
      return "F1 of ironic";
  }
  return "";
}

double measure(Metric metric, int classes, const std::vector<int>& gold,
               const std::vector<int>& said) {
  switch (metric) {
    case Metric::kMacroF1:
      return 100 * macro_f1(classes, gold, said);
    case Metric::kMacroRecall:
      return 100 * macro_recall(classes, gold, said);
    case Metric::kAccuracy:
      return 100 * accuracy(gold, said);
    case Metric::kF1OfSecond:
      return 100 * f1_of(1, gold, said);
  }
  return 0;
}

const std::vector<Benchmark>& benchmarks() {
  static const std::vector<Benchmark> all = {
      {"sentiment/tweeteval_sentiment",
       {{Metric::kMacroRecall, 67.0}},
       "SVM 62.9, fastText 62.9, LSTM 58.3; SemEval-2017 winner 68.1",
       "73.7"},
      {"sentiment/airline",
       {{Metric::kAccuracy, 83.0}, {Metric::kMacroF1, 78.5}},
       "SVC 78.8, capsule net 82.0",
       "86.2 / 82.0"},
      {"toxic/tweeteval_offensive", {{Metric::kMacroF1, 77.0}}, "52.3, 73.4, 71.7", "82.2"},
      {"toxic/tweeteval_hate", {{Metric::kMacroF1, 52.6}}, "36.7, 50.6, 52.6", "56.4"},
      {"toxic/davidson", {{Metric::kMacroF1, 0}}, "–", "–"},
      {"emotion/tweeteval_emotion", {{Metric::kMacroF1, 71.0}}, "64.7, 65.2, 66.0", "80.2"},
      {"emotion/tweeteval_irony", {{Metric::kF1OfSecond, 67.0}}, "61.7, 63.1, 62.8", "82.1"},
      {"spam/sms", {{Metric::kAccuracy, 99.3}}, "97.6", "–"},
  };
  return all;
}

}  // namespace rapport::methods
