// How the brand speaks, and what the coach says of a draft.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/voice.h"

namespace rapport {

Result<Response> get_voice(Call& call) {
  const auto voice = call.services.desk.coaching.voice(call.by());
  if (!voice) return fail(voice.error());
  return json_reply(voice_json(*voice));
}

Result<Response> change_voice(Call& call) {
  auto body = read_voice(call.request.body);
  if (!body) return fail(body.error());
  const auto voice = call.services.desk.coaching.change_voice(call.by(), std::move(*body));
  if (!voice) return fail(voice.error());
  return json_reply(voice_json(*voice));
}

}  // namespace rapport
