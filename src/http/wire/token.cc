#include "http/wire/token.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

json::object token_part(const Token& token) {
  return {{"id", id_json(token.id)},
          {"name", token.name},
          {"created_at", time_json(token.created_at)},
          {"last_used_at", time_json(token.last_used_at)}};
}

}  // namespace

std::string tokens_json(const std::vector<Token>& tokens) {
  json::array items;
  for (const Token& token : tokens) items.push_back(token_part(token));
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string new_token_json(const NewToken& made) {
  json::object out = token_part(made.token);
  out["secret"] = made.secret;
  return json::serialize(out);
}

Result<std::string> read_token(std::string_view text) {
  BodyReader body(text);
  std::string name = body.text("name", {.least = 1, .most = 100});
  RAPPORT_TRY(body.finish());
  return name;
}

std::vector<schema::Named> token_schemas() {
  using namespace schema;
  const std::vector<Field> fields = {
      {"id", id()}, {"name", text()}, {"created_at", time()}, {"last_used_at", or_null(time())}};
  std::vector<Field> with_secret = fields;
  with_secret.push_back({"secret", text()});
  return {
      {"Token", object(fields)},
      {"NewToken", object(with_secret)},
      {"TokenList", items(ref("Token"))},
      {"TokenBody", object({{"name", text(100, 1)}})},
  };
}

}  // namespace rapport
