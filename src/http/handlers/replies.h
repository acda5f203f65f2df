// The few ways a handler answers.

#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "http/request.h"
#include "http/routes.h"
#include "http/services.h"
#include "http/wire/conversation.h"

namespace rapport {

inline Response json_reply(std::string body, int status = 200) {
  Response response;
  response.status = status;
  response.headers = {{"content-type", "application/json"}, {"cache-control", "no-store"}};
  response.body = std::move(body);
  return response;
}

inline Response no_content() {
  Response response;
  response.status = 204;
  response.headers = {{"cache-control", "no-store"}};
  return response;
}

// 1 to 100, 50 if nothing is said.
Result<int> read_limit(const Request& request);
// How far back a summary looks: 30 unless `days` says otherwise.
Result<int> read_days(const Request& request);

// Spends one of a few attempts. Fails with too_many.
Result<Done> spend_attempt(Call& call, const std::string& key, Attempts::Budget budget);

// How often one address may try a secret: a password, a code, a link.
inline constexpr Attempts::Budget kTriesOfAddress{20, std::chrono::minutes(5)};

// The conversation as the caller sees it now.
Result<Response> conversation_reply(Call& call, ConversationId id);

}  // namespace rapport
