// Readings as JSON.

#include <cmath>

#include "http/wire/parts.h"

namespace rapport {
namespace {

// Three decimals, which is more than the engine knows.
double share(double value) { return std::round(value * 1000) / 1000; }

json::array evidence_part(const Evidence& evidence) {
  json::array out;
  for (const Span& span : evidence) out.push_back(json::array{span.begin, span.end});
  return out;
}

json::value sentiment_part(const Reading& reading) {
  if (!reading.sentiment_read) return nullptr;
  json::array p;
  for (const float each : reading.sentiment_p) p.push_back(share(each));
  return json::object{{"label", to_word(reading.sentiment)},
                      {"score", share(reading.score)},
                      {"p", std::move(p)},
                      {"evidence", evidence_part(reading.sentiment_evidence)}};
}

}  // namespace

json::object reading_part(const Reading& it) {
  json::array intents, reasons;
  for (const auto& found : it.intents) {
    intents.push_back(json::object{{"label", to_word(found.label)},
                                   {"p", share(found.p)},
                                   {"evidence", evidence_part(found.evidence)}});
  }
  for (const auto& found : it.reasons) {
    reasons.push_back(json::object{{"key", found.label},
                                   {"name", reason_name(found.label)},
                                   {"p", share(found.p)},
                                   {"evidence", evidence_part(found.evidence)}});
  }
  json::value emotion, toxicity, urgency;
  if (it.rest_read) {
    emotion = json::object{{"label", to_word(it.emotion.label)},
                           {"p", share(it.emotion.p)},
                           {"evidence", evidence_part(it.emotion.evidence)}};
    toxicity =
        json::object{{"p", share(it.toxicity)}, {"evidence", evidence_part(it.toxicity_evidence)}};
    urgency = json::object{{"value", share(it.urgency)},
                           {"evidence", evidence_part(it.urgency_evidence)}};
  }
  return {{"language", it.language},
          {"read", it.rest_read        ? "all"
                   : it.sentiment_read ? "sentiment"
                                       : "nothing"},
          {"sentiment", sentiment_part(it)},
          {"intents", std::move(intents)},
          {"reasons", std::move(reasons)},
          {"emotion", std::move(emotion)},
          {"toxicity", std::move(toxicity)},
          {"urgency", std::move(urgency)},
          {"needs_reply", json::object{{"value", it.needs_reply},
                                       {"p", share(it.needs_reply_p)},
                                       {"why", to_word(it.why)},
                                       {"evidence", evidence_part(it.needs_reply_evidence)}}}};
}

json::value gist_part(const std::optional<ReadingGist>& gist) {
  if (!gist) return nullptr;
  json::array intents, reasons;
  for (const Intent each : gist->intents) intents.emplace_back(to_word(each));
  for (const auto& key : gist->reasons) reasons.emplace_back(key);
  return json::object{
      {"sentiment", gist->sentiment ? json::value(to_word(*gist->sentiment)) : nullptr},
      {"urgency", gist->urgency ? json::value(share(*gist->urgency)) : nullptr},
      {"needs_reply", gist->needs_reply},
      {"intents", std::move(intents)},
      {"reasons", std::move(reasons)}};
}

std::vector<schema::Named> reading_schemas() {
  using namespace schema;
  const json::object share{{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
  const json::object score{{"type", "number"}, {"minimum", -1}, {"maximum", 1}};
  const json::object span{{"type", "array"}, {"items", whole()}, {"minItems", 2}, {"maxItems", 2}};
  json::object three = list(share);
  three["minItems"] = 3;
  three["maxItems"] = 3;
  const Field evidence{"evidence", list(span)};
  return {
      {"Sentiment", words({"negative", "neutral", "positive"})},
      {"Intent", words({"question", "complaint", "praise", "request", "suggestion", "thanks",
                        "problem", "sales_interest", "spam"})},
      {"Reading",
       object(
           {{"language", text()},
            {"read", words({"all", "sentiment", "nothing"})},
            {"sentiment",
             or_null(
                 object({{"label", ref("Sentiment")}, {"score", score}, {"p", three}, evidence}))},
            {"intents", list(object({{"label", ref("Intent")}, {"p", share}, evidence}))},
            {"reasons", list(object({{"key", text()}, {"name", text()}, {"p", share}, evidence}))},
            {"emotion",
             or_null(object({{"label", words({"joy", "anger", "sadness", "fear", "surprise",
                                              "gratitude", "disappointment", "none"})},
                             {"p", share},
                             evidence}))},
            {"toxicity", or_null(object({{"p", share}, evidence}))},
            {"urgency", or_null(object({{"value", share}, evidence}))},
            {"needs_reply",
             object({{"value", yes_no()},
                     {"p", share},
                     {"why", words({"asks", "complains", "urgent", "buying", "suggests", "kind",
                                    "says", "spam", "empty", "unread"})},
                     evidence})}})},
      {"RowReading", object({{"sentiment", or_null(ref("Sentiment"))},
                             {"urgency", or_null(share)},
                             {"needs_reply", yes_no()},
                             {"intents", list(ref("Intent"))},
                             {"reasons", list(text())}})},
  };
}

}  // namespace rapport
