// Reading the inbox.

#include <algorithm>
#include <charconv>

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/conversation.h"
#include "http/wire/thread.h"

namespace rapport {
namespace {

constexpr int kThreadPage = 200;
constexpr std::size_t kMostSearchText = 200;
constexpr std::size_t kMostReason = 100;

Result<std::optional<ConversationState>> read_state(const Request& request) {
  const auto word = request.query_value("state").value_or("open");
  if (word == "all") return std::nullopt;
  const auto state = conversation_state_of(word);
  if (!state) return invalid("There is no such state.", "state");
  return state;
}

Result<ReadingFilter> read_reading_filter(const Request& request) {
  ReadingFilter filter;
  if (const auto word = request.query_value("sentiment"); word && !word->empty()) {
    filter.sentiment = sentiment_of(*word);
    if (!filter.sentiment) {
      return invalid("The sentiment is negative, neutral or positive.", "sentiment");
    }
  }
  if (const auto word = request.query_value("intent"); word && !word->empty()) {
    filter.intent = intent_of(*word);
    if (!filter.intent) return invalid("There is no such intent.", "intent");
  }
  filter.reason = request.query_value("reason").value_or("");
  if (filter.reason.size() > kMostReason) return invalid("There is no such reason.", "reason");
  if (const auto topic = request.query_value("topic"); topic && !topic->empty()) {
    filter.topic = parse_id<TopicId>(*topic);
    if (!filter.topic) return invalid("This is not the id of a topic.", "topic");
  }
  if (const auto word = request.query_value("needs_reply"); word && !word->empty()) {
    if (*word != "yes" && *word != "no") return invalid("Say yes or no.", "needs_reply");
    filter.needs_reply = *word == "yes";
  }
  if (const auto word = request.query_value("urgent"); word && !word->empty()) {
    if (*word != "yes") return invalid("You can ask for urgent ones alone: yes.", "urgent");
    filter.urgent = true;
  }
  return filter;
}

// What posts told within some days: gave=REASON or about=TOPIC, days=N.
Result<std::optional<Told>> read_told(Call& call) {
  const std::string gave = call.request.query_value("gave").value_or("");
  const std::string about = call.request.query_value("about").value_or("");
  if (gave.empty() && about.empty()) return std::nullopt;
  if (!gave.empty() && !about.empty()) {
    return invalid("Ask for a reason or for a topic, not for both.", "about");
  }
  Told told;
  if (!gave.empty()) told.reasons = {gave};
  if (!about.empty()) {
    told.topic = parse_id<TopicId>(about);
    if (!told.topic) return invalid("This is not the id of a topic.", "about");
  }
  auto days = read_days(call.request);
  if (!days) return fail(std::move(days.error()));
  told.since = call.services.clock.now() - std::chrono::days{*days};
  return told;
}

Result<ConversationFilter> read_filter(Call& call) {
  const Request& request = call.request;
  ConversationFilter filter;
  auto state = read_state(request);
  if (!state) return fail(std::move(state.error()));
  filter.state = *state;

  if (const auto owner = request.query_value("owner"); owner && !owner->empty()) {
    const auto id = parse_id<MemberId>(*owner);
    if (*owner == "me") {
      filter.owner = call.by().id;
    } else if (*owner == "nobody") {
      filter.owner = Nobody{};
    } else if (id) {
      filter.owner = *id;
    } else {
      return invalid("The owner is me, nobody or the id of a member.", "owner");
    }
  }
  if (const auto channel = request.query_value("channel"); channel && !channel->empty()) {
    filter.channel = parse_id<ChannelId>(*channel);
    if (!filter.channel) return invalid("This is not the id of a channel.", "channel");
  }
  const auto order = request.query_value("order").value_or("newest");
  if (order != "newest" && order != "relevance" && order != "priority") {
    return invalid("The order is newest, relevance or priority.", "order");
  }
  if (order == "relevance") filter.order = SearchOrder::kRelevance;
  if (order == "priority") filter.list_order = ListOrder::kMatters;
  auto reading = read_reading_filter(request);
  if (!reading) return fail(std::move(reading.error()));
  filter.reading = std::move(*reading);
  if (const auto tag = request.query_value("tag"); tag && !tag->empty()) {
    filter.tag = parse_id<TagId>(*tag);
    if (!filter.tag) return invalid("This is not the id of a tag.", "tag");
  }
  if (const auto mentioned = request.query_value("mentioned"); mentioned && !mentioned->empty()) {
    if (*mentioned != "me") return invalid("You can ask for mentions of me alone.", "mentioned");
    filter.mentioned = call.by().id;
  }
  auto told = read_told(call);
  if (!told) return fail(std::move(told.error()));
  filter.told = std::move(*told);
  filter.text = request.query_value("q").value_or("");
  if (filter.told && !filter.text.empty()) {
    return invalid("Search for words, or for what was told: not both.", "q");
  }
  if (filter.text.size() > kMostSearchText) return invalid("Search for fewer words.", "q");
  return filter;
}

}  // namespace

Result<int> read_limit(const Request& request) {
  const auto text = request.query_value("limit");
  if (!text) return 50;
  int limit = 0;
  const char* last = text->data() + text->size();
  const auto [end, error] = std::from_chars(text->data(), last, limit);
  if (error != std::errc{} || end != last || limit < 1 || limit > 100) {
    return invalid("A page holds 1 to 100.", "limit");
  }
  return limit;
}

namespace {

// "1,2,3"
Result<std::vector<ConversationId>> read_ids(std::string_view text) {
  std::vector<ConversationId> ids;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    const auto id = parse_id<ConversationId>(text.substr(0, end));
    if (!id) return invalid("One of these is not an id.", "ids");
    ids.push_back(*id);
    if (ids.size() > Inbox::kBulkMost) return invalid("200 at a time at most.", "ids");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return ids;
}

}  // namespace

Result<Response> list_conversations(Call& call) {
  if (const auto text = call.request.query_value("ids")) {
    const auto ids = read_ids(*text);
    if (!ids) return fail(ids.error());
    const auto rows = call.services.desk.inbox.some(call.by(), *ids);
    if (!rows) return fail(rows.error());
    return json_reply(conversation_rows_json(*rows));
  }
  auto filter = read_filter(call);
  if (!filter) return fail(std::move(filter.error()));
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<ListPlace> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = read_list_cursor(*cursor);
    if (!after) return invalid("This cursor is none of ours.", "cursor");
  }
  const auto page = call.services.desk.inbox.list(call.by(), *filter, after, *limit);
  if (!page) return fail(page.error());
  return json_reply(conversation_page_json(*page));
}

Result<Response> get_counts(Call& call) {
  const auto counts = call.services.desk.inbox.counts(call.by());
  if (!counts) return fail(counts.error());
  return json_reply(counts_json(*counts));
}

Result<Response> conversation_reply(Call& call, ConversationId id) {
  const auto detail = call.services.desk.inbox.open(call.by(), id);
  if (!detail) return fail(detail.error());
  return json_reply(conversation_json(*detail));
}

Result<Response> get_conversation(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  return conversation_reply(call, *id);
}

Result<Response> get_thread(Call& call) {
  const auto id = call.id<ConversationId>();
  if (!id) return fail(id.error());
  std::optional<ThreadPlace> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = read_thread_cursor(*cursor);
    if (!after) return invalid("This cursor is none of ours.", "cursor");
  }
  const auto page = call.services.desk.inbox.thread(call.by(), *id, after, kThreadPage);
  if (!page) return fail(page.error());
  return json_reply(thread_json(*page));
}

}  // namespace rapport
