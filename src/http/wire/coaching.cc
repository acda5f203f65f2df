#include "http/wire/coaching.h"

#include "http/wire/coach_exchange.h"
#include "http/wire/json_text.h"
#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

// A network's pictures are few; more than these are no draft.
constexpr std::size_t kMostPictures = 20;

}  // namespace

std::string rules_json(const std::vector<RuleView>& rules) {
  json::array out;
  for (const RuleView& each : rules) {
    out.push_back(json::object{{"rule", to_word(each.rule)},
                               {"setting", to_word(each.setting)},
                               {"usual", to_word(coach::usual_severity(each.rule))},
                               {"praises", coach::can_praise(each.rule)}});
  }
  return json::serialize(json::object{{"rules", std::move(out)}});
}

Result<std::vector<RuleView>> read_rules(std::string_view text) {
  BodyReader body(text);
  auto rules = body.list("rules", 100, [](BodyReader& each) {
    RuleView rule;
    rule.rule = each.word<coach::Rule>("rule", coach::rule_of);
    rule.setting = each.word<RuleSetting>("setting", rule_setting_of);
    return rule;
  });
  RAPPORT_TRY(body.finish());
  return rules;
}

Result<ReviewBody> read_review_body(std::string_view text) {
  BodyReader body(text);
  ReviewBody out;
  out.post = body.id<PostId>("post_id");
  out.draft.text = body.text("text", {.least = 0, .most = Coaching::kLongestDraft});
  out.channel = body.optional_id<ChannelId>("channel_id");
  out.draft.alts = body.optional_list("media", kMostPictures, [](BodyReader& each) {
    return each.optional_text("alt", {.most = 10'000}).value_or("");
  });
  out.draft.card_url = body.optional_text("card_url", {.most = 2'000}).value_or("");
  RAPPORT_TRY(body.finish());
  return out;
}

std::string review_json(const DraftReview& review) {
  std::string out = "{";
  const auto earlier = [&](std::string& to, std::size_t index) {
    const std::size_t others = review.sent->replies().size();
    const bool told = index >= others;  // to the person themselves
    const SentReplies::Place place =
        told ? review.told[index - others].place : review.sent->place(index);
    to += "{\"text\":";
    add_json_text(to,
                  told ? review.told[index - others].text : review.sent->replies()[index].reply);
    to += ",\"at\":";
    add_json_text(to, format_time(place.at));
    to += ",\"post_id\":";
    add_json_text(to, to_string(place.post));
    to += ",\"conversation_id\":";
    add_json_text(to, to_string(place.conversation));
    to += '}';
  };
  const auto article = [&](std::string& to, std::size_t index) {
    const FoundArticle& it = review.articles[index];
    to += "{\"id\":";
    add_json_text(to, to_string(it.id));
    to += ",\"title\":";
    add_json_text(to, it.title);
    to += ",\"link\":";
    add_json_text(to, it.link);
    to += '}';
  };
  add_coach_review(out, review.review, {earlier, article});
  out += ",\"articles\":[";
  for (std::size_t i = 0; i < review.articles.size(); ++i) {
    if (i > 0) out += ',';
    article(out, i);
  }
  out += "],\"clean\":";
  out += review.review.clean() ? "true" : "false";
  out += ",\"must_be_clean\":";
  out += review.must_be_clean ? "true" : "false";
  out += '}';
  return out;
}

Result<std::string> answer_coach_line(std::string_view body, Coaching& coaching) {
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  if (parser.parse(body.data(), body.size()).get(document) != simdjson::SUCCESS) {
    return invalid("This is no JSON.");
  }
  simdjson::dom::object object;
  if (document.get(object) != simdjson::SUCCESS) {
    return invalid(R"(This has to be an object such as {"draft": "…", "post": {"text": "…"}}.)");
  }
  coach::Exchange exchange;
  if (std::string wrong = read_coach_exchange(object, exchange); !wrong.empty()) {
    return invalid(std::move(wrong));
  }
  if (exchange.draft.size() > 4 * Coaching::kLongestDraft) {
    return invalid("This draft is too long to be reviewed.", "draft");
  }
  coach::Review review;
  RAPPORT_TRY(coaching.review(exchange, review));
  std::string out = "{";
  add_coach_review(out, exchange, review);
  out += '}';
  return out;
}

std::vector<schema::Named> coaching_schemas() {
  using namespace schema;
  const json::object span{{"type", "array"}, {"items", whole()}, {"minItems", 2}, {"maxItems", 2}};
  const json::object severity = words({"fix", "consider", "nice"});
  const json::object setting = words({"usual", "off", "nice", "consider", "fix"});
  const json::object rule =
      words({"unanswered", "points", "empathy", "defensive", "deflect", "tone", "private",
             "promise", "contradiction", "language", "limits", "name", "generic", "thin", "hype",
             "stuffy", "resource", "open", "invites"});
  const auto finding = [&](json::value earlier, json::value article) {
    return object({{"rule", ref("CoachRuleName")},
                   {"severity", severity},
                   {"draft_spans", list(span)},
                   {"post_spans", list(span)},
                   {"why", text()},
                   {"next", text()},
                   {"replace", text(), false},
                   {"shows", list(std::move(earlier)), false},
                   {"article", std::move(article), false}});
  };
  const json::object said = object({{"text", text()}, {"ours", yes_no(), false}});
  const json::object person = object({{"name", text(), false}, {"handle", text(), false}});
  return {
      {"CoachRuleName", rule},
      {"CoachRule", object({{"rule", ref("CoachRuleName")},
                            {"setting", setting},
                            {"usual", severity},
                            {"praises", yes_no()}})},
      {"CoachRules", object({{"rules", list(ref("CoachRule"))}})},
      {"CoachRulesBody",
       object({{"rules", list(object({{"rule", ref("CoachRuleName")}, {"setting", setting}}))}})},
      {"ReviewBody", object({{"post_id", id()},
                             {"text", text(static_cast<int>(Coaching::kLongestDraft))},
                             {"channel_id", or_null(id()), false},
                             {"media", list(object({{"alt", text(), false}})), false},
                             {"card_url", text(2'000), false}})},
      {"CoachPoint", object({{"kind", words({"question", "request", "problem"})},
                             {"post_span", span},
                             {"answered", yes_no()},
                             {"draft_spans", list(span)}})},
      {"CoachFinding",
       finding(
           object({{"text", text()}, {"at", time()}, {"post_id", id()}, {"conversation_id", id()}}),
           ref("CoachArticle"))},
      {"CoachArticle", object({{"id", id()}, {"title", text()}, {"link", text()}})},
      {"Review", object({{"points", list(ref("CoachPoint"))},
                         {"findings", list(ref("CoachFinding"))},
                         {"articles", list(ref("CoachArticle"))},
                         {"clean", yes_no()},
                         {"must_be_clean", yes_no()}})},
      {"CoachLine",
       object(
           {{"draft", text()},
            {"post",
             object({{"text", text()}, {"network", text(), false}, {"author", person, false}})},
            {"person",
             object(
                 {{"name", text(), false}, {"handle", text(), false}, {"past", list(said), false}}),
             false},
            {"thread", list(said), false},
            {"voice",
             object({{"warmth", words({"brisk", "even", "warm"}), false},
                     {"formality", words({"casual", "even", "formal"}), false},
                     {"emoji", words({"none", "few", "many"}), false},
                     {"humour", words({"none", "some"}), false},
                     {"signature", text(), false},
                     {"avoid", list(text()), false},
                     {"love", list(text()), false},
                     {"own", list(text()), false},
                     {"may_promise", list(text()), false}}),
             false},
            {"rules", json::object{{"type", "object"}, {"additionalProperties", setting}}, false},
            {"articles",
             list(object({{"url", text(), false},
                          {"title", text(), false},
                          {"text", text(), false},
                          {"passage", text(), false}})),
             false},
            {"sent", list(object({{"question", text(), false}, {"reply", text()}})), false},
            {"limit", whole(), false},
            {"card_url", text(), false},
            {"picture_without_description", yes_no(), false}})},
      {"CoachAnswer",
       object({{"points", list(ref("CoachPoint"))},
               {"findings", list(finding(text(), object({{"url", text()}, {"title", text()}})))}})},
  };
}

}  // namespace rapport
