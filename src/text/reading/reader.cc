#include "text/reading/reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/entities/entities.h"
#include "text/learning/adaptation.h"
#include "text/reading/mapped_models.h"
#include "text/reading/scorer.h"
#include "text/reading/weights.h"
#include "text/tokens/tokens.h"

namespace rapport {
namespace {

// In which sentiment is read, and in which everything is: there are labelled texts of these.
constexpr std::array<std::string_view, 8> kSentimentLanguages = {"en", "ar", "de", "es",
                                                                 "fr", "hi", "it", "pt"};
constexpr std::string_view kWholeLanguage = "en";
constexpr std::string_view kHindi = "hi";
constexpr float kSurelyEnglish = 0.95F;

// A post is only looked at for the reasons of a complaint if it is one, or nearly.
constexpr float kNearlyAComplaint = 0.4F;
constexpr float kUrgent = 0.6F;
// A token is evidence from this share of the strongest token's on.
constexpr float kTelling = 0.45F;

float logistic(float score) { return 1.0F / (1.0F + std::exp(-score)); }

template <std::size_t N>
void softmax(std::array<float, N>& scores) {
  const float most = *std::ranges::max_element(scores);
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - most);
  for (float& score : scores) score /= sum;
}

template <class Label>
void likeliest_first(std::vector<Found<Label>>& list) {
  std::ranges::sort(list, [](const auto& a, const auto& b) {
    return a.p != b.p ? a.p > b.p : a.label < b.label;
  });
}

class MappedReader final : public Reader {
 public:
  explicit MappedReader(std::shared_ptr<const MappedModels> models)
      : models_(std::move(models)), scorer_(models_->weights) {}

  void read(std::string_view text, std::string_view language, const Adaptation* adaptation,
            Reading& out) override {
    clear(out);
    text = text.substr(0, kMostReadBytes);
    cut_tokens(text, tokens_);
    find_entities(text, out.entities);
    // In every language: topics are the workspace's own words.
    if (adaptation != nullptr && adaptation->topics() != nullptr) {
      adaptation->topics()->assign(tokens_, out.topics);
    }
    bool words = false;
    bool anything = false;
    for (const TextToken& token : tokens_.list) {
      words = words || token.kind == TokenKind::kWord || token.kind == TokenKind::kDense;
      anything = anything || token.kind == TokenKind::kEmoji ||
                 token.kind == TokenKind::kEmoticon || token.kind == TokenKind::kHashtag ||
                 token.kind == TokenKind::kPunctuation;
    }
    anything = anything || words;
    if (words) {
      const LanguageGuess guess = models_->language->guess(text, language);
      out.language = guess.tag;
      out.language_p = guess.p;
      // Hindi is as often written in Latin letters, which the language model does not know; the
      // sentiment weights do.
      if (language.substr(0, 2) == kHindi && guess.tag != kHindi &&
          (guess.tag != kWholeLanguage || guess.p < kSurelyEnglish)) {
        out.language = kHindi;
      }
    }
    if (!anything) return;  // names and addresses alone: kEmpty
    // Hearts and question marks are the same in every language.
    const bool whole = !words || out.language == kWholeLanguage;
    out.sentiment_read =
        whole || std::ranges::find(kSentimentLanguages, out.language) != kSentimentLanguages.end();
    if (!out.sentiment_read) {
      unread(out);
      return;
    }
    scorer_.score(tokens_);
    if (adaptation != nullptr) extra_.add_up(*adaptation, scorer_.features());
    adaptation_ = adaptation;
    read_sentiment(out);
    if (!whole) {
      unread(out);
      return;
    }
    out.rest_read = true;
    read_intents(out);
    read_reasons(out);
    read_emotion(out);
    read_levels(out);
    decide(out);
  }

 private:
  // A person must look; we do not guess.
  static void unread(Reading& out) {
    out.needs_reply = true;
    out.needs_reply_p = 0.5F;
    out.why = ReplyWhy::kUnread;
  }

  const OutputSettings& settings() const { return models_->weights->settings(); }
  float p_of(std::size_t output, float extra = 0) const {
    const OutputSettings& set = settings();
    return logistic(set.slope[output] * scorer_.scores()[output] + set.shift[output] + extra);
  }

  void read_sentiment(Reading& out) {
    std::array<float, 3> p;
    for (std::size_t i = 0; i < 3; ++i) {
      p[i] = settings().slope[kSentimentOutputs] * scorer_.scores()[kSentimentOutputs + i] +
             (adaptation_ != nullptr ? extra_.sentiment(i) : 0);
    }
    softmax(p);
    out.sentiment_p = p;
    const auto which = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
    out.sentiment = static_cast<Sentiment>(which);
    out.score = p[2] - p[0];
    if (which != 1)
      find_evidence(kSentimentOutputs + which, kSentimentOutputs + 2 - which,
                    out.sentiment_evidence);
  }

  void read_intents(Reading& out) {
    for (std::size_t i = 0; i < kIntents; ++i) {
      const std::size_t output = kIntentOutputs + i;
      intent_p_[i] = p_of(output, adaptation_ != nullptr ? extra_.intent(i) : 0);
      if (intent_p_[i] < settings().threshold[output]) continue;
      Found<Intent>& found = out.intents.emplace_back();
      found.label = static_cast<Intent>(i);
      found.p = intent_p_[i];
      find_evidence(output, kOutputs, found.evidence);
    }
    likeliest_first(out.intents);
  }

  bool holds(Intent intent) const {
    const auto i = static_cast<std::size_t>(intent);
    return intent_p_[i] >= settings().threshold[kIntentOutputs + i];
  }
  float p_of(Intent intent) const { return intent_p_[static_cast<std::size_t>(intent)]; }

  void read_reasons(Reading& out) {
    const bool complains =
        std::max(p_of(Intent::kComplaint), p_of(Intent::kProblem)) >= kNearlyAComplaint;
    for (std::size_t i = 0; complains && i < kReasons; ++i) {
      const std::size_t output = kReasonOutputs + i;
      const float p = p_of(output, adaptation_ != nullptr ? extra_.reason(i) : 0);
      if (p < settings().threshold[output]) continue;
      const std::string_view key = adaptation_ != nullptr
                                       ? std::string_view(adaptation_->taxonomy().builtin[i])
                                       : to_word(static_cast<Reason>(i));
      add_reason(out, key, p, output);
    }
    if (adaptation_ != nullptr) {
      for (const std::string& key : adaptation_->taxonomy().own) {
        const float p = logistic(extra_.own_reason(*adaptation_, key));
        if (p >= 0.5F) add_reason(out, key, p, kOutputs);
      }
    }
    likeliest_first(out.reasons);
  }

  // Two reasons that were merged answer to one key: the likelier one speaks.
  void add_reason(Reading& out, std::string_view key, float p, std::size_t output) {
    for (Found<std::string>& found : out.reasons) {
      if (found.label != key) continue;
      if (p > found.p) {
        found.p = p;
        found.evidence.clear();
        if (output < kOutputs) find_evidence(output, kOutputs, found.evidence);
      }
      return;
    }
    Found<std::string>& found = out.reasons.emplace_back();
    found.label = key;
    found.p = p;
    if (output < kOutputs) find_evidence(output, kOutputs, found.evidence);
  }

  void read_emotion(Reading& out) {
    std::array<float, kEmotions> p;
    for (std::size_t i = 0; i + 1 < kEmotions; ++i) {
      p[i] = settings().slope[kEmotionOutputs] * scorer_.scores()[kEmotionOutputs + i];
    }
    p[kEmotions - 1] = 0;
    softmax(p);
    const auto which = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
    out.emotion.label = static_cast<Emotion>(which);
    out.emotion.p = p[which];
    if (out.emotion.label != Emotion::kNone) {
      find_evidence(kEmotionOutputs + which, kOutputs, out.emotion.evidence);
    }
  }

  void read_levels(Reading& out) {
    out.toxicity = p_of(kToxicityOutput);
    if (out.toxicity >= settings().threshold[kToxicityOutput]) {
      find_evidence(kToxicityOutput, kOutputs, out.toxicity_evidence);
    }
    out.urgency = p_of(kUrgencyOutput);
    if (out.urgency >= settings().threshold[kUrgencyOutput]) {
      find_evidence(kUrgencyOutput, kOutputs, out.urgency_evidence);
    }
  }

  void decide(Reading& out) {
    out.needs_reply_p = p_of(kNeedsReplyOutput);
    out.needs_reply = out.needs_reply_p >= settings().threshold[kNeedsReplyOutput];
    if (holds(Intent::kSpam)) {
      out.needs_reply = false;
      out.why = ReplyWhy::kSpam;
      copy_evidence(out, Intent::kSpam);
      return;
    }
    if (!out.needs_reply) {
      const bool kind = holds(Intent::kPraise) || holds(Intent::kThanks);
      out.why = kind ? ReplyWhy::kKind : ReplyWhy::kSays;
      if (kind) copy_evidence(out, holds(Intent::kThanks) ? Intent::kThanks : Intent::kPraise);
      return;
    }
    find_evidence(kNeedsReplyOutput, kOutputs, out.needs_reply_evidence);
    if (out.urgency >= kUrgent) {
      out.why = ReplyWhy::kUrgent;
      out.needs_reply_evidence = out.urgency_evidence;
      return;
    }
    // The likeliest of what may call for an answer.
    struct Cause {
      Intent intent;
      ReplyWhy why;
    };
    constexpr std::array<Cause, 6> kCauses = {{{Intent::kQuestion, ReplyWhy::kAsks},
                                               {Intent::kRequest, ReplyWhy::kAsks},
                                               {Intent::kComplaint, ReplyWhy::kComplains},
                                               {Intent::kProblem, ReplyWhy::kComplains},
                                               {Intent::kSalesInterest, ReplyWhy::kBuying},
                                               {Intent::kSuggestion, ReplyWhy::kSuggests}}};
    const Cause& cause = *std::ranges::max_element(
        kCauses, {}, [&](const Cause& each) { return p_of(each.intent); });
    out.why = cause.why;
    if (holds(cause.intent)) copy_evidence(out, cause.intent);
  }

  static void copy_evidence(Reading& out, Intent intent) {
    for (const Found<Intent>& found : out.intents) {
      if (found.label == intent) out.needs_reply_evidence = found.evidence;
    }
  }

  // What spoke for `output` (and against `opposite`, if there is one: kOutputs for none), as spans.
  void find_evidence(std::size_t output, std::size_t opposite, Evidence& out) {
    const std::size_t count = tokens_.list.size();
    shares_.resize(count);
    float most = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const float own =
          scorer_.own_share(i, output) - (opposite < kOutputs ? scorer_.own_share(i, opposite) : 0);
      const float joint = scorer_.joint_share(i, output) -
                          (opposite < kOutputs ? scorer_.joint_share(i, opposite) : 0);
      const TokenKind kind = tokens_.list[i].kind;
      const bool nobody = kind == TokenKind::kMention || kind == TokenKind::kLink;
      shares_[i] = {nobody ? 0 : own + joint, joint > own};
      most = std::max(most, shares_[i].value);
    }
    if (most <= 0) return;
    for (float from = kTelling; from <= 1.01F; from += 0.18F) {
      out.clear();
      std::size_t spans = 0;
      std::size_t behind_last = count + 1;  // index behind the last token taken
      for (std::size_t i = 0; i < count; ++i) {
        if (shares_[i].value < from * most) continue;
        const std::size_t first =
            shares_[i].with_before && i > 0 && tokens_.list[i - 1].kind != TokenKind::kMention
                ? i - 1
                : i;
        const Span span{tokens_.list[first].span.begin, tokens_.list[i].span.end};
        if (spans > 0 && behind_last >= first) {
          if (spans <= Evidence::kMost) (out.end() - 1)->end = span.end;
        } else {
          ++spans;
          out.add(span);
        }
        behind_last = i + 1;
      }
      if (spans <= Evidence::kMost) return;
    }
  }

  struct Share {
    float value = 0;
    bool with_before = false;  // it says it together with the token before it
  };

  const std::shared_ptr<const MappedModels> models_;
  Scorer scorer_;
  Tokens tokens_;
  AdaptationScores extra_;
  const Adaptation* adaptation_ = nullptr;
  std::array<float, kIntents> intent_p_{};
  std::vector<Share> shares_;
};

}  // namespace

Result<std::shared_ptr<const Models>> Models::open(const std::string& folder) {
  auto weights = Weights::open(folder + "/reading.bin");
  if (!weights) return fail(std::move(weights.error()));
  auto language = LanguageModel::open(folder + "/language.bin");
  if (!language) return fail(std::move(language.error()));
  return std::make_shared<const MappedModels>(std::move(*weights), std::move(*language));
}

std::unique_ptr<Reader> Reader::make(std::shared_ptr<const Models> models) {
  return std::make_unique<MappedReader>(
      std::static_pointer_cast<const MappedModels>(std::move(models)));
}

}  // namespace rapport
