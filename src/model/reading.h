// What the engine understood of a post. Every answer carries its evidence: the spans of the text
// that decided it.
//
// A Reading is made to be used again: reading the next post into it allocates nothing once its
// lists have grown.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// UTF-8 bytes [begin, end) of the text; never inside a character.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

// The few spans that decided an answer, in the order of the text and apart.
class Evidence {
 public:
  static constexpr std::size_t kMost = 4;

  // Ignored once it is full.
  void add(Span span) {
    if (count_ < kMost) spans_[count_++] = span;
  }
  void clear() { count_ = 0; }
  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  const Span* begin() const { return spans_.data(); }
  const Span* end() const { return spans_.data() + count_; }
  Span* begin() { return spans_.data(); }
  Span* end() { return spans_.data() + count_; }

  bool operator==(const Evidence& other) const {
    if (count_ != other.count_) return false;
    for (std::size_t i = 0; i < count_; ++i) {
      if (spans_[i] != other.spans_[i]) return false;
    }
    return true;
  }

 private:
  std::array<Span, kMost> spans_{};
  std::size_t count_ = 0;
};

enum class Sentiment { kNegative, kNeutral, kPositive };

std::string_view to_word(Sentiment sentiment);
std::optional<Sentiment> sentiment_of(std::string_view word);

// What its author wants; several may hold.
enum class Intent {
  kQuestion,
  kComplaint,
  kPraise,
  kRequest,
  kSuggestion,
  kThanks,
  kProblem,        // reports that something does not work
  kSalesInterest,  // thinks of buying
  kSpam,           // spam, or nothing to do with the brand
};
inline constexpr std::size_t kIntents = 9;

std::string_view to_word(Intent intent);
std::optional<Intent> intent_of(std::string_view word);

// The starter taxonomy of what a complaint is about. A workspace renames, adds and merges; its
// reasons are told apart by their key, which is one of these words or one of its own.
enum class Reason {
  kDelivery,
  kPrice,  // price or billing
  kQuality,
  kService,  // staff or service
  kWaiting,  // waiting time
  kAvailability,
  kUsability,
  kPolicy,
  kTrust,  // trust or safety
  kCommunication,
};
inline constexpr std::size_t kReasons = 10;

std::string_view to_word(Reason reason);
std::optional<Reason> reason_of(std::string_view word);

enum class Emotion {
  kJoy,
  kAnger,
  kSadness,
  kFear,
  kSurprise,
  kGratitude,
  kDisappointment,
  kNone,
};
inline constexpr std::size_t kEmotions = 8;

std::string_view to_word(Emotion emotion);
std::optional<Emotion> emotion_of(std::string_view word);

// Why a post needs a reply, or why it does not.
enum class ReplyWhy {
  kAsks,       // a question or a request
  kComplains,  // a complaint or a problem
  kUrgent,     // something that cannot wait
  kBuying,     // thinks of buying
  kSuggests,   // took the time to suggest something
  kKind,       // praise or thanks: a word back would be kind, none is owed
  kSays,       // only says something
  kSpam,       // spam, or nothing to do with us
  kEmpty,      // no words to read
  kUnread,     // a language that is not read: a person must look
};

std::string_view to_word(ReplyWhy why);
std::optional<ReplyWhy> reply_why_of(std::string_view word);

// One of several labels that may hold together.
template <class Label>
struct Found {
  Label label{};
  float p = 0;  // calibrated probability, 0 to 1
  Evidence evidence;

  bool operator==(const Found&) const = default;
};

// What stands in the text itself, by Unicode rules. Links and mentions that the network tells are
// entities of the post (model/post.h) and go before these.
enum class TextEntityKind { kMention, kHashtag, kLink, kCashtag, kEmoji, kEmail };

std::string_view to_word(TextEntityKind kind);
std::optional<TextEntityKind> text_entity_kind_of(std::string_view word);

struct TextEntity {
  TextEntityKind kind = TextEntityKind::kLink;
  Span span;

  bool operator==(const TextEntity&) const = default;
};

struct Reading {
  // BCP 47; "und" where it could not be told. Always one of the names the engine knows.
  std::string_view language = "und";
  float language_p = 0;

  // Sentiment is read in some languages only, the rest in fewer; what is not read says nothing.
  bool sentiment_read = false;
  Sentiment sentiment = Sentiment::kNeutral;
  std::array<float, 3> sentiment_p{};  // negative, neutral, positive; calibrated; they sum up to 1
  float score = 0;                     // -1 (bad) to 1 (good): p of positive less p of negative
  Evidence sentiment_evidence;

  bool rest_read = false;                   // intents, reasons, emotion, toxicity, urgency
  std::vector<Found<Intent>> intents;       // likeliest first
  std::vector<Found<std::string>> reasons;  // keys of the workspace's taxonomy; likeliest first
  Found<Emotion> emotion;
  float toxicity = 0;  // 0 to 1
  Evidence toxicity_evidence;
  float urgency = 0;  // 0 to 1
  Evidence urgency_evidence;

  bool needs_reply = false;
  float needs_reply_p = 0;
  ReplyWhy why = ReplyWhy::kEmpty;
  Evidence needs_reply_evidence;

  std::vector<Found<std::int64_t>> topics;  // the workspace's own (ids), likeliest first
  std::vector<TextEntity> entities;         // in order and apart

  bool operator==(const Reading&) const = default;
};

// Ready for the next post; keeps its memory.
void clear(Reading& reading);

}  // namespace rapport
