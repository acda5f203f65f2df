#include "app/client.h"

#include <curl/curl.h>

#include <memory>

#include "http/version.h"

namespace rapport {
namespace {

namespace json = boost::json;

std::size_t append(char* data, std::size_t size, std::size_t count, void* into) {
  static_cast<std::string*>(into)->append(data, size * count);
  return size * count;
}

ErrorKind kind_of(long status) {
  switch (status) {
    case 400:
    case 405:
      return ErrorKind::kInvalid;
    case 401:
      return ErrorKind::kUnauthorized;
    case 403:
      return ErrorKind::kForbidden;
    case 404:
      return ErrorKind::kNotFound;
    case 409:
      return ErrorKind::kConflict;
    case 413:
      return ErrorKind::kTooLarge;
    case 429:
      return ErrorKind::kTooMany;
    case 503:
      return ErrorKind::kUnavailable;
    default:
      return ErrorKind::kInternal;
  }
}

Error error_of(long status, const json::value& problem) {
  Error error;
  error.kind = kind_of(status);
  error.message = text_at(problem, "detail");
  error.field = text_at(problem, "field");
  error.cause = text_at(problem, "kind");
  if (error.message.empty()) {
    error.message = "The server answered " + std::to_string(status) + ".";
  }
  return error;
}

}  // namespace

Result<Client> Client::of(const Config& config) {
  if (config.token.empty()) {
    return fail(ErrorKind::kUnauthorized,
                "A personal token is needed: make one with `rapport token create` or in the "
                "settings, and give it as RAPPORT_TOKEN.");
  }
  return Client(config.server, config.token);
}

Result<json::value> Client::get(const std::string& path) const { return call(path, nullptr); }

Result<json::value> Client::post(const std::string& path, const json::value& body) const {
  const std::string text = json::serialize(body);
  return call(path, &text);
}

Result<json::value> Client::call(const std::string& path, const std::string* body) const {
  const auto answer = ask(path, body);
  if (!answer) return fail(answer.error());
  json::error_code error;
  json::value value =
      answer->body.empty() ? json::value(nullptr) : json::parse(answer->body, error);
  if (error) return unavailable("What answers at " + server_ + " is not Rapport.");
  if (answer->status >= 400) return fail(error_of(answer->status, value));
  return value;
}

Result<std::string> Client::get_text(const std::string& path) const {
  auto answer = ask(path, nullptr);
  if (!answer) return fail(std::move(answer.error()));
  if (answer->status < 400) return std::move(answer->body);
  json::error_code error;
  return fail(error_of(answer->status, json::parse(answer->body, error)));
}

Result<Client::Answered> Client::ask(const std::string& path, const std::string* body) const {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                 curl_easy_cleanup);
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(nullptr, curl_slist_free_all);
  const auto add_header = [&](const std::string& line) {
    headers.reset(curl_slist_append(headers.release(), line.c_str()));
  };
  add_header("Authorization: Bearer " + token_);
  add_header("Accept: application/json");
  std::string answer;
  const std::string url = server_ + path;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, ("rapport/" + std::string(kVersion)).c_str());
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 10L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  if (body) {
    add_header("Content-Type: application/json");
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body->data());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(body->size()));
  }
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK) {
    return unavailable("No server answers at " + server_ + " (" + curl_easy_strerror(code) +
                       "). Start one with `rapport serve`, or name another with --server.");
  }
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  return Answered{std::move(answer), status};
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

std::string text_at(const json::value& value, std::string_view field) {
  const auto* object = value.if_object();
  const auto* found = object ? object->if_contains(field) : nullptr;
  return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

}  // namespace rapport
