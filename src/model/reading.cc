#include "model/reading.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<Sentiment, 3> kSentimentWords{{{Sentiment::kNegative, "negative"},
                                               {Sentiment::kNeutral, "neutral"},
                                               {Sentiment::kPositive, "positive"}}};

constexpr Words<Intent, kIntents> kIntentWords{{{Intent::kQuestion, "question"},
                                                {Intent::kComplaint, "complaint"},
                                                {Intent::kPraise, "praise"},
                                                {Intent::kRequest, "request"},
                                                {Intent::kSuggestion, "suggestion"},
                                                {Intent::kThanks, "thanks"},
                                                {Intent::kProblem, "problem"},
                                                {Intent::kSalesInterest, "sales_interest"},
                                                {Intent::kSpam, "spam"}}};

constexpr Words<Reason, kReasons> kReasonWords{{{Reason::kDelivery, "delivery"},
                                                {Reason::kPrice, "price"},
                                                {Reason::kQuality, "quality"},
                                                {Reason::kService, "service"},
                                                {Reason::kWaiting, "waiting"},
                                                {Reason::kAvailability, "availability"},
                                                {Reason::kUsability, "usability"},
                                                {Reason::kPolicy, "policy"},
                                                {Reason::kTrust, "trust"},
                                                {Reason::kCommunication, "communication"}}};

constexpr Words<Emotion, kEmotions> kEmotionWords{{{Emotion::kJoy, "joy"},
                                                   {Emotion::kAnger, "anger"},
                                                   {Emotion::kSadness, "sadness"},
                                                   {Emotion::kFear, "fear"},
                                                   {Emotion::kSurprise, "surprise"},
                                                   {Emotion::kGratitude, "gratitude"},
                                                   {Emotion::kDisappointment, "disappointment"},
                                                   {Emotion::kNone, "none"}}};

constexpr Words<ReplyWhy, 10> kReplyWhyWords{{{ReplyWhy::kAsks, "asks"},
                                              {ReplyWhy::kComplains, "complains"},
                                              {ReplyWhy::kUrgent, "urgent"},
                                              {ReplyWhy::kBuying, "buying"},
                                              {ReplyWhy::kSuggests, "suggests"},
                                              {ReplyWhy::kKind, "kind"},
                                              {ReplyWhy::kSays, "says"},
                                              {ReplyWhy::kSpam, "spam"},
                                              {ReplyWhy::kEmpty, "empty"},
                                              {ReplyWhy::kUnread, "unread"}}};

constexpr Words<TextEntityKind, 6> kTextEntityWords{{{TextEntityKind::kMention, "mention"},
                                                     {TextEntityKind::kHashtag, "hashtag"},
                                                     {TextEntityKind::kLink, "link"},
                                                     {TextEntityKind::kCashtag, "cashtag"},
                                                     {TextEntityKind::kEmoji, "emoji"},
                                                     {TextEntityKind::kEmail, "email"}}};

}  // namespace

std::string_view to_word(Sentiment sentiment) { return kSentimentWords.word(sentiment); }
std::optional<Sentiment> sentiment_of(std::string_view word) { return kSentimentWords.find(word); }
std::string_view to_word(Intent intent) { return kIntentWords.word(intent); }
std::optional<Intent> intent_of(std::string_view word) { return kIntentWords.find(word); }
std::string_view to_word(Reason reason) { return kReasonWords.word(reason); }
std::optional<Reason> reason_of(std::string_view word) { return kReasonWords.find(word); }
std::string_view to_word(Emotion emotion) { return kEmotionWords.word(emotion); }
std::optional<Emotion> emotion_of(std::string_view word) { return kEmotionWords.find(word); }
std::string_view to_word(ReplyWhy why) { return kReplyWhyWords.word(why); }
std::optional<ReplyWhy> reply_why_of(std::string_view word) { return kReplyWhyWords.find(word); }
std::string_view to_word(TextEntityKind kind) { return kTextEntityWords.word(kind); }
std::optional<TextEntityKind> text_entity_kind_of(std::string_view word) {
  return kTextEntityWords.find(word);
}

void clear(Reading& reading) {
  reading.language = "und";
  reading.language_p = 0;
  reading.sentiment_read = false;
  reading.sentiment = Sentiment::kNeutral;
  reading.sentiment_p = {};
  reading.score = 0;
  reading.sentiment_evidence.clear();
  reading.rest_read = false;
  reading.intents.clear();
  reading.reasons.clear();
  reading.emotion = {Emotion::kNone, 0, {}};
  reading.toxicity = 0;
  reading.toxicity_evidence.clear();
  reading.urgency = 0;
  reading.urgency_evidence.clear();
  reading.needs_reply = false;
  reading.needs_reply_p = 0;
  reading.why = ReplyWhy::kEmpty;
  reading.needs_reply_evidence.clear();
  reading.topics.clear();
  reading.entities.clear();
}

}  // namespace rapport
