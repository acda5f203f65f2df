// What a workspace taught the engine: a small change to its scores, learned from its members'
// corrections, and its own taxonomy of reasons. Pure values; the desk keeps and switches them.
//
// The trained weights stay as they are. For each output that was corrected there is a bias and a
// weight for each word and pair of words of the corrected posts, learned by logistic regression
// with the engine's own score as a fixed part (a prior, so that few examples change little), and
// pulled to zero (L2).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/reading.h"
#include "text/reading/features.h"
#include "text/topics/topics.h"

namespace rapport {

class Models;

// The reasons of a workspace. A built-in reason that was merged into another says that one's key.
struct ReasonTaxonomy {
  std::array<std::string, kReasons> builtin;  // key each answers to; its own word by default
  std::vector<std::string> own;  // keys that the workspace added; learned by correcting

  ReasonTaxonomy();
  bool operator==(const ReasonTaxonomy&) const = default;
};

// A post as a member says it should be read. What is not set was not corrected.
struct LabelledPost {
  std::string text;
  std::string language;
  std::optional<Sentiment> sentiment;
  std::optional<std::vector<Intent>> intents;
  std::optional<std::vector<std::string>> reasons;
};

class Adaptation {
 public:
  explicit Adaptation(ReasonTaxonomy taxonomy = {});

  const ReasonTaxonomy& taxonomy() const { return taxonomy_; }
  // The same learned weights under another taxonomy (a rename changes nothing, a merge does).
  void use(ReasonTaxonomy taxonomy) { taxonomy_ = std::move(taxonomy); }
  bool empty() const { return rows_.empty(); }

  // The workspace's topics. They are kept apart from what was learned, and are not among the bytes.
  void use_topics(std::shared_ptr<const TopicIndex> topics) { topics_ = std::move(topics); }
  const TopicIndex* topics() const { return topics_.get(); }

  // As bytes for the database, and back. Error: not written by write().
  std::string write() const;
  static Result<Adaptation> read(std::string_view bytes);

  bool operator==(const Adaptation&) const = default;

 private:
  friend class AdaptationScores;
  friend class Learner;

  // Outputs: 3 of sentiment, the intents, the built-in reasons, then the workspace's own.
  static constexpr std::size_t kFixed = 3 + kIntents + kReasons;
  std::size_t outputs() const { return kFixed + own_keys_.size(); }
  const float* row_of(std::uint64_t hash) const;
  void index();

  ReasonTaxonomy taxonomy_;
  std::vector<std::string> own_keys_;  // whose outputs were learned, in their order
  std::vector<std::uint64_t> hashes_;  // of the features
  std::vector<float> rows_;            // hashes_.size() × outputs()
  std::vector<float> bias_;            // outputs()
  std::vector<std::uint32_t> slots_;   // open table: index into hashes_ + 1
  std::shared_ptr<const TopicIndex> topics_;
};

// What an adaptation adds to the scores of one text. Working memory; one a thread.
class AdaptationScores {
 public:
  void add_up(const Adaptation& adaptation, const std::vector<Feature>& features);

  float sentiment(std::size_t which) const { return at(which); }
  float intent(std::size_t which) const { return at(3 + which); }
  float reason(std::size_t which) const { return at(3 + kIntents + which); }
  // Of a reason that the workspace added; what was never taught is unlikely.
  float own_reason(const Adaptation& adaptation, std::string_view key) const;

  // Score that a reason starts from before anybody taught it.
  static constexpr float kUntaught = -1;

 private:
  float at(std::size_t output) const { return output < sums_.size() ? sums_[output] : 0; }
  std::vector<float> sums_;
};

struct Learned {
  Adaptation adaptation;
  std::size_t examples = 0;
  // Share of decisions that are right on what was held out, in five parts by turns: by the engine
  // alone, and with what was learned from the other four parts.
  double before = 0;
  double after = 0;
  bool better() const { return after > before; }
};

// Learns from `corrected`. `accepted` are posts of the same workspace whose reading stood when
// members dealt with them: they keep the engine from unlearning what was right. Both are part of
// the held-out score. Deterministic. Error: nothing was corrected.
Result<Learned> learn(const std::shared_ptr<const Models>& models, const ReasonTaxonomy& taxonomy,
                      const std::vector<LabelledPost>& corrected,
                      const std::vector<LabelledPost>& accepted);

}  // namespace rapport
