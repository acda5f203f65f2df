// The people who speak.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/person.h"

namespace rapport {

Result<Response> get_person(Call& call) {
  const auto id = call.id<PersonId>();
  if (!id) return fail(id.error());
  const auto card = call.services.desk.audience.card(call.by(), *id);
  if (!card) return fail(card.error());
  return json_reply(person_json(*card));
}

}  // namespace rapport
