// Trains models/reading.bin: one table of weights for every answer of the reading engine but the
// language.
//
//   tools/train/reading SHARED_DATA ROWS OUT [--with-noncommercial]
//
// One linear model of many outputs over the features of src/text/reading/features.h, trained by
// AdaGrad (Duchi et al. 2011) on labels that each cover a part of the outputs: a set of questions
// teaches what a question is and nothing about delivery. Then the rows that say little are left
// out, the rest is trained on, calibrated on texts held out, made small integers and written.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/reading/features.h"
#include "text/reading/scorer.h"
#include "text/reading/weights.h"
#include "text/tokens/tokens.h"
#include "train/word_vectors.h"
#include "train/wordnet.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kSlotBits = 18;
constexpr std::size_t kMostRows = 205'000;
constexpr int kEpochs = 6;
constexpr float kRate = 0.1F;
constexpr float kDecay = 2e-6F;
constexpr int kVectorRounds = 5;
constexpr float kMeaningShare = 1.5F;
constexpr float kVectorShare = 4.0F;

struct Example {
  std::vector<std::pair<std::uint32_t, float>> x;  // feature, value
  std::array<float, kOutputs> target{};
  std::uint32_t mask = 0;  // outputs that the label speaks of
  int emotion = -1;        // 0 to 7; -1: not labelled
  int sentiment = -1;      // 0 to 2
  float weight = 1;
  bool held_out = false;
  bool own = false;
  std::array<float, kOutputs> score{};  // by the finished weights, if held out
  std::string source;
  std::string text;
};

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (;;) {
    const auto end = line.find(by, begin);
    out.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return out;
    begin = end + 1;
  }
}

// Two texts are the same text if only case, space and punctuation differ.
std::uint64_t identity(const std::string& text) {
  Tokens tokens;
  cut_tokens(text, tokens);
  std::uint64_t out = 1;
  for (const TextToken& token : tokens.list) {
    if (token.kind == TokenKind::kPunctuation) continue;
    out = mixed(out, hash_of(tokens.normal_of(token)));
  }
  return out;
}

class Trainer {
 public:
  // Without held-out rows of our own everything is learned from; what turns scores into
  // probabilities then comes from a training that held some out.
  Trainer(fs::path data, fs::path rows, bool hold_out_rows)
      : data_(std::move(data)), rows_(std::move(rows)), hold_out_rows_(hold_out_rows) {}

  void load(bool noncommercial) {
    forbid_tests();
    for (const auto* part : {"train", "dev"}) {
      const bool dev = std::strcmp(part, "dev") == 0;
      each(data_ / "sentiment/tweeteval_sentiment" / (std::string(part) + ".tsv"),
           [&](const std::string& label, const std::string& text) {
             Example e = example("tweeteval_sentiment", text, dev);
             sentiment(e, std::stoi(label));
             keep(std::move(e));
           });
      for (const auto* language :
           {"arabic", "english", "french", "german", "hindi", "italian", "portuguese", "spanish"}) {
        each(data_ / "multilingual_sentiment" / language / (std::string(part) + ".tsv"),
             [&](const std::string& label, const std::string& text) {
               Example e = example(std::string("multilingual_") + language, text, dev);
               sentiment(e, std::stoi(label));
               e.weight = 2;
               keep(std::move(e));
             });
      }
      if (noncommercial) {
        each(data_ / "sentiment/airline" / (std::string(part) + ".tsv"),
             [&](const std::string& label, const std::string& text) {
               Example e = example("airline", text, dev);
               sentiment(e, label == "negative" ? 0 : label == "neutral" ? 1 : 2);
               keep(std::move(e));
             });
      }
      each(data_ / "emotion/goemotions" / (std::string(part) + ".tsv"),
           [&](const std::string& label, const std::string& text) {
             keep(from_goemotions(label, text, dev));
           });
      each(data_ / "emotion/tweeteval_emotion" / (std::string(part) + ".tsv"),
           [&](const std::string& label, const std::string& text) {
             Example e = example("tweeteval_emotion", text, dev);
             static constexpr std::array kOf = {Emotion::kAnger, Emotion::kJoy, Emotion::kJoy,
                                                Emotion::kSadness};
             e.emotion = static_cast<int>(kOf.at(static_cast<std::size_t>(std::stoi(label))));
             keep(std::move(e));
           });
      each(data_ / "toxic/tweeteval_offensive" / (std::string(part) + ".tsv"),
           [&](const std::string& label, const std::string& text) {
             Example e = example("tweeteval_offensive", text, dev);
             set(e, kToxicityOutput, label == "1");
             keep(std::move(e));
           });
      each(data_ / "toxic/davidson" / (std::string(part) + ".tsv"),
           [&](const std::string& label, const std::string& text) {
             Example e = example("davidson", text, dev);
             set(e, kToxicityOutput, label != "2");
             e.weight = 0.5;
             keep(std::move(e));
           });
      each(data_ / "toxic/tweeteval_hate" / (std::string(part) + ".tsv"),
           [&](const std::string& label, const std::string& text) {
             if (label != "1") return;  // no hate may still be foul
             Example e = example("tweeteval_hate", text, dev);
             set(e, kToxicityOutput, true);
             keep(std::move(e));
           });
      each(data_ / "spam/sms" / (std::string(part) + ".tsv"),
           [&](const std::string& label, const std::string& text) {
             Example e = example("sms", text, dev);
             set(e, intent(Intent::kSpam), label == "spam");
             keep(std::move(e));
           });
    }
    int at = 0;
    each(data_ / "act/all.tsv", [&](const std::string& label, const std::string& text) {
      Example e = example("act", text, ++at % 10 == 0);
      set(e, intent(Intent::kQuestion), label == "QUE");
      set(e, intent(Intent::kRequest), label == "REQ");
      set(e, intent(Intent::kSuggestion), label == "SUG");
      e.weight = 0.5;
      keep(std::move(e));
    });
    for (const auto* path : {"intent/banking77/train.tsv", "intent/clinc150/train.tsv"}) {
      each(data_ / path, [&](const std::string&, const std::string& text) {
        if (!forbidden_.contains(identity(text))) unlabelled_.push_back(text);
      });
    }
    load_rows();
    // What one set holds out must not be in another's train split.
    std::unordered_set<std::uint64_t> held_out;
    for (const Example& e : examples_) {
      if (e.held_out) held_out.insert(identity(e.text));
    }
    const std::size_t before = examples_.size();
    std::erase_if(examples_, [&](const Example& e) {
      return !e.held_out && held_out.contains(identity(e.text));
    });
    std::printf("  %zu left out: another set holds them out\n", before - examples_.size());
    std::map<std::string, std::pair<int, int>> counts;
    for (const Example& e : examples_) {
      ++(e.held_out ? counts[e.source].second : counts[e.source].first);
    }
    for (const auto& [source, count] : counts) {
      std::printf("  %-24s %6d to train on, %5d held out\n", source.c_str(), count.first,
                  count.second);
    }
    std::printf("  %zu left out: they stand in a test split\n", forbidden_seen_);
  }

  void number_features() {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    std::vector<std::vector<std::uint64_t>> texts;
    std::map<std::uint64_t, std::string> words;
    Tokens tokens;
    std::vector<Feature> features;
    for (const Example& e : examples_) {
      if (e.held_out) continue;
      cut_tokens(e.text, tokens);
      make_features(tokens, true, features);
      for (const Feature& feature : features) ++counts[feature.hash];
      texts.emplace_back();
      each_word(tokens, [&](std::string_view word) {
        texts.back().push_back(hash_of(word));
        words.emplace(hash_of(word), word);
      });
    }
    for (const std::string& gloss : wordnet_.glosses()) unlabelled_.push_back(gloss);
    for (const std::string& text : unlabelled_) {
      cut_tokens(text, tokens);
      texts.emplace_back();
      each_word(tokens, [&](std::string_view word) {
        texts.back().push_back(hash_of(word));
        words.emplace(hash_of(word), word);
      });
    }
    // By number, not as a table happens to hold them: sums of rounded numbers hang on their order.
    for (const auto& [hash, count] : counts) {
      if (count >= 2) hashes_.push_back(hash);
    }
    std::ranges::sort(hashes_);
    for (std::uint32_t id = 0; id < hashes_.size(); ++id) ids_.emplace(hashes_[id], id);
    hard_ = hashes_.size();
    std::printf("  %zu features, %zu of them seen twice\n", counts.size(), hard_);
    vectors_ = learn_word_vectors(texts, kVectorRounds);
    std::printf("  %zu word vectors\n", vectors_.index.size());
    wordnet_.each_word([&](const std::string& word) { words.emplace(hash_of(word), word); });
    std::map<std::uint64_t, int> meant;
    for (const auto& [hash, word] : words) {
      Word& known = words_[hash];
      known.feature = word_feature(hash);
      known.seen = counts.contains(known.feature) ? counts[known.feature] : 0;
      for (const auto& meaning : wordnet_.meanings(word)) {
        if (known.seen > 0) ++meant[meaning.first];
      }
    }
    for (const auto& [name, count] : meant) {
      if (count >= 2)
        meanings_.emplace(name, static_cast<std::uint32_t>(hashes_.size() + meanings_.size()));
    }
    vector_base_ = static_cast<std::uint32_t>(hashes_.size() + meanings_.size());
    for (const auto& [hash, word] : words) {
      Word& known = words_[hash];
      for (const auto& [name, share] : wordnet_.meanings(word)) {
        const auto found = meanings_.find(name);
        if (found != meanings_.end()) known.soft.emplace_back(found->second, share * kMeaningShare);
      }
      if (const float* vector = vectors_.find(hash)) {
        for (std::uint32_t d = 0; d < WordVectors::kSize; ++d) {
          known.soft.emplace_back(vector_base_ + d, vector[d] * kVectorShare);
        }
      }
    }
    std::printf("  %zu meanings, %zu words\n", meanings_.size(), words_.size());
    for (Example& e : examples_) vectorize(e);
    const std::size_t all = vector_base_ + WordVectors::kSize;
    weights_.assign(all * kOutputs, 0);
    squares_.assign(all * kOutputs, 1e-4F);
  }

  void train(int epochs, float rate) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < examples_.size(); ++i) {
      if (!examples_[i].held_out) order.push_back(i);
    }
    std::mt19937 random(7);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      // Not std::shuffle, which every library does in its own way.
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0;
      for (const std::uint32_t i : order) loss += step(examples_[i], rate);
      std::printf("  epoch %d: loss %.4f", epoch + 1, loss / static_cast<double>(order.size()));
      report(false);
    }
  }

  // The rows that say most, as small integers.
  void gather() {
    struct Row {
      float telling = 0;
      std::uint64_t hash = 0;
      std::array<float, kOutputs> values{};
    };
    std::vector<std::uint32_t> seen(hashes_.size());
    for (const Example& e : examples_) {
      if (e.held_out) continue;
      for (const auto& [id, value] : e.x) {
        if (id < hard_) ++seen[id];
      }
    }
    std::vector<Row> rows;
    const auto add = [&](std::uint64_t hash, std::uint32_t count,
                         const std::array<float, kOutputs>& values) {
      float sum = 0;
      for (const float value : values) sum += value * value;
      rows.push_back({std::sqrt(sum * static_cast<float>(count + 1)), hash, values});
    };
    std::unordered_set<std::uint64_t> done;
    for (const auto& [hash, word] : words_) {
      std::array<float, kOutputs> values{};
      const auto plus = [&](std::uint32_t id, float share) {
        for (std::size_t o = 0; o < kOutputs; ++o) values[o] += share * weights_[id * kOutputs + o];
      };
      if (const auto found = ids_.find(word.feature); found != ids_.end()) plus(found->second, 1);
      for (const auto& [id, share] : word.soft) plus(id, share);
      done.insert(word.feature);
      add(word.feature, word.seen, values);
    }
    for (std::uint32_t id = 0; id < hard_; ++id) {
      if (done.contains(hashes_[id])) continue;
      std::array<float, kOutputs> values{};
      std::copy_n(&weights_[id * kOutputs], kOutputs, values.begin());
      add(hashes_[id], seen[id], values);
    }
    std::ranges::sort(rows, [](const Row& x, const Row& y) {
      return x.telling != y.telling ? x.telling > y.telling : x.hash < y.hash;
    });
    std::printf("  %zu of %zu rows stay\n", std::min(rows.size(), kMostRows), rows.size());
    rows.resize(std::min(rows.size(), kMostRows));
    file_.settings.bias = bias_;
    file_.settings.slope.fill(1);
    file_.settings.threshold.fill(0.5F);
    for (std::size_t o = 0; o < kOutputs; ++o) {
      std::vector<float> sizes;
      for (const Row& row : rows) sizes.push_back(std::abs(row.values[o]));
      const auto most =
          sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size()) * 0.9998);
      std::nth_element(sizes.begin(), most, sizes.end());
      file_.settings.scale[o] = std::max(*most, 1e-6F) / 127;
    }
    for (const Row& row : rows) {
      WeightsFile::Row& out = file_.rows.emplace_back();
      out.hash = row.hash;
      for (std::size_t o = 0; o < kOutputs; ++o) {
        out.weights[o] = static_cast<std::int8_t>(
            std::clamp(std::lround(row.values[o] / file_.settings.scale[o]), -127L, 127L));
      }
    }
  }

  // Fits what turns scores into probabilities, on what the finished weights say of held-out texts.
  OutputSettings calibrate(const std::string& path) {
    write(path);
    auto weights = Weights::open(path);
    if (!weights) stop(weights.error());
    Scorer scorer(*weights);
    Tokens tokens;
    for (Example& e : examples_) {
      if (!e.held_out) continue;
      cut_tokens(e.text, tokens);
      scorer.score(tokens);
      e.score = scorer.scores();
    }
    settings_ = file_.settings;
    settings_.slope[kSentimentOutputs] = best_temperature([&](const Example& e, float slope) {
      if (e.sentiment < 0) return 0.0;
      return -std::log(std::max(1e-9, softmax_p(e.score, kSentimentOutputs, 3, slope,
                                                static_cast<std::size_t>(e.sentiment), false)));
    });
    settings_.slope[kEmotionOutputs] = best_temperature([&](const Example& e, float slope) {
      if (e.emotion < 0 || !e.own) return 0.0;
      return -std::log(std::max(1e-9, softmax_p(e.score, kEmotionOutputs, kEmotions - 1, slope,
                                                static_cast<std::size_t>(e.emotion), true)));
    });
    for (std::size_t o = kIntentOutputs; o < kOutputs; ++o) {
      if (o >= kEmotionOutputs && o < kToxicityOutput) continue;
      platt(o);
    }
    file_.settings = settings_;
    write(path);
    report(true);
    return settings_;
  }

  void finish(const std::string& path, const OutputSettings& calibrated) {
    file_.settings.slope = calibrated.slope;
    file_.settings.shift = calibrated.shift;
    file_.settings.threshold = calibrated.threshold;
    write(path);
  }

  void write(const std::string& path) {
    if (auto written = file_.write(path, kSlotBits); !written) stop(written.error());
  }

  [[noreturn]] static void stop(const Error& error) {
    std::fprintf(stderr, "%s\n", error.message.c_str());
    std::exit(1);
  }

  void report_rows() {
    std::printf("held-out rows of our own, F1 at the thresholds:\n");
    for (std::size_t o = kIntentOutputs; o < kOutputs; ++o) {
      if (o >= kEmotionOutputs && o < kToxicityOutput) continue;
      int hit = 0, missed = 0, wrong = 0;
      for (const Example& e : examples_) {
        if (!e.held_out || !e.own || !(e.mask >> o & 1U)) continue;
        const bool is = e.target[o] > 0.25F;
        const bool says = probability(e.score[o], o) >= settings_.threshold[o];
        hit += is && says;
        missed += is && !says;
        wrong += !is && says;
      }
      std::printf("  %-16s F1 %5.1f   right %4d  missed %4d  wrong %4d  from %.2f\n",
                  name_of(o).c_str(), 200.0 * hit / std::max(1, 2 * hit + missed + wrong), hit,
                  missed, wrong, static_cast<double>(settings_.threshold[o]));
    }
  }

 private:
  static std::size_t intent(Intent which) {
    return kIntentOutputs + static_cast<std::size_t>(which);
  }
  static void set(Example& e, std::size_t output, float value) {
    e.mask |= 1U << output;
    e.target[output] = value;
  }
  static void sentiment(Example& e, int which) { e.sentiment = which; }

  static std::string name_of(std::size_t o) {
    if (o < kIntentOutputs) return "sentiment";
    if (o < kReasonOutputs) {
      return std::string(to_word(static_cast<Intent>(o - kIntentOutputs)));
    }
    if (o < kEmotionOutputs) {
      return std::string(to_word(static_cast<Reason>(o - kReasonOutputs)));
    }
    if (o == kToxicityOutput) return "toxicity";
    return o == kUrgencyOutput ? "urgency" : "needs_reply";
  }

  Example example(std::string source, const std::string& text, bool held_out) const {
    Example e;
    e.source = std::move(source);
    e.text = text;
    e.held_out = held_out;
    return e;
  }

  void keep(Example e) {
    if (forbidden_.contains(identity(e.text))) {
      ++forbidden_seen_;
      return;
    }
    examples_.push_back(std::move(e));
  }

  static void each(const fs::path& path,
                   const std::function<void(const std::string&, const std::string&)>& visit) {
    std::ifstream file(path);
    if (!file) {
      std::fprintf(stderr, "%s is not there\n", path.c_str());
      std::exit(1);
    }
    std::string line;
    while (std::getline(file, line)) {
      const auto tab = line.find('\t');
      if (tab != std::string::npos) visit(line.substr(0, tab), line.substr(tab + 1));
    }
  }

  void forbid_tests() {
    for (const auto& entry : fs::recursive_directory_iterator(data_)) {
      const std::string name = entry.path().filename();
      if (name != "test.tsv" && name != "oos_test.tsv") continue;
      each(entry.path(),
           [&](const std::string&, const std::string& text) { forbidden_.insert(identity(text)); });
    }
  }

  Example from_goemotions(const std::string& labels, const std::string& text, bool dev) const {
    static const std::map<std::string, Emotion> kOf = {{"joy", Emotion::kJoy},
                                                       {"amusement", Emotion::kJoy},
                                                       {"excitement", Emotion::kJoy},
                                                       {"love", Emotion::kJoy},
                                                       {"optimism", Emotion::kJoy},
                                                       {"pride", Emotion::kJoy},
                                                       {"admiration", Emotion::kJoy},
                                                       {"anger", Emotion::kAnger},
                                                       {"annoyance", Emotion::kAnger},
                                                       {"disgust", Emotion::kAnger},
                                                       {"sadness", Emotion::kSadness},
                                                       {"grief", Emotion::kSadness},
                                                       {"remorse", Emotion::kSadness},
                                                       {"fear", Emotion::kFear},
                                                       {"nervousness", Emotion::kFear},
                                                       {"surprise", Emotion::kSurprise},
                                                       {"gratitude", Emotion::kGratitude},
                                                       {"disappointment", Emotion::kDisappointment},
                                                       {"neutral", Emotion::kNone}};
    static const std::set<std::string> kGood = {"joy",       "amusement", "excitement",
                                                "love",      "pride",     "admiration",
                                                "gratitude", "relief",    "optimism"};
    static const std::set<std::string> kBad = {"anger",   "annoyance", "disgust",
                                               "sadness", "grief",     "disappointment",
                                               "fear",    "remorse",   "disapproval"};
    Example e = example("goemotions", text, dev);
    const std::vector<std::string> list = split(labels, '|');
    for (const std::string& label : list) {
      if (const auto found = kOf.find(label); found != kOf.end()) {
        e.emotion = static_cast<int>(found->second);
        break;
      }
    }
    const auto has = [&](const char* label) {
      return std::ranges::find(list, label) != list.end();
    };
    set(e, intent(Intent::kThanks), has("gratitude"));
    const bool good = std::ranges::any_of(list, [&](const auto& l) { return kGood.contains(l); });
    const bool bad = std::ranges::any_of(list, [&](const auto& l) { return kBad.contains(l); });
    if (good != bad) {
      e.sentiment = good ? 2 : 0;
    } else if (has("neutral") && !good) {
      e.sentiment = 1;
    }
    e.weight = 0.4F;
    return e;
  }

  void load_rows() {
    std::ifstream file(rows_);
    if (!file) {
      std::fprintf(stderr, "%s is not there\n", rows_.c_str());
      std::exit(1);
    }
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> names = split(line, '\t');
    while (std::getline(file, line)) {
      const std::vector<std::string> cells = split(line, '\t');
      if (cells.size() != names.size()) continue;
      std::map<std::string, std::string> row;
      for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = cells[i];
      // By situation, never by row: a model must not know the story.
      Example e =
          example("own rows", row["text"], hold_out_rows_ && hash_of(row["situation"]) % 5 == 0);
      e.own = true;
      e.weight = 3;
      sentiment(e, static_cast<int>(*sentiment_of(row["sentiment"])));
      for (std::size_t i = 0; i < kIntents; ++i) set(e, kIntentOutputs + i, 0);
      for (std::size_t i = 0; i < kReasons; ++i) set(e, kReasonOutputs + i, 0);
      for (const std::string& word : split(row["intents"], '|')) {
        if (const auto which = intent_of(word)) set(e, intent(*which), 1);
      }
      for (const std::string& word : split(row["reasons"], '|')) {
        if (const auto which = reason_of(word)) {
          set(e, kReasonOutputs + static_cast<std::size_t>(*which), 1);
        }
      }
      if (const auto which = emotion_of(row["emotion"])) e.emotion = static_cast<int>(*which);
      set(e, kToxicityOutput, row["toxicity"] == "1");
      set(e, kUrgencyOutput, static_cast<float>(std::stoi(row["urgency"])) / 2);
      set(e, kNeedsReplyOutput, row["needs_reply"] == "1");
      keep(std::move(e));
    }
  }

  // The words of a text, as their normal forms.
  template <class Visit>
  static void each_word(const Tokens& tokens, Visit&& visit) {
    for (const TextToken& token : tokens.list) {
      const std::string_view normal = tokens.normal_of(token);
      if (token.kind == TokenKind::kHashtag) {
        visit(normal.substr(1));
      } else if (token.kind == TokenKind::kWord || token.kind == TokenKind::kEmoji ||
                 token.kind == TokenKind::kEmoticon || token.kind == TokenKind::kDense) {
        visit(normal);
      }
    }
  }

  void vectorize(Example& e) {
    Tokens tokens;
    std::vector<Feature> features;
    cut_tokens(e.text, tokens);
    make_features(tokens, true, features);
    std::size_t pieces = 0;
    for (const Feature& feature : features) pieces += feature.group == FeatureGroup::kPiece;
    const float word = 1.0F / std::sqrt(static_cast<float>(features.size() - pieces));
    const float piece = pieces > 0 ? 1.0F / std::sqrt(static_cast<float>(pieces)) : 0;
    std::map<std::uint32_t, float> sums;
    for (const Feature& feature : features) {
      const auto found = ids_.find(feature.hash);
      if (found == ids_.end()) continue;
      sums[found->second] += feature.group == FeatureGroup::kPiece ? piece : word;
    }
    each_word(tokens, [&](std::string_view normal) {
      const auto found = words_.find(hash_of(normal));
      if (found == words_.end()) return;
      for (const auto& [id, share] : found->second.soft) sums[id] += share * word;
    });
    e.x.assign(sums.begin(), sums.end());
  }

  std::array<float, kOutputs> scores(const Example& e) const {
    std::array<float, kOutputs> out = bias_;
    for (const auto& [id, value] : e.x) {
      const float* row = &weights_[id * kOutputs];
      for (std::size_t o = 0; o < kOutputs; ++o) out[o] += row[o] * value;
    }
    return out;
  }

  double step(const Example& e, float rate) {
    const std::array<float, kOutputs> score = scores(e);
    std::array<float, kOutputs> gradient{};
    std::uint32_t mask = e.mask;
    double loss = 0;
    const auto group = [&](std::size_t first, std::size_t count, int is, bool reference) {
      double most = reference ? 0 : score[first];
      for (std::size_t i = 0; i < count; ++i) most = std::max<double>(most, score[first + i]);
      double sum = reference ? std::exp(-most) : 0;
      for (std::size_t i = 0; i < count; ++i) sum += std::exp(score[first + i] - most);
      for (std::size_t i = 0; i < count; ++i) {
        const double p = std::exp(score[first + i] - most) / sum;
        gradient[first + i] = static_cast<float>(p - (static_cast<int>(i) == is ? 1 : 0));
        mask |= 1U << (first + i);
        if (static_cast<int>(i) == is) loss -= std::log(std::max(p, 1e-9));
      }
    };
    if (e.sentiment >= 0) group(kSentimentOutputs, 3, e.sentiment, false);
    if (e.emotion >= 0) group(kEmotionOutputs, kEmotions - 1, e.emotion, true);
    for (std::size_t o = kIntentOutputs; o < kOutputs; ++o) {
      if (!(e.mask >> o & 1U)) continue;
      const double p = 1 / (1 + std::exp(-static_cast<double>(score[o])));
      gradient[o] = static_cast<float>(p) - e.target[o];
      loss -= e.target[o] * std::log(std::max(p, 1e-9)) +
              (1 - e.target[o]) * std::log(std::max(1 - p, 1e-9));
    }
    std::array<float, kOutputs> on{};
    for (std::size_t o = 0; o < kOutputs; ++o) {
      gradient[o] *= e.weight;
      on[o] = mask >> o & 1U ? 1.0F : 0.0F;
      bias_squares_[o] += gradient[o] * gradient[o];
      bias_[o] -= 0.1F * gradient[o] / std::sqrt(bias_squares_[o]);
    }
    for (const auto& [id, value] : e.x) {
      float* row = &weights_[id * kOutputs];
      float* square = &squares_[id * kOutputs];
      for (std::size_t o = 0; o < kOutputs; ++o) {
        const float g = gradient[o] * value + on[o] * kDecay * row[o];
        square[o] += g * g;
        row[o] -= rate * g / std::sqrt(square[o] + 1e-3F);
      }
    }
    return loss;
  }

  static double softmax_p(const std::array<float, kOutputs>& score, std::size_t first,
                          std::size_t count, float slope, std::size_t which, bool reference) {
    double sum = reference ? 1 : 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::exp(slope * score[first + i]);
    return which < count ? std::exp(slope * score[first + which]) / sum : 1 / sum;
  }

  float best_temperature(const std::function<double(const Example&, float)>& loss) const {
    float best = 1;
    double least = 1e30;
    for (float slope = 0.3F; slope < 2.5F; slope += 0.05F) {
      double sum = 0;
      for (const Example& e : examples_) {
        if (e.held_out) sum += loss(e, slope);
      }
      if (sum < least) {
        least = sum;
        best = slope;
      }
    }
    return best;
  }

  float probability(float score, std::size_t o) const {
    return 1 / (1 + std::exp(-(settings_.slope[o] * score + settings_.shift[o])));
  }

  // Platt's sigmoid by gradient descent on our own held-out rows, and the threshold of the best
  // F1 within reason.
  void platt(std::size_t o) {
    std::vector<std::pair<float, float>> pairs;  // score, target
    for (const Example& e : examples_) {
      if (e.held_out && e.own && (e.mask >> o & 1U)) pairs.emplace_back(e.score[o], e.target[o]);
    }
    if (pairs.empty()) return;
    double slope = 1;
    double shift = 0;
    for (int i = 0; i < 3000; ++i) {
      double d_slope = 0;
      double d_shift = 0;
      for (const auto& [score, target] : pairs) {
        const double p = 1 / (1 + std::exp(-(slope * score + shift)));
        d_slope += (p - target) * score;
        d_shift += p - target;
      }
      slope -= 0.3 * (d_slope / static_cast<double>(pairs.size()) + 0.002 * (slope - 1));
      shift -= 0.3 * (d_shift / static_cast<double>(pairs.size()) + 0.002 * shift);
    }
    settings_.slope[o] = static_cast<float>(std::max(slope, 0.1));
    settings_.shift[o] = static_cast<float>(shift);
    double best = 0;
    for (float threshold = 0.14F; threshold <= 0.66F; threshold += 0.02F) {
      int hit = 0, missed = 0, wrong = 0;
      for (const auto& [score, target] : pairs) {
        const bool is = target > 0.25F;
        const bool says = probability(score, o) >= threshold;
        hit += is && says;
        missed += is && !says;
        wrong += !is && says;
      }
      const double f1 = 2.0 * hit / std::max(1, 2 * hit + missed + wrong);
      if (f1 > best) {
        best = f1;
        settings_.threshold[o] = threshold;
      }
    }
  }

  // Macro-recall of sentiment and macro-F1 of emotion on what is held out, by source.
  void report(bool finished) const {
    std::map<std::string, std::array<std::array<int, 3>, 3>> tables;
    int emotions = 0;
    int right = 0;
    for (const Example& e : examples_) {
      if (!e.held_out) continue;
      const auto score = finished ? e.score : scores(e);
      if (e.sentiment >= 0) {
        const auto says = std::max_element(score.begin(), score.begin() + 3) - score.begin();
        const std::string name = e.source.starts_with("multi") ? "multilingual" : e.source;
        ++tables[name][static_cast<std::size_t>(e.sentiment)][static_cast<std::size_t>(says)];
      }
      if (e.emotion >= 0 && e.own) {
        std::array<float, kEmotions> all{};
        std::copy_n(score.begin() + kEmotionOutputs, kEmotions - 1, all.begin());
        right += std::max_element(all.begin(), all.end()) - all.begin() == e.emotion;
        ++emotions;
      }
    }
    for (const auto& [name, table] : tables) {
      double recall = 0;
      for (std::size_t c = 0; c < 3; ++c) {
        const int sum = std::accumulate(table[c].begin(), table[c].end(), 0);
        recall += sum > 0 ? static_cast<double>(table[c][c]) / sum / 3 : 0;
      }
      std::printf("  %s %.1f", name.c_str(), recall * 100);
    }
    std::printf("  own emotion %.1f\n", 100.0 * right / std::max(1, emotions));
    std::fflush(stdout);
  }

  const fs::path data_;
  const fs::path rows_;
  const bool hold_out_rows_;
  std::unordered_set<std::uint64_t> forbidden_;
  std::size_t forbidden_seen_ = 0;
  std::vector<Example> examples_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
  std::vector<std::uint64_t> hashes_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::array<float, kOutputs> bias_{};
  std::array<float, kOutputs> bias_squares_ = [] {
    std::array<float, kOutputs> out;
    out.fill(1);
    return out;
  }();
  struct Word {
    std::uint64_t feature = 0;
    std::uint32_t seen = 0;
    std::vector<std::pair<std::uint32_t, float>> soft;  // its meanings and its vector
  };
  std::vector<std::string> unlabelled_;
  std::size_t hard_ = 0;  // so many of the weights are of features, the rest of what words share
  const WordNet wordnet_{"/usr/share/wordnet"};
  WordVectors vectors_;
  std::unordered_map<std::uint64_t, Word> words_;  // by the hash of the word
  std::unordered_map<std::uint64_t, std::uint32_t> meanings_;
  std::uint32_t vector_base_ = 0;
  WeightsFile file_;
  OutputSettings settings_;
};

int run(int count, char** words) {
  if (count < 4) {
    std::fprintf(stderr, "usage: %s SHARED_DATA ROWS OUT [--with-noncommercial]\n", words[0]);
    return 2;
  }
  const bool noncommercial = count > 4 && std::strcmp(words[4], "--with-noncommercial") == 0;
  OutputSettings settings;
  for (const bool hold_out_rows : {true, false}) {
    std::printf(hold_out_rows ? "to calibrate:\n" : "to ship, from all rows:\n");
    Trainer trainer(words[1], words[2], hold_out_rows);
    trainer.load(noncommercial);
    trainer.number_features();
    trainer.train(kEpochs, kRate);
    trainer.gather();
    if (hold_out_rows) {
      settings = trainer.calibrate(words[3]);
      trainer.report_rows();
    } else {
      trainer.finish(words[3], settings);
    }
  }
  return 0;
}

}  // namespace
}  // namespace rapport

int main(int count, char** words) { return rapport::run(count, words); }
