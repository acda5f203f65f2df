#include "networks/mastodon/api.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "networks/mastodon/json.h"

namespace rapport::mastodon {
namespace {

constexpr std::size_t kMostWords = 300;
constexpr std::size_t kMostAnswer = 16U << 20U;
constexpr std::size_t kMostQuery = 4000;
constexpr std::chrono::seconds kUploadPatience{120};

// Servers count all calls of an account, and a few kinds apart, by numbers of their own.
std::string_view counted_apart(const Call& call) {
  if (call.kind == CallKind::kUpload) return "upload";
  if (call.method == HttpMethod::kDelete) return "delete";
  if (call.method == HttpMethod::kPost && call.path == "/api/v1/statuses") return "post";
  if (call.method == HttpMethod::kPost && call.path.ends_with("/follow")) return "follow";
  return {};
}

std::vector<Draw> draws_of(const std::string& origin, std::string_view account, const Call& call) {
  std::vector<Draw> draws{{(origin + " ").append(account), 1}};
  const std::string_view apart = counted_apart(call);
  if (!apart.empty()) {
    draws.push_back({(origin + " ").append(apart).append(" ").append(account), 1});
  }
  return draws;
}

std::string in_time(std::int64_t seconds) {
  if (seconds < 90) return std::to_string(seconds) + (seconds == 1 ? " second" : " seconds");
  const std::int64_t minutes = (seconds + 59) / 60;
  if (minutes < 120) return std::to_string(minutes) + " minutes";
  return std::to_string((minutes + 59) / 60) + " hours";
}

Error too_many(std::int64_t seconds) {
  Error error{ErrorKind::kTooMany, "The server asks us to slow down.", "rate limit", {}, {}};
  error.retry_after_seconds = seconds;
  return error;
}

// What we did not even ask.
Error must_wait(const Call& call, std::int64_t seconds) {
  Error error = too_many(seconds);
  error.cause = "rate limit, before asking";
  error.message = call.urgency == Urgency::kBackground
                      ? "Most of what the server lets us read for now is used, so we read more "
                        "slowly and keep the rest for your answers. On again in " +
                            in_time(seconds) + "."
                      : "The server lets us do no more right now. This goes on by itself in " +
                            in_time(seconds) + ".";
  return error;
}

ErrorKind kind_of(CallKind call, int status, std::string_view said) {
  if (status >= 500) {
    return call == CallKind::kWrite && status != 501 ? ErrorKind::kUnknown
                                                     : ErrorKind::kUnavailable;
  }
  if (status == 401) return ErrorKind::kUnauthorized;
  // An account that was disabled or waits for its mail to be confirmed.
  if (status == 403 && said.starts_with("Your login")) return ErrorKind::kUnauthorized;
  if (status == 403) return ErrorKind::kForbidden;
  if (status == 404 || status == 410) return ErrorKind::kNotFound;
  if (status >= 400) return ErrorKind::kInvalid;
  // A redirect, or a success that has nothing to say, is not this API speaking.
  return ErrorKind::kUnavailable;
}

std::string words_of(ErrorKind kind, int status, std::string_view said) {
  switch (kind) {
    case ErrorKind::kUnavailable:
    case ErrorKind::kUnknown:
      return "The server has trouble right now (" + std::to_string(status) + ").";
    case ErrorKind::kUnauthorized:
      return "The server no longer accepts our sign-in. Please connect this account again.";
    case ErrorKind::kNotFound:
      return "This is no longer on the server.";
    default:
      break;
  }
  if (said.empty()) return "The server refused this (" + std::to_string(status) + ").";
  std::string words(cut_graphemes(said, kMostWords));
  if (words.find_first_of(".!?", words.size() - 1) == std::string::npos) words += '.';
  return words;
}

bool is_space(char letter) { return letter == ' ' || letter == '\t'; }

std::string_view stripped(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string form_body(const Params& form) {
  std::string body;
  for (const auto& [name, value] : form) {
    if (!body.empty()) body += '&';
    body += encode_url_value(name) + "=" + encode_url_value(value);
  }
  return body;
}

std::string linked_query(std::string_view link, std::string_view relation) {
  std::size_t at = 0;
  while (at < link.size()) {
    const std::size_t open = link.find('<', at);
    if (open == std::string_view::npos) return {};
    const std::size_t close = link.find('>', open);
    if (close == std::string_view::npos) return {};
    const std::string_view target = link.substr(open + 1, close - open - 1);
    // Up to the next target: commas may stand in quoted values, but no '<'.
    const std::size_t end = std::min(link.find('<', close), link.size());
    std::string_view parameters = link.substr(close + 1, end - close - 1);
    at = end;
    bool matches = false;
    while (!parameters.empty()) {
      const std::size_t semicolon = parameters.find_first_of(";,");
      const std::string_view one = stripped(parameters.substr(0, semicolon));
      parameters.remove_prefix(semicolon == std::string_view::npos ? parameters.size()
                                                                   : semicolon + 1);
      const std::size_t equals = one.find('=');
      if (equals == std::string_view::npos || stripped(one.substr(0, equals)) != "rel") continue;
      std::string_view value = stripped(one.substr(equals + 1));
      if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
      }
      matches = value == relation;
    }
    if (!matches) continue;
    const std::size_t question = target.find('?');
    if (question == std::string_view::npos) return {};
    std::string_view query = target.substr(question + 1);
    query = query.substr(0, query.find('#'));
    const bool plain = std::all_of(query.begin(), query.end(), [](char letter) {
      const auto byte = static_cast<unsigned char>(letter);
      return byte > ' ' && byte < 0x7F && letter != '"' && letter != '<' && letter != '>';
    });
    return plain && query.size() <= kMostQuery ? std::string(query) : std::string();
  }
  return {};
}

HttpResponse with_plain_limits(const HttpResponse& response, Time now) {
  HttpResponse plain{response.status, {}, {}};
  for (const HttpHeader& each : response.headers) {
    std::string name = each.name;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char letter) { return std::tolower(letter); });
    if (name == "x-ratelimit-reset") {
      const auto reset = parse_time(each.value);
      if (!reset) {
        plain.headers.push_back({"RateLimit-Reset", each.value});  // some servers tell seconds
        continue;
      }
      const auto left = std::chrono::ceil<std::chrono::seconds>(*reset - now).count();
      plain.headers.push_back({"RateLimit-Reset", std::to_string(std::max<std::int64_t>(left, 0))});
    } else if (name == "x-ratelimit-limit") {
      plain.headers.push_back({"RateLimit-Limit", each.value});
    } else if (name == "x-ratelimit-remaining") {
      plain.headers.push_back({"RateLimit-Remaining", each.value});
    } else if (name == "retry-after") {
      plain.headers.push_back(each);
    }
  }
  return plain;
}

Refusal refusal_of(CallKind call, const HttpResponse& response, Time now) {
  std::string name;
  std::string said;
  if (!response.body.empty()) {
    (void)read_json(response.body, [&](Json json) -> Result<Done> {
      name = clean_utf8(cut_bytes(text_at(json, "error"), 300));
      said = clean_utf8(text_at(json, "error_description"));
      return Done{};
    });
  }
  if (said.empty()) said = name;
  Refusal refusal;
  refusal.status = response.status;
  refusal.name = name;
  if (response.status == 429) {
    refusal.error = too_many(seconds_to_wait(with_plain_limits(response, now), now).value_or(60));
  } else {
    refusal.error.kind = kind_of(call, response.status, said);
    refusal.error.message = words_of(refusal.error.kind, response.status, said);
  }
  refusal.error.cause = "HTTP " + std::to_string(response.status) + ": " +
                        std::string(cut_graphemes(said, kMostWords));
  return refusal;
}

Answer Api::call(const std::string& origin, std::string_view account, const Call& call) const {
  const auto draws = draws_of(origin, account, call);
  if (const auto wait = budget_.must_wait(draws, call.urgency)) {
    return tl::unexpected(Refusal{must_wait(call, *wait), 0, {}});
  }

  HttpRequest request;
  request.method = call.method;
  request.url = origin + call.path;
  const std::string query = call.query.empty() ? form_body(call.params) : call.query;
  if (!query.empty()) request.url += "?" + query;
  request.headers.push_back({"Accept", "application/json"});
  if (!call.token.empty()) request.headers.push_back({"Authorization", "Bearer " + call.token});
  if (!call.idempotency_key.empty()) {
    request.headers.push_back({"Idempotency-Key", call.idempotency_key});
  }
  request.body = call.body.empty() ? form_body(call.form) : call.body;
  if (!request.body.empty()) {
    request.headers.push_back({"Content-Type", call.body.empty()
                                                   ? "application/x-www-form-urlencoded"
                                                   : call.content_type});
  }
  request.once = call.kind == CallKind::kWrite;
  request.most_bytes = kMostAnswer;
  if (call.kind == CallKind::kUpload) request.timeout = kUploadPatience;

  auto response = transport_.send(request);
  if (!response) {
    Error error = std::move(response.error());
    if (error.kind == ErrorKind::kUnknown && call.kind != CallKind::kWrite) {
      error.kind = ErrorKind::kUnavailable;
    }
    return tl::unexpected(Refusal{std::move(error), 0, {}});
  }
  // What is counted apart is told apart.
  budget_.learn({draws.back()}, with_plain_limits(*response, budget_.now()));
  if (response->status < 200 || response->status > 299) {
    return tl::unexpected(refusal_of(call.kind, *response, budget_.now()));
  }
  Reply reply;
  reply.status = response->status;
  reply.next = linked_query(response->header("Link").value_or(""), "next");
  reply.body = std::move(response->body);
  return reply;
}

}  // namespace rapport::mastodon
