#include "networks/bluesky/xrpc.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "networks/bluesky/json.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kMostWords = 300;
constexpr std::size_t kMostAnswer = 24U << 20U;       // a thread of several thousand posts
constexpr std::chrono::seconds kUploadPatience{120};  // a slow line and a large picture

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What somebody else's account or record answers when it is not there (any more).
constexpr std::array<std::string_view, 9> kGone = {
    "NotFound",      "RecordNotFound",  "RepoNotFound",     "RepoTakendown",     "RepoDeactivated",
    "RepoSuspended", "AccountTakedown", "AccountSuspended", "AccountDeactivated"};

// What a write costs: servers count more for what is heavier. Rapport creates with putRecord.
std::int64_t points_of(const Call& call) {
  if (call.nsid == "com.atproto.repo.putRecord") return 2;
  return 1;
}

// Every call counts for our address; writes and sign-ins for the account as well, files for the
// address once more.
std::vector<Draw> draws_of(const std::string& service, std::string_view account, const Call& call) {
  std::vector<Draw> draws{{service, 1}};
  switch (call.kind) {
    case CallKind::kRead:
      break;
    case CallKind::kWrite:
      // Muting is no write to a repository.
      if (call.nsid.starts_with("com.atproto.repo.")) {
        draws.push_back({(service + " write ").append(account), points_of(call)});
      }
      break;
    case CallKind::kUpload:
      draws.push_back({service + " upload", 1});
      break;
    case CallKind::kSession:
      draws.push_back({(service + " session ").append(account), 1});
      break;
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
  Error error{ErrorKind::kTooMany, "Bluesky asks us to slow down.", "rate limit", {}, {}};
  error.retry_after_seconds = seconds;
  return error;
}

// What we did not even ask.
Error must_wait(const Call& call, std::int64_t seconds) {
  Error error = too_many(seconds);
  error.cause = "rate limit, before asking";
  if (call.urgency == Urgency::kBackground) {
    error.message =
        "Most of what Bluesky lets us read for now is used, so we read more slowly and keep the "
        "rest "
        "for your answers. On again in " +
        in_time(seconds) + ".";
  } else {
    error.message =
        "Bluesky lets us do no more right now. This goes on by itself in " + in_time(seconds) + ".";
  }
  return error;
}

ErrorKind kind_of(CallKind call, int status, std::string_view name, std::string_view message) {
  if (status == 413) return ErrorKind::kInvalid;
  if (status >= 500 && status != 501) {
    return call == CallKind::kWrite ? ErrorKind::kUnknown : ErrorKind::kUnavailable;
  }
  if (status == 401) return ErrorKind::kUnauthorized;
  if (status == 403) return ErrorKind::kForbidden;
  if (status == 400) {
    if (is_one_of(name, kGone) || message.starts_with("Could not find repo") ||
        message == "Profile not found") {
      return ErrorKind::kNotFound;
    }
    return ErrorKind::kInvalid;
  }
  if (status == 404 && is_one_of(name, kGone)) return ErrorKind::kNotFound;
  // Anything else (a redirect, a method the server lacks) is not the protocol speaking.
  return ErrorKind::kUnavailable;
}

std::string words_of(ErrorKind kind, int status, std::string_view message) {
  if (kind == ErrorKind::kUnavailable || kind == ErrorKind::kUnknown) {
    return "Bluesky has trouble right now (" + std::to_string(status) + ").";
  }
  if (message.empty()) return "Bluesky refused this (" + std::to_string(status) + ").";
  std::string words(cut_graphemes(message, kMostWords));
  if (words.find_first_of(".!?", words.size() - 1) == std::string::npos) words += '.';
  return words;
}

}  // namespace

bool Refusal::is_token_trouble() const {
  if (name == "ExpiredToken" || name == "InvalidToken") return status == 400 || status == 401;
  return status == 401 && !is_one_of(name, kGone);
}

Refusal refusal_of(CallKind call, const HttpResponse& response, Time now) {
  std::string name;
  std::string message;
  if (!response.body.empty()) {
    (void)read_json(response.body, [&](Json json) -> Result<Done> {
      name = cut_bytes(text_at(json, "error"), 100);
      message = clean_utf8(text_at(json, "message"));
      return Done{};
    });
  }
  Refusal refusal;
  refusal.status = response.status;
  refusal.name = name;
  if (response.status == 429) {
    refusal.error = too_many(seconds_to_wait(response, now).value_or(60));
  } else {
    refusal.error.kind = kind_of(call, response.status, name, message);
    refusal.error.message = words_of(refusal.error.kind, response.status, message);
  }
  refusal.error.cause = "HTTP " + std::to_string(response.status) + " " + name + ": " +
                        std::string(cut_graphemes(message, kMostWords));
  return refusal;
}

Answer Xrpc::call(const std::string& service, std::string_view account, const Call& call) {
  const auto draws = draws_of(service, account, call);
  if (const auto wait = budget_.must_wait(draws, call.urgency)) {
    return tl::unexpected(Refusal{must_wait(call, *wait), 0, {}});
  }

  HttpRequest request;
  request.method = call.method;
  request.url = service + "/xrpc/" + std::string(call.nsid);
  char separator = '?';
  for (const auto& [name, value] : call.params) {
    request.url += separator;
    request.url.append(name) += '=';
    request.url += encode_url_value(value);
    separator = '&';
  }
  request.headers.push_back({"Accept", "application/json"});
  if (!call.token.empty()) request.headers.push_back({"Authorization", "Bearer " + call.token});
  if (!call.body.empty()) {
    request.headers.push_back(
        {"Content-Type", call.content_type.empty() ? "application/json" : call.content_type});
  }
  request.body = call.body;
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
  budget_.learn(draws, *response);
  if (response->status == 200) return std::move(response->body);
  return tl::unexpected(refusal_of(call.kind, *response, budget_.now()));
}

}  // namespace rapport::bluesky
