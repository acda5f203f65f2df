// What a brand listens for.

#include <algorithm>

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/monitor.h"

namespace rapport {
namespace {

constexpr std::size_t kMostWord = 200;
constexpr std::size_t kMostAddress = 4000;

// "all" or the id of a monitor.
Result<std::optional<MonitorId>> read_which(Call& call) {
  const auto word = call.path_values.find("id");
  if (word != call.path_values.end() && word->second == "all") return std::optional<MonitorId>();
  const auto id = call.id<MonitorId>();
  if (!id) return fail(id.error());
  return std::optional(*id);
}

Result<std::optional<Time>> read_time(const Request& request, std::string_view name) {
  const auto word = request.query_value(name);
  if (!word || word->empty()) return std::optional<Time>();
  const auto time = parse_time(*word);
  if (!time) return invalid("This is not a time.", std::string(name));
  return time;
}

// "7,12": each once.
Result<std::vector<MonitorId>> read_monitors(const Request& request) {
  std::vector<MonitorId> out;
  const std::string text = request.query_value("monitors").value_or("");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const auto id = parse_id<MonitorId>(std::string_view(text).substr(at, end - at));
    if (!id) return invalid("This is not a list of monitors.", "monitors");
    if (std::ranges::find(out, *id) == out.end()) out.push_back(*id);
    if (out.size() > Monitors::kMostCompared) break;  // it is refused anyway
    at = end + 1;
  }
  return out;
}

Result<MentionFilter> read_mention_filter(Call& call) {
  const Request& request = call.request;
  MentionFilter filter;
  auto which = read_which(call);
  if (!which) return fail(which.error());
  filter.monitor = *which;
  if (const auto days = request.query_value("days"); days && !days->empty()) {
    const auto number = read_days(request);
    if (!number) return fail(number.error());
    filter.from = call.services.clock.now() - std::chrono::days{*number};
  }
  auto from = read_time(request, "from");
  if (!from) return fail(from.error());
  if (*from) filter.from = *from;
  auto to = read_time(request, "to");
  if (!to) return fail(to.error());
  filter.to = *to;
  if (const auto word = request.query_value("sentiment"); word && !word->empty()) {
    filter.sentiment = sentiment_of(*word);
    if (!filter.sentiment) {
      return invalid("The sentiment is negative, neutral or positive.", "sentiment");
    }
  }
  filter.reason = request.query_value("reason").value_or("");
  filter.language = request.query_value("language").value_or("");
  filter.network = request.query_value("network").value_or("");
  filter.site = request.query_value("site").value_or("");
  filter.link = request.query_value("link").value_or("");
  if (filter.reason.size() > kMostWord) return invalid("There is no such reason.", "reason");
  if (filter.language.size() > kMostWord) return invalid("There is no such language.", "language");
  if (filter.network.size() > kMostWord) return invalid("There is no such network.", "network");
  if (filter.site.size() > kMostWord) return invalid("There is no such site.", "site");
  if (filter.link.size() > kMostAddress) return invalid("There is no such link.", "link");
  if (const auto author = request.query_value("author"); author && !author->empty()) {
    filter.author = parse_id<AccountId>(*author);
    if (!filter.author) return invalid("This is not the id of an account.", "author");
  }
  if (const auto state = request.query_value("state"); state && !state->empty()) {
    if (*state != "answered" && !conversation_state_of(*state)) {
      return invalid("There is no such state.", "state");
    }
    filter.fate = *state;
  }
  if (const auto reason = request.query_value("skip_reason"); reason && !reason->empty()) {
    filter.skip_reason = skip_reason_of(*reason);
    if (!filter.skip_reason) return invalid("There is no such reason.", "skip_reason");
  }
  return filter;
}

}  // namespace

Result<Response> list_monitors(Call& call) {
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<MonitorId> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = parse_id<MonitorId>(*cursor);
    if (!after) return invalid("This is not the cursor of an earlier page.", "cursor");
  }
  const auto page = call.services.desk.monitors.list(call.by(), after, *limit);
  if (!page) return fail(page.error());
  return json_reply(monitors_json(*page));
}

Result<Response> create_monitor(Call& call) {
  const auto wish = read_monitor(call.request.body);
  if (!wish) return fail(wish.error());
  const auto monitor = call.services.desk.monitors.create(call.by(), *wish);
  if (!monitor) return fail(monitor.error());
  return json_reply(monitor_json(*monitor), 201);
}

Result<Response> change_monitor(Call& call) {
  const auto id = call.id<MonitorId>();
  if (!id) return fail(id.error());
  const auto wish = read_monitor(call.request.body);
  if (!wish) return fail(wish.error());
  const auto monitor = call.services.desk.monitors.change(call.by(), *id, *wish);
  if (!monitor) return fail(monitor.error());
  return json_reply(monitor_json(*monitor));
}

Result<Response> remove_monitor(Call& call) {
  const auto id = call.id<MonitorId>();
  if (!id) return fail(id.error());
  const auto removed = call.services.desk.monitors.remove(call.by(), *id);
  if (!removed) return fail(removed.error());
  return no_content();
}

Result<Response> list_heard(Call& call) {
  const auto filter = read_mention_filter(call);
  if (!filter) return fail(filter.error());
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<MentionPlace> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = read_mention_cursor(*cursor);
    if (!after) return invalid("This is not the cursor of an earlier page.", "cursor");
  }
  const auto page = call.services.desk.monitors.posts(call.by(), *filter, after, *limit);
  if (!page) return fail(page.error());
  return json_reply(heard_page_json(*page));
}

Result<Response> summarise_mentions(Call& call) {
  const auto which = read_which(call);
  if (!which) return fail(which.error());
  const auto days = read_days(call.request);
  if (!days) return fail(days.error());
  const auto summary = call.services.desk.monitors.summary(call.by(), *which, *days);
  if (!summary) return fail(summary.error());
  return json_reply(mention_summary_json(*summary));
}

Result<Response> share_of_voice(Call& call) {
  const auto days = read_days(call.request);
  if (!days) return fail(days.error());
  const auto chosen = read_monitors(call.request);
  if (!chosen) return fail(chosen.error());
  const auto share = call.services.desk.monitors.share(call.by(), *days, *chosen);
  if (!share) return fail(share.error());
  return json_reply(share_json(*share));
}

Result<Response> check_query(Call& call) {
  const auto question = read_query_to_check(call.request.body);
  if (!question) return fail(question.error());
  return json_reply(query_check_json(*question));
}

Result<Response> list_query_fields(Call&) { return json_reply(query_fields_json()); }

Result<Response> preview_query(Call& call) {
  const auto question = read_preview(call.request.body);
  if (!question) return fail(question.error());
  const auto part = call.services.desk.monitors.preview(call.by(), *question);
  if (!part) return fail(part.error());
  return json_reply(preview_json(*part));
}

}  // namespace rapport
