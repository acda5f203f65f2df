#include "http/wire/reading.h"

#include <algorithm>
#include <cmath>

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

constexpr std::size_t kMostLabels = 20;

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

json::object reason_part(const ReasonView& reason) {
  return {{"key", reason.key},
          {"name", reason.name},
          {"builtin", reason.builtin},
          {"merged_into", text_or_null(reason.merged_into)}};
}

json::array corrected_part(const std::vector<ReadingPart>& corrected) {
  json::array out;
  for (const ReadingPart part : corrected) out.emplace_back(to_word(part));
  return out;
}

}  // namespace

json::object reading_part(const ShownReading& view) {
  const Reading& it = view.reading;
  json::array intents, reasons;
  for (const auto& found : it.intents) {
    intents.push_back(json::object{{"label", to_word(found.label)},
                                   {"p", share(found.p)},
                                   {"evidence", evidence_part(found.evidence)}});
  }
  for (const auto& found : it.reasons) {
    const auto name = reasons.size() < view.reason_names.size() ? view.reason_names[reasons.size()]
                                                                : reason_name(found.label);
    reasons.push_back(json::object{{"key", found.label},
                                   {"name", name},
                                   {"p", share(found.p)},
                                   {"evidence", evidence_part(found.evidence)}});
  }
  json::array topics;
  for (const auto& found : it.topics) {
    const auto name =
        topics.size() < view.topic_names.size() ? view.topic_names[topics.size()] : "";
    topics.push_back(json::object{{"id", id_json(TopicId{found.label})},
                                  {"name", name},
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
          {"topics", std::move(topics)},
          {"emotion", std::move(emotion)},
          {"toxicity", std::move(toxicity)},
          {"urgency", std::move(urgency)},
          {"needs_reply", json::object{{"value", it.needs_reply},
                                       {"p", share(it.needs_reply_p)},
                                       {"why", to_word(it.why)},
                                       {"evidence", evidence_part(it.needs_reply_evidence)}}},
          {"corrected", corrected_part(view.corrected)}};
}

json::value gist_part(const std::optional<ReadingGist>& gist) {
  if (!gist) return nullptr;
  json::array intents, reasons, topics;
  for (const Intent each : gist->intents) intents.emplace_back(to_word(each));
  for (const auto& key : gist->reasons) reasons.emplace_back(key);
  for (const TopicId id : gist->topics) topics.push_back(id_json(id));
  return json::object{
      {"sentiment", gist->sentiment ? json::value(to_word(*gist->sentiment)) : nullptr},
      {"urgency", gist->urgency ? json::value(share(*gist->urgency)) : nullptr},
      {"needs_reply", gist->needs_reply},
      {"intents", std::move(intents)},
      {"reasons", std::move(reasons)},
      {"topics", std::move(topics)}};
}

std::string reading_json(const ShownReading& reading) {
  return json::serialize(reading_part(reading));
}

std::string reason_json(const ReasonView& reason) { return json::serialize(reason_part(reason)); }

std::string reasons_json(const std::vector<ReasonView>& reasons) {
  json::array items;
  for (const auto& each : reasons) items.push_back(reason_part(each));
  return json::serialize(json::object{{"items", std::move(items)}});
}

json::array post_examples_part(const std::vector<PostExample>& examples) {
  json::array out;
  for (const PostExample& each : examples) {
    out.push_back(json::object{{"post_id", id_json(each.post)},
                               {"conversation_id", id_json(each.conversation)},
                               {"text", each.text},
                               {"created_at", time_json(each.created_at)}});
  }
  return out;
}

std::string reason_summary_json(const ReasonSummary& summary) {
  json::array items;
  for (const ReasonTotal& total : summary.totals) {
    items.push_back(json::object{{"key", total.reason.key},
                                 {"name", total.reason.name},
                                 {"posts", total.posts},
                                 {"before", total.before},
                                 {"examples", post_examples_part(total.examples)}});
  }
  return json::serialize(json::object{{"days", summary.days},
                                      {"reads", summary.progress.reads},
                                      {"catching_up", summary.progress.catching_up},
                                      {"items", std::move(items)}});
}

std::string learning_json(const LearningView& it) {
  // Of nothing there is no share.
  const bool trained = it.trained_at.has_value() && it.examples > 0;
  return json::serialize(json::object{{"reading", it.reading},
                                      {"on", it.on},
                                      {"active", it.active},
                                      {"corrections", it.corrections},
                                      {"fresh", it.fresh},
                                      {"learns_at", Readings::kFreshToLearn},
                                      {"trained_at", time_json(it.trained_at)},
                                      {"examples", it.examples},
                                      {"before", trained ? json::value(share(it.before)) : nullptr},
                                      {"after", trained ? json::value(share(it.after)) : nullptr}});
}

Result<ReadingCorrection> read_correction(std::string_view text) {
  BodyReader body(text);
  ReadingCorrection out;
  out.sentiment = body.optional_word<Sentiment>("sentiment", sentiment_of);
  const bool has_intents = body.has("intents");
  const bool has_reasons = body.has("reasons");
  const auto intents = body.optional_texts("intents", kIntents, {.least = 1, .most = 100});
  auto reasons = body.optional_texts("reasons", kMostLabels, {.least = 1, .most = 100});
  RAPPORT_TRY(body.finish());
  if (has_intents) {
    out.intents.emplace();
    for (const auto& word : intents) {
      const auto intent = intent_of(word);
      if (!intent) return invalid("This is none of the words I know.", "intents");
      if (std::ranges::find(*out.intents, *intent) == out.intents->end()) {
        out.intents->push_back(*intent);
      }
    }
  }
  if (has_reasons) {
    out.reasons.emplace();
    for (auto& key : reasons) {
      if (std::ranges::find(*out.reasons, key) == out.reasons->end()) {
        out.reasons->push_back(std::move(key));
      }
    }
  }
  if (!out.sentiment && !out.intents && !out.reasons) {
    return invalid("Say what to correct: sentiment, intents or reasons.", "sentiment");
  }
  return out;
}

Result<std::string> read_reason_name(std::string_view text) {
  BodyReader body(text);
  auto name = body.text("name", {.least = 1, .most = 100});
  RAPPORT_TRY(body.finish());
  return name;
}

Result<std::string> read_merge_reason(std::string_view text) {
  BodyReader body(text);
  auto into = body.text("into", {.least = 1, .most = 100});
  RAPPORT_TRY(body.finish());
  return into;
}

Result<bool> read_learning_switch(std::string_view text) {
  BodyReader body(text);
  if (!body.has("on")) return invalid("Say whether it is on.", "on");
  const bool on = body.optional_yes_no("on", false);
  RAPPORT_TRY(body.finish());
  return on;
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
  const std::vector<Field> reason = {
      {"key", text()}, {"name", text()}, {"builtin", yes_no()}, {"merged_into", or_null(text())}};
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
            {"topics", list(object({{"id", id()}, {"name", text()}, {"p", share}, evidence}))},
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
                     evidence})},
            {"corrected", list(words({"sentiment", "intents", "reasons"}))}})},
      {"RowReading", object({{"sentiment", or_null(ref("Sentiment"))},
                             {"urgency", or_null(share)},
                             {"needs_reply", yes_no()},
                             {"intents", list(ref("Intent"))},
                             {"reasons", list(text())},
                             {"topics", list(id())}})},
      {"CorrectionBody", object({{"sentiment", ref("Sentiment"), false},
                                 {"intents", list(ref("Intent")), false},
                                 {"reasons", list(text(100, 1)), false}})},
      {"Reason", object(reason)},
      {"ReasonList", items(ref("Reason"))},
      {"ReasonBody", object({{"name", text(100, 1)}})},
      {"MergeReasonBody", object({{"into", text(100, 1)}})},
      {"ReasonSummary",
       object({{"days", whole()},
               {"reads", yes_no()},
               {"catching_up", yes_no()},
               {"items", list(object({{"key", text()},
                                      {"name", text()},
                                      {"posts", whole()},
                                      {"before", whole()},
                                      {"examples", list(ref("PostExample"))}}))}})},
      {"PostExample", object({{"post_id", id()},
                              {"conversation_id", id()},
                              {"text", text()},
                              {"created_at", time()}})},
      {"Learning", object({{"reading", yes_no()},
                           {"on", yes_no()},
                           {"active", yes_no()},
                           {"corrections", whole()},
                           {"fresh", whole()},
                           {"learns_at", whole()},
                           {"trained_at", or_null(time())},
                           {"examples", whole()},
                           {"before", or_null(share)},
                           {"after", or_null(share)}})},
      {"SwitchLearningBody", object({{"on", yes_no()}})},
  };
}

}  // namespace rapport
