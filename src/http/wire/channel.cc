#include "http/wire/channel.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

constexpr std::size_t kMostAddress = 2048;

std::string_view label_of(std::string_view source) {
  if (source == "notifications") return "Mentions, replies, quotes, likes and follows";
  if (source == "own_posts") return "What you said yourselves";
  if (source == "history_own_posts") return "Earlier: what you said yourselves";
  if (source == "history_notifications") return "Earlier: what people said to you";
  if (source == "feed") return "What the feed shows";
  if (source == "threads") return "Threads of open conversations";
  return source;
}

json::object span_part(const CoverageSpan& span) {
  return {{"from", time_json(span.from)},
          {"to", time_json(span.to)},
          {"complete", span.complete},
          {"reason", text_or_null(span.reason)}};
}

json::object source_part(const ChannelSourceView& view) {
  json::array spans;
  for (const CoverageSpan& span : view.spans) spans.push_back(span_part(span));
  return {{"source", view.source.source},
          {"label", label_of(view.source.source)},
          {"read_to", time_json(view.source.read_to)},
          {"last_error", text_or_null(view.source.last_error)},
          {"last_error_at", time_json(view.source.last_error_at)},
          {"spans", std::move(spans)}};
}

json::value history_part(const std::optional<HistoryImport>& history) {
  if (!history) return nullptr;
  return json::object{
      {"state", to_word(history->state)},       {"back_to", time_json(history->back_to)},
      {"reached", time_json(history->reached)}, {"posts", history->posts},
      {"note", text_or_null(history->note)},    {"started_at", time_json(history->started_at)}};
}

json::object channel_part(const ChannelView& view) {
  json::array sources;
  for (const ChannelSourceView& source : view.sources) sources.push_back(source_part(source));
  return {{"id", id_json(view.channel.id)},
          {"network", view.channel.network},
          {"state", to_word(view.channel.state)},
          {"account", account_ref(view.account)},
          {"service", text_or_null(view.channel.service)},
          {"connected_at", time_json(view.channel.connected_at)},
          {"limits", limits_part(view.channel.limits)},
          {"error", text_or_null(view.channel.error)},
          {"sources", std::move(sources)},
          {"history", history_part(view.history)}};
}

}  // namespace

std::string channel_json(const ChannelView& view) { return json::serialize(channel_part(view)); }

std::string channels_json(const std::vector<ChannelView>& views) {
  json::array items;
  for (const ChannelView& view : views) items.push_back(channel_part(view));
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string found_sources_json(const std::vector<FoundSource>& found) {
  json::array items;
  for (const FoundSource& each : found) {
    items.push_back({{"address", each.address}, {"title", each.title}, {"format", each.format}});
  }
  return json::serialize(json::object{{"items", std::move(items)}});
}

Result<FindBody> read_find(std::string_view text) {
  BodyReader body(text);
  FindBody out;
  out.network = body.text("network", {.least = 1, .most = 50});
  out.address = body.text("address", {.least = 1, .most = kMostAddress});
  RAPPORT_TRY(body.finish());
  return out;
}

Result<ConnectRequestInput> read_connect(std::string_view text) {
  BodyReader body(text);
  ConnectRequestInput out;
  out.network = body.text("network", {.least = 1, .most = 50});
  // Either an account or an address.
  out.address = body.optional_text("address", {.most = kMostAddress}).value_or("");
  if (out.address.empty()) {
    out.handle = body.text("handle", {.least = 1, .most = 300});
    out.app_password = body.text("app_password", {.least = 1, .most = 1000});
  } else {
    out.handle = body.optional_text("handle", {.most = 300}).value_or("");
    out.app_password = body.optional_text("app_password", {.most = 1000}).value_or("");
  }
  out.service = body.optional_text("service", {.most = 300}).value_or("");
  out.history =
      body.optional_word<HistoryReach>("history", history_reach_of).value_or(HistoryReach::kMonth);
  RAPPORT_TRY(body.finish());
  return out;
}

Result<BeginSignIn> read_begin_sign_in(std::string_view text) {
  BodyReader body(text);
  BeginSignIn out;
  out.input.network = body.optional_text("network", {.most = 50}).value_or("");
  out.input.service = body.optional_text("service", {.most = 300}).value_or("");
  out.input.channel = body.optional_id<ChannelId>("channel_id");
  out.shows_code = body.optional_yes_no("shows_code", false);
  out.input.history =
      body.optional_word<HistoryReach>("history", history_reach_of).value_or(HistoryReach::kMonth);
  RAPPORT_TRY(body.finish());
  if (out.input.network.empty() && !out.input.channel) {
    return invalid("Which network, or which channel?", "network");
  }
  return out;
}

std::string sign_in_json(const SignInBegun& begun, bool shows_code) {
  return json::serialize(
      json::object{{"address", begun.address}, {"state", begun.state}, {"shows_code", shows_code}});
}

Result<FinishSignIn> read_finish_sign_in(std::string_view text) {
  BodyReader body(text);
  FinishSignIn out;
  out.state = body.text("state", {.least = 1, .most = 8000});
  out.code = body.text("code", {.least = 1, .most = 2000});
  RAPPORT_TRY(body.finish());
  return out;
}

Result<std::string> read_reconnect(std::string_view text) {
  BodyReader body(text);
  // Not where no account was signed in to.
  std::string password = body.optional_text("app_password", {.most = 1000}).value_or("");
  RAPPORT_TRY(body.finish());
  return password;
}

Result<HistoryReach> read_history(std::string_view text) {
  BodyReader body(text);
  const auto reach = body.word<HistoryReach>("reach", history_reach_of);
  RAPPORT_TRY(body.finish());
  return reach;
}

std::vector<schema::Named> channel_schemas() {
  using namespace schema;
  return {
      {"ChannelState", words({"connected", "reconnect", "disconnected"})},
      {"Limits", object({{"text_max", whole()},
                         {"text_unit", words({"graphemes", "characters"})},
                         {"images_max", whole()},
                         {"image_bytes_max", whole()}})},
      {"CoverageSpan", object({{"from", time()},
                               {"to", time()},
                               {"complete", yes_no()},
                               {"reason", or_null(text())}})},
      {"CoverageSource", object({{"source", text()},
                                 {"label", text()},
                                 {"read_to", or_null(time())},
                                 {"last_error", or_null(text())},
                                 {"last_error_at", or_null(time())},
                                 {"spans", list(ref("CoverageSpan"))}})},
      {"Channel", object({{"id", id()},
                          {"network", text()},
                          {"state", ref("ChannelState")},
                          {"account", ref("AccountRef")},
                          {"service", or_null(text())},
                          {"connected_at", time()},
                          {"limits", ref("Limits")},
                          {"error", or_null(text())},
                          {"sources", list(ref("CoverageSource"))},
                          {"history", or_null(ref("History"))}})},
      {"HistoryReach", words({"month", "quarter", "year", "all"})},
      {"History", object({{"state", words({"running", "done", "stopped"})},
                          {"back_to", or_null(time())},
                          {"reached", or_null(time())},
                          {"posts", whole()},
                          {"note", or_null(text())},
                          {"started_at", time()}})},
      {"HistoryBody", object({{"reach", ref("HistoryReach")}})},
      {"ChannelList", items(ref("Channel"))},
      {"ConnectBody", object({{"network", text(50, 1)},
                              {"handle", or_null(text(300)), false},
                              {"app_password", or_null(text(1000)), false},
                              {"address", or_null(text(kMostAddress)), false},
                              {"service", or_null(text(300)), false},
                              {"history", or_null(ref("HistoryReach")), false}})},
      {"BeginSignInBody", object({{"network", or_null(text(50)), false},
                                  {"service", or_null(text(300)), false},
                                  {"channel_id", or_null(id()), false},
                                  {"shows_code", yes_no(), false},
                                  {"history", or_null(ref("HistoryReach")), false}})},
      {"ChannelSignIn", object({{"address", text()}, {"state", text()}, {"shows_code", yes_no()}})},
      {"FinishSignInBody", object({{"state", text(8000, 1)}, {"code", text(2000, 1)}})},
      {"ReconnectBody", object({{"app_password", or_null(text(1000)), false}})},
      {"FindBody", object({{"network", text(50, 1)}, {"address", text(kMostAddress, 1)}})},
      {"FoundSource", object({{"address", text()}, {"title", text()}, {"format", text()}})},
      {"FoundSourceList", items(ref("FoundSource"))},
  };
}

}  // namespace rapport
