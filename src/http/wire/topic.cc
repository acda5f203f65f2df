#include "http/wire/topic.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

json::object topic_part(const TopicView& topic) {
  json::array terms;
  for (const std::string& each : topic.terms) terms.emplace_back(each);
  return {{"id", id_json(topic.id)}, {"name", topic.name}, {"terms", std::move(terms)}};
}

}  // namespace

std::string topic_json(const TopicView& topic) { return json::serialize(topic_part(topic)); }

std::string topics_json(const std::vector<TopicView>& topics) {
  json::array items;
  for (const TopicView& each : topics) items.push_back(topic_part(each));
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string topic_summary_json(const TopicSummary& summary) {
  json::array items;
  for (const TopicTotal& total : summary.totals) {
    json::object item = topic_part(total.topic);
    item["posts"] = total.posts;
    item["before"] = total.before;
    item["examples"] = post_examples_part(total.examples);
    items.push_back(std::move(item));
  }
  return json::serialize(json::object{{"days", summary.days},
                                      {"reads", summary.progress.reads},
                                      {"catching_up", summary.progress.catching_up},
                                      {"items", std::move(items)}});
}

Result<std::string> read_topic_name(std::string_view text) {
  BodyReader body(text);
  auto name = body.text("name", {.least = 1, .most = 100});
  RAPPORT_TRY(body.finish());
  return name;
}

Result<TopicId> read_merge_topic(std::string_view text) {
  BodyReader body(text);
  const auto into = body.id<TopicId>("into_id");
  RAPPORT_TRY(body.finish());
  return into;
}

std::vector<schema::Named> topic_schemas() {
  using namespace schema;
  const auto topic = [] {
    return std::vector<Field>{{"id", id()}, {"name", text()}, {"terms", list(text())}};
  };
  auto counted = topic();
  counted.insert(counted.end(),
                 {{"posts", whole()}, {"before", whole()}, {"examples", list(ref("PostExample"))}});
  return {
      {"Topic", object(topic())},
      {"TopicList", object({{"items", list(ref("Topic"))}})},
      {"TopicSummary", object({{"days", whole()},
                               {"reads", yes_no()},
                               {"catching_up", yes_no()},
                               {"items", list(object(counted))}})},
      {"TopicBody", object({{"name", text(100, 1)}})},
      {"MergeTopicBody", object({{"into_id", id()}})},
  };
}

}  // namespace rapport
