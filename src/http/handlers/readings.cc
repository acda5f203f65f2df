// What posts say: correcting it, the reasons it is told by, and learning.

#include "http/wire/reading.h"

#include <charconv>

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/session.h"

namespace rapport {
namespace {

Result<Response> reason_reply(const Result<ReasonView>& reason, int status = 200) {
  if (!reason) return fail(reason.error());
  return json_reply(reason_json(*reason), status);
}

Result<Response> learning_reply(const Result<LearningView>& learning) {
  if (!learning) return fail(learning.error());
  return json_reply(learning_json(*learning));
}

}  // namespace

Result<Response> correct_reading(Call& call) {
  const auto id = call.id<PostId>();
  if (!id) return fail(id.error());
  const auto body = read_correction(call.request.body);
  if (!body) return fail(body.error());
  const auto reading = call.services.desk.readings.correct(call.by(), *id, *body);
  if (!reading) return fail(reading.error());
  return json_reply(reading_json(*reading));
}

Result<Response> uncorrect_reading(Call& call) {
  const auto id = call.id<PostId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  std::optional<ReadingPart> part;
  if (const auto word = call.request.query_value("part"); word && !word->empty()) {
    part = reading_part_of(*word);
    if (!part) return invalid("The part is sentiment, intents or reasons.", "part");
  }
  const auto reading = call.services.desk.readings.uncorrect(call.by(), *id, part);
  if (!reading) return fail(reading.error());
  return json_reply(reading_json(*reading));
}

Result<Response> list_reasons(Call& call) {
  const auto reasons = call.services.desk.readings.reasons(call.by());
  if (!reasons) return fail(reasons.error());
  return json_reply(reasons_json(*reasons));
}

Result<Response> add_reason(Call& call) {
  const auto name = read_reason_name(call.request.body);
  if (!name) return fail(name.error());
  return reason_reply(call.services.desk.readings.add_reason(call.by(), *name), 201);
}

Result<Response> rename_reason(Call& call) {
  const auto name = read_reason_name(call.request.body);
  if (!name) return fail(name.error());
  return reason_reply(
      call.services.desk.readings.rename_reason(call.by(), call.path_values["key"], *name));
}

Result<Response> merge_reason(Call& call) {
  const auto into = read_merge_reason(call.request.body);
  if (!into) return fail(into.error());
  return reason_reply(
      call.services.desk.readings.merge_reason(call.by(), call.path_values["key"], *into));
}

Result<int> read_days(const Request& request) {
  int days = 30;
  if (const auto text = request.query_value("days")) {
    const char* last = text->data() + text->size();
    const auto [end, error] = std::from_chars(text->data(), last, days);
    if (error != std::errc{} || end != last || days < 1 || days > 366) {
      return invalid("Ask for 1 to 366 days.", "days");
    }
  }
  return days;
}

Result<Response> summarise_reasons(Call& call) {
  const auto days = read_days(call.request);
  if (!days) return fail(days.error());
  const auto summary = call.services.desk.readings.summary(call.by(), *days);
  if (!summary) return fail(summary.error());
  return json_reply(reason_summary_json(*summary));
}

Result<Response> get_learning(Call& call) {
  return learning_reply(call.services.desk.readings.learning(call.by()));
}

Result<Response> switch_learning(Call& call) {
  const auto on = read_learning_switch(call.request.body);
  if (!on) return fail(on.error());
  return learning_reply(call.services.desk.readings.switch_learning(call.by(), *on));
}

}  // namespace rapport
