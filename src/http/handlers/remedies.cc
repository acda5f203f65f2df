// What was done about reasons, and telling everyone who raised them.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/remedy.h"

namespace rapport {
namespace {

Result<Response> remedy_reply(const Result<RemedyView>& remedy, int status = 200) {
  if (!remedy) return fail(remedy.error());
  return json_reply(remedy_json(*remedy), status);
}

Result<Response> person_reply(const Result<RemedyPersonView>& person) {
  if (!person) return fail(person.error());
  return json_reply(remedy_person_json(*person));
}

}  // namespace

Result<Response> fix_reason(Call& call) {
  const auto body = read_remedy(call.request.body);
  if (!body) return fail(body.error());
  return remedy_reply(call.services.desk.solving.fix(call.by(), call.path_values["key"], *body),
                      201);
}

Result<Response> list_remedies(Call& call) {
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<RemedyId> before;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    before = parse_id<RemedyId>(*cursor);
    if (!before) return invalid("This is not the cursor of an earlier page.", "cursor");
  }
  const auto page = call.services.desk.solving.list(call.by(), before, *limit);
  if (!page) return fail(page.error());
  return json_reply(remedy_page_json(*page));
}

Result<Response> get_remedy(Call& call) {
  const auto id = call.id<RemedyId>();
  if (!id) return fail(id.error());
  return remedy_reply(call.services.desk.solving.show(call.by(), *id));
}

Result<Response> list_remedy_people(Call& call) {
  const auto id = call.id<RemedyId>();
  if (!id) return fail(id.error());
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<RemedyPlace> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = read_remedy_cursor(*cursor);
    if (!after) return invalid("This is not the cursor of an earlier page.", "cursor");
  }
  const auto page = call.services.desk.solving.people(call.by(), *id, after, *limit);
  if (!page) return fail(page.error());
  return json_reply(remedy_people_json(*page));
}

Result<Response> set_remedy_person_aside(Call& call) {
  const auto id = call.id<RemedyId>();
  if (!id) return fail(id.error());
  const auto person = call.id<PersonId>("person");
  if (!person) return fail(person.error());
  const auto why = read_aside(call.request.body);
  if (!why) return fail(why.error());
  return person_reply(call.services.desk.solving.set_aside(call.by(), *id, *person, *why));
}

Result<Response> bring_remedy_person_back(Call& call) {
  const auto id = call.id<RemedyId>();
  if (!id) return fail(id.error());
  const auto person = call.id<PersonId>("person");
  if (!person) return fail(person.error());
  return person_reply(call.services.desk.solving.bring_back(call.by(), *id, *person));
}

Result<Response> close_remedy(Call& call) {
  const auto id = call.id<RemedyId>();
  if (!id) return fail(id.error());
  return remedy_reply(call.services.desk.solving.close(call.by(), *id));
}

Result<Response> reopen_remedy(Call& call) {
  const auto id = call.id<RemedyId>();
  if (!id) return fail(id.error());
  return remedy_reply(call.services.desk.solving.reopen(call.by(), *id));
}

}  // namespace rapport
