#include "http/wire/coverage.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

json::object source_part(const SourceCoverage& source) {
  json::array spans;
  for (const CoverageSpan& each : source.spans) {
    spans.push_back(json::object{{"from", time_json(each.from)},
                                 {"to", time_json(each.to)},
                                 {"complete", each.complete},
                                 {"reason", text_or_null(each.reason)}});
  }
  return {{"channel_id", id_json(source.channel)},
          {"network", source.network},
          {"handle", text_or_null(source.handle)},
          {"source", source.source},
          {"state", to_word(source.state)},
          {"read_to", time_json(source.read_to)},
          {"checked_at", time_json(source.checked_at)},
          {"error", text_or_null(source.error)},
          {"spans", std::move(spans)},
          {"can_backfill", source.can_backfill}};
}

json::object backfill_part(const Backfill& backfill) {
  return {{"id", id_json(backfill.id)},
          {"channel_id", id_json(backfill.channel)},
          {"monitor_id", id_json(backfill.monitor)},
          {"from", time_json(backfill.from)},
          {"to", time_json(backfill.to)},
          {"state", to_word(backfill.state)},
          {"posts", backfill.posts},
          {"note", text_or_null(backfill.note)},
          {"started_at", time_json(backfill.started_at)}};
}

}  // namespace

std::string coverage_json(const CoverageView& view) {
  json::array sources, backfills;
  for (const SourceCoverage& each : view.sources) sources.push_back(source_part(each));
  for (const Backfill& each : view.backfills) backfills.push_back(backfill_part(each));
  return json::serialize(json::object{
      {"days", view.days}, {"sources", std::move(sources)}, {"backfills", std::move(backfills)}});
}

std::string backfill_json(const Backfill& backfill) {
  return json::serialize(backfill_part(backfill));
}

Result<BackfillWish> read_backfill(std::string_view text) {
  BodyReader body(text);
  BackfillWish wish;
  wish.channel = body.id<ChannelId>("channel_id");
  wish.monitor = body.optional_id<MonitorId>("monitor_id");
  wish.from = body.time("from");
  wish.to = body.time("to");
  RAPPORT_TRY(body.finish());
  return wish;
}

std::vector<schema::Named> coverage_schemas() {
  using namespace schema;
  return {
      {"SourceCoverage",
       object({{"channel_id", or_null(id())},
               {"network", text()},
               {"handle", or_null(text())},
               {"source", text()},
               {"state", words({"reading", "behind", "error", "reconnect", "paused", "off"})},
               {"read_to", or_null(time())},
               {"checked_at", or_null(time())},
               {"error", or_null(text())},
               {"spans", list(object({{"from", time()},
                                      {"to", time()},
                                      {"complete", yes_no()},
                                      {"reason", or_null(text())}}))},
               {"can_backfill", yes_no()}})},
      {"Backfill", object({{"id", id()},
                           {"channel_id", id()},
                           {"monitor_id", or_null(id())},
                           {"from", time()},
                           {"to", time()},
                           {"state", words({"running", "done", "stopped"})},
                           {"posts", whole()},
                           {"note", or_null(text())},
                           {"started_at", time()}})},
      {"CoverageList", object({{"days", whole()},
                               {"sources", list(ref("SourceCoverage"))},
                               {"backfills", list(ref("Backfill"))}})},
      {"BackfillBody", object({{"channel_id", id()},
                               {"monitor_id", or_null(id()), false},
                               {"from", time()},
                               {"to", time()}})},
  };
}

}  // namespace rapport
