#include "text/learning/adaptation.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "text/reading/mapped_models.h"
#include "text/reading/reader.h"
#include "text/reading/scorer.h"

namespace rapport {
namespace {

constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kMostFeatures = 20'000;
constexpr std::size_t kMostOwnReasons = 200;
constexpr int kFolds = 5;
constexpr int kRounds = 60;
constexpr float kRate = 0.5F;
constexpr float kDecay = 0.003F;

float logistic(float score) { return 1.0F / (1.0F + std::exp(-score)); }

// Little-endian numbers and texts with their length before them.
class Writer {
 public:
  template <class Number>
  void number(Number value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes += value;
  }
  template <class Number>
  void list(const std::vector<Number>& values) {
    number(static_cast<std::uint32_t>(values.size()));
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Number));
  }
  std::string bytes;
};

class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}
  template <class Number>
  Number number() {
    Number out{};
    if (take(sizeof(out))) std::memcpy(&out, taken_.data(), sizeof(out));
    return out;
  }
  std::string text() {
    const auto size = number<std::uint32_t>();
    return take(size) ? std::string(taken_) : std::string();
  }
  template <class Number>
  std::vector<Number> list() {
    const auto count = number<std::uint32_t>();
    std::vector<Number> out;
    if (!take(std::size_t{count} * sizeof(Number))) return out;
    out.resize(count);
    if (count > 0) std::memcpy(out.data(), taken_.data(), taken_.size());
    return out;
  }
  bool good() const { return good_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  bool take(std::size_t size) {
    good_ = good_ && size <= bytes_.size();
    if (!good_) return false;
    taken_ = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return true;
  }
  std::string_view bytes_;
  std::string_view taken_;
  bool good_ = true;
};

}  // namespace

ReasonTaxonomy::ReasonTaxonomy() {
  for (std::size_t i = 0; i < kReasons; ++i) builtin[i] = to_word(static_cast<Reason>(i));
}

Adaptation::Adaptation(ReasonTaxonomy taxonomy) : taxonomy_(std::move(taxonomy)) {}

void Adaptation::index() {
  slots_.assign(hashes_.empty() ? 0 : std::bit_ceil(hashes_.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < hashes_.size(); ++i) {
    std::size_t slot = hashes_[i] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = i + 1;
  }
}

const float* Adaptation::row_of(std::uint64_t hash) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (hashes_[slots_[slot] - 1] == hash) return &rows_[(slots_[slot] - 1) * outputs()];
  }
  return nullptr;
}

std::string Adaptation::write() const {
  Writer out;
  out.number(kFormat);
  for (const std::string& key : taxonomy_.builtin) out.text(key);
  out.number(static_cast<std::uint32_t>(taxonomy_.own.size()));
  for (const std::string& key : taxonomy_.own) out.text(key);
  out.number(static_cast<std::uint32_t>(own_keys_.size()));
  for (const std::string& key : own_keys_) out.text(key);
  out.list(hashes_);
  out.list(rows_);
  out.list(bias_);
  return std::move(out.bytes);
}

Result<Adaptation> Adaptation::read(std::string_view bytes) {
  Cursor in(bytes);
  const auto broken = [] {
    return fail(ErrorKind::kInvalid, "What this workspace taught the engine cannot be read.");
  };
  if (in.number<std::uint32_t>() != kFormat) return broken();
  Adaptation out;
  for (std::string& key : out.taxonomy_.builtin) key = in.text();
  for (auto* keys : {&out.taxonomy_.own, &out.own_keys_}) {
    const auto count = in.number<std::uint32_t>();
    if (count > kMostOwnReasons) return broken();
    for (std::uint32_t i = 0; i < count; ++i) keys->push_back(in.text());
  }
  out.hashes_ = in.list<std::uint64_t>();
  out.rows_ = in.list<float>();
  out.bias_ = in.list<float>();
  const bool fits = out.rows_.size() == out.hashes_.size() * out.outputs() &&
                    (out.bias_.empty() || out.bias_.size() == out.outputs());
  if (!in.good() || !in.at_end() || !fits) return broken();
  out.index();
  return out;
}

void AdaptationScores::add_up(const Adaptation& adaptation, const std::vector<Feature>& features) {
  sums_ = adaptation.bias_;
  if (adaptation.empty() || features.empty()) return;
  const float value = 1.0F / std::sqrt(static_cast<float>(features.size()));
  for (const Feature& feature : features) {
    const float* row = adaptation.row_of(feature.hash);
    if (row == nullptr) continue;
    for (std::size_t o = 0; o < sums_.size(); ++o) sums_[o] += row[o] * value;
  }
}

float AdaptationScores::own_reason(const Adaptation& adaptation, std::string_view key) const {
  const auto found = std::ranges::find(adaptation.own_keys_, key);
  if (found == adaptation.own_keys_.end()) return kUntaught;
  return kUntaught +
         at(Adaptation::kFixed + static_cast<std::size_t>(found - adaptation.own_keys_.begin()));
}

// Fits the rows of an adaptation to labelled posts.
class Learner {
 public:
  Learner(const std::shared_ptr<const Models>& models, const ReasonTaxonomy& taxonomy)
      : models_(models), taxonomy_(taxonomy), scorer_(MappedModels::of(*models).weights) {}

  Adaptation fit(const std::vector<const LabelledPost*>& posts,
                 const std::vector<const LabelledPost*>& words_from) {
    Adaptation out(taxonomy_);
    out.own_keys_ = taxonomy_.own;
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    for (const LabelledPost* post : words_from) {
      cut_tokens(post->text, tokens_);
      make_features(tokens_, false, features_);
      for (const Feature& feature : features_) {
        if (seen.size() >= kMostFeatures) break;
        if (seen.emplace(feature.hash, 0).second) out.hashes_.push_back(feature.hash);
      }
    }
    out.rows_.assign(out.hashes_.size() * out.outputs(), 0);
    out.bias_.assign(out.outputs(), 0);
    out.index();
    std::vector<Example> examples;
    for (const LabelledPost* post : posts) examples.push_back(example(*post, out));
    std::vector<float> squares(out.rows_.size(), 0.1F);
    std::vector<float> bias_squares(out.outputs(), 1);
    for (int round = 0; round < kRounds; ++round) {
      for (const Example& each : examples) step(each, out, squares, bias_squares);
    }
    return out;
  }

 private:
  struct Example {
    std::vector<std::uint32_t> rows;
    float value = 0;
    std::vector<float> base;    // the engine's own scores
    std::vector<float> target;  // below 0: not labelled
    int sentiment = -1;
  };

  Example example(const LabelledPost& post, const Adaptation& of) {
    Example out;
    cut_tokens(post.text, tokens_);
    scorer_.score(tokens_);
    const std::vector<Feature>& features = scorer_.features();
    out.value = features.empty() ? 0 : 1.0F / std::sqrt(static_cast<float>(features.size()));
    for (const Feature& feature : features) {
      if (const float* row = of.row_of(feature.hash)) {
        out.rows.push_back(static_cast<std::uint32_t>(row - of.rows_.data()));
      }
    }
    const OutputSettings& set = MappedModels::of(*models_).weights->settings();
    out.base.assign(of.outputs(), AdaptationScores::kUntaught);
    out.target.assign(of.outputs(), -1);
    for (std::size_t o = 0; o < Adaptation::kFixed; ++o) {
      const std::size_t slope = o < 3 ? kSentimentOutputs : o;
      out.base[o] = set.slope[slope] * scorer_.scores()[o] + (o < 3 ? 0 : set.shift[o]);
    }
    if (post.sentiment) out.sentiment = static_cast<int>(*post.sentiment);
    if (post.intents) {
      for (std::size_t i = 0; i < kIntents; ++i) {
        out.target[kIntentOutputs + i] =
            std::ranges::find(*post.intents, static_cast<Intent>(i)) != post.intents->end() ? 1 : 0;
      }
    }
    if (post.reasons) {
      const auto has = [&](const std::string& key) {
        return std::ranges::find(*post.reasons, key) != post.reasons->end() ? 1.0F : 0.0F;
      };
      for (std::size_t i = 0; i < kReasons; ++i) {
        out.target[kReasonOutputs + i] = has(taxonomy_.builtin[i]);
      }
      for (std::size_t i = 0; i < of.own_keys_.size(); ++i) {
        out.target[Adaptation::kFixed + i] = has(of.own_keys_[i]);
      }
    }
    return out;
  }

  static void step(const Example& each, Adaptation& out, std::vector<float>& squares,
                   std::vector<float>& bias_squares) {
    const std::size_t outputs = out.outputs();
    std::vector<float> gradient(each.base);
    for (std::size_t o = 0; o < outputs; ++o) gradient[o] += out.bias_[o];
    for (const std::uint32_t row : each.rows) {
      for (std::size_t o = 0; o < outputs; ++o) gradient[o] += out.rows_[row + o] * each.value;
    }
    if (each.sentiment >= 0) {
      const float most = std::max({gradient[0], gradient[1], gradient[2]});
      float sum = 0;
      for (std::size_t o = 0; o < 3; ++o) sum += std::exp(gradient[o] - most);
      for (std::size_t o = 0; o < 3; ++o) {
        gradient[o] = std::exp(gradient[o] - most) / sum -
                      (static_cast<int>(o) == each.sentiment ? 1.0F : 0.0F);
      }
    } else {
      std::fill_n(gradient.begin(), 3, 0.0F);
    }
    for (std::size_t o = 3; o < outputs; ++o) {
      gradient[o] = each.target[o] < 0 ? 0 : logistic(gradient[o]) - each.target[o];
    }
    // A reason of the workspace's own has no bias: most posts that teach it are about it, and it
    // must not be found in all others therefore.
    for (std::size_t o = 0; o < Adaptation::kFixed; ++o) {
      bias_squares[o] += gradient[o] * gradient[o];
      out.bias_[o] -= 0.1F * (gradient[o] + kDecay * out.bias_[o]) / std::sqrt(bias_squares[o]);
    }
    for (const std::uint32_t row : each.rows) {
      for (std::size_t o = 0; o < outputs; ++o) {
        if (gradient[o] == 0) continue;
        const float g = gradient[o] * each.value + kDecay * out.rows_[row + o];
        squares[row + o] += g * g;
        out.rows_[row + o] -= kRate * g / std::sqrt(squares[row + o]);
      }
    }
  }

  const std::shared_ptr<const Models> models_;
  const ReasonTaxonomy& taxonomy_;
  Scorer scorer_;
  Tokens tokens_;
  std::vector<Feature> features_;
};

namespace {

template <class Label>
double likeness(std::vector<Label> is, const std::vector<Found<Label>>& says) {
  std::ranges::sort(is);
  is.erase(std::unique(is.begin(), is.end()), is.end());
  std::size_t both = 0;
  for (const Found<Label>& found : says) both += std::ranges::count(is, found.label) > 0;
  const std::size_t either = is.size() + says.size() - both;
  return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

struct Score {
  double right = 0;
  double of = 0;

  // Sentiment is right or wrong; a set of labels as far as it is the same (Jaccard).
  void add(const LabelledPost& post, const Reading& reading) {
    if (post.sentiment) {
      right += reading.sentiment_read && reading.sentiment == *post.sentiment;
      ++of;
    }
    if (post.intents) {
      right += likeness(*post.intents, reading.intents);
      ++of;
    }
    if (post.reasons) {
      right += likeness(*post.reasons, reading.reasons);
      ++of;
    }
  }
  double share() const { return of > 0 ? right / of : 0; }
};

}  // namespace

Result<Learned> learn(const std::shared_ptr<const Models>& models, const ReasonTaxonomy& taxonomy,
                      const std::vector<LabelledPost>& corrected,
                      const std::vector<LabelledPost>& accepted) {
  if (corrected.empty()) return invalid("Nothing was corrected yet, so there is nothing to learn.");
  const auto reader = Reader::make(models);
  Learner learner(models, taxonomy);
  const Adaptation untaught(taxonomy);
  std::vector<const LabelledPost*> all;
  for (const auto* list : {&corrected, &accepted}) {
    for (const LabelledPost& post : *list) all.push_back(&post);
  }
  Score before;
  Score after;
  Reading reading;
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<const LabelledPost*> known;
    std::vector<const LabelledPost*> known_corrected;
    std::vector<const LabelledPost*> held_out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      // By turns among each kind, so that each part has of both.
      const std::size_t turn = i < corrected.size() ? i : i - corrected.size();
      if (turn % kFolds == static_cast<std::size_t>(fold)) {
        held_out.push_back(all[i]);
        continue;
      }
      known.push_back(all[i]);
      if (i < corrected.size()) known_corrected.push_back(all[i]);
    }
    const Adaptation taught = learner.fit(known, known_corrected);
    for (const LabelledPost* post : held_out) {
      reader->read(post->text, post->language, &untaught, reading);
      before.add(*post, reading);
      reader->read(post->text, post->language, &taught, reading);
      after.add(*post, reading);
    }
  }
  std::vector<const LabelledPost*> all_corrected(
      all.begin(), all.begin() + static_cast<std::ptrdiff_t>(corrected.size()));
  return Learned{learner.fit(all, all_corrected), all.size(), before.share(), after.share()};
}

}  // namespace rapport
