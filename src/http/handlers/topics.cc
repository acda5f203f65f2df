// What a workspace's posts are about.

#include "http/wire/topic.h"

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"

namespace rapport {

Result<Response> list_topics(Call& call) {
  const auto topics = call.services.desk.readings.topics(call.by());
  if (!topics) return fail(topics.error());
  return json_reply(topics_json(*topics));
}

Result<Response> summarise_topics(Call& call) {
  const auto days = read_days(call.request);
  if (!days) return fail(days.error());
  const auto summary = call.services.desk.readings.topic_summary(call.by(), *days);
  if (!summary) return fail(summary.error());
  return json_reply(topic_summary_json(*summary));
}

Result<Response> rename_topic(Call& call) {
  const auto id = call.id<TopicId>();
  if (!id) return fail(id.error());
  const auto name = read_topic_name(call.request.body);
  if (!name) return fail(name.error());
  const auto topic = call.services.desk.readings.rename_topic(call.by(), *id, *name);
  if (!topic) return fail(topic.error());
  return json_reply(topic_json(*topic));
}

Result<Response> merge_topic(Call& call) {
  const auto id = call.id<TopicId>();
  if (!id) return fail(id.error());
  const auto into = read_merge_topic(call.request.body);
  if (!into) return fail(into.error());
  const auto topic = call.services.desk.readings.merge_topic(call.by(), *id, *into);
  if (!topic) return fail(topic.error());
  return json_reply(topic_json(*topic));
}

}  // namespace rapport
