#include "model/correction.h"

#include <algorithm>

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ReadingPart, 3> kParts{{{ReadingPart::kSentiment, "sentiment"},
                                        {ReadingPart::kIntent, "intents"},
                                        {ReadingPart::kReason, "reasons"}}};

// What a member named is certain; what was not found by the engine has no evidence.
template <class Label>
std::vector<Found<Label>> corrected_list(const std::vector<Found<Label>>& found,
                                         const std::vector<Label>& labels) {
  std::vector<Found<Label>> out;
  for (const Label& label : labels) {
    if (std::ranges::find(out, label, &Found<Label>::label) != out.end()) continue;
    Found<Label> next;
    const auto known = std::ranges::find(found, label, &Found<Label>::label);
    if (known != found.end()) next.evidence = known->evidence;
    next.label = label;
    next.p = 1;
    out.push_back(std::move(next));
  }
  return out;
}

void correct_sentiment(Reading& reading, Sentiment sentiment) {
  if (!reading.sentiment_read || reading.sentiment != sentiment) {
    reading.sentiment_evidence.clear();
  }
  reading.sentiment_read = true;
  reading.sentiment = sentiment;
  reading.sentiment_p = {};
  reading.sentiment_p[static_cast<std::size_t>(sentiment)] = 1;
  reading.score = reading.sentiment_p[2] - reading.sentiment_p[0];
}

// What each intent means for an answer, the weightiest first; spam needs none whatever else holds.
struct Consequence {
  Intent intent;
  bool needs_reply;
  ReplyWhy why;
};
constexpr std::array<Consequence, kIntents> kConsequences{{
    {Intent::kSpam, false, ReplyWhy::kSpam},
    {Intent::kQuestion, true, ReplyWhy::kAsks},
    {Intent::kRequest, true, ReplyWhy::kAsks},
    {Intent::kComplaint, true, ReplyWhy::kComplains},
    {Intent::kProblem, true, ReplyWhy::kComplains},
    {Intent::kSalesInterest, true, ReplyWhy::kBuying},
    {Intent::kSuggestion, true, ReplyWhy::kSuggests},
    {Intent::kThanks, false, ReplyWhy::kKind},
    {Intent::kPraise, false, ReplyWhy::kKind},
}};

void decide_again(Reading& reading) {
  reading.needs_reply = false;
  reading.why = ReplyWhy::kSays;
  reading.needs_reply_evidence.clear();
  for (const Consequence& each : kConsequences) {
    const auto found = std::ranges::find(reading.intents, each.intent, &Found<Intent>::label);
    if (found == reading.intents.end()) continue;
    reading.needs_reply = each.needs_reply;
    reading.why = each.why;
    reading.needs_reply_evidence = found->evidence;
    break;
  }
  reading.needs_reply_p = reading.needs_reply ? 1 : 0;
}

void correct_intents(Reading& reading, const std::vector<std::string>& words) {
  std::vector<Intent> labels;
  for (const std::string& word : words) {
    if (const auto intent = intent_of(word)) labels.push_back(*intent);
  }
  reading.intents = corrected_list(reading.intents, labels);
  decide_again(reading);
}

}  // namespace

std::string_view to_word(ReadingPart part) { return kParts.word(part); }
std::optional<ReadingPart> reading_part_of(std::string_view word) { return kParts.find(word); }

std::vector<std::string> words_of(const Reading& reading, ReadingPart part) {
  std::vector<std::string> words;
  switch (part) {
    case ReadingPart::kSentiment:
      if (reading.sentiment_read) words.emplace_back(to_word(reading.sentiment));
      break;
    case ReadingPart::kIntent:
      for (const auto& found : reading.intents) words.emplace_back(to_word(found.label));
      break;
    case ReadingPart::kReason:
      for (const auto& found : reading.reasons) words.push_back(found.label);
      break;
  }
  return words;
}

void correct(Reading& reading, ReadingPart part, const std::vector<std::string>& words) {
  switch (part) {
    case ReadingPart::kSentiment: {
      const auto sentiment = words.empty() ? std::nullopt : sentiment_of(words.front());
      if (sentiment) correct_sentiment(reading, *sentiment);
      break;
    }
    case ReadingPart::kIntent:
      correct_intents(reading, words);
      break;
    case ReadingPart::kReason:
      reading.reasons = corrected_list(reading.reasons, words);
      break;
  }
}

void correct(Reading& reading, const std::vector<Correction>& corrections) {
  for (const Correction& each : corrections) {
    if (each.stands()) correct(reading, each.part, each.now);
  }
}

}  // namespace rapport
