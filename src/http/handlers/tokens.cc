// Personal access tokens, for the command line and scripts.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/session.h"
#include "http/wire/token.h"

namespace rapport {

Result<Response> list_tokens(Call& call) {
  const auto tokens = call.services.desk.team.tokens(call.by());
  if (!tokens) return fail(tokens.error());
  return json_reply(tokens_json(*tokens));
}

Result<Response> create_token(Call& call) {
  const auto name = read_token(call.request.body);
  if (!name) return fail(name.error());
  const auto token = call.services.desk.team.create_token(call.by(), *name);
  if (!token) return fail(token.error());
  return json_reply(new_token_json(*token), 201);
}

Result<Response> remove_token(Call& call) {
  const auto id = call.id<TokenId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.team.remove_token(call.by(), *id));
  return no_content();
}

}  // namespace rapport
