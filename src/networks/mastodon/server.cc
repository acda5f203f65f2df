#include "networks/mastodon/server.h"

#include <algorithm>

#include "base/url.h"
#include "base/utf8.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/names.h"

namespace rapport::mastodon {
namespace {

constexpr std::int64_t kQuotesSince = 7;  // of the Mastodon API's own versions
constexpr int kMostText = 1'000'000;

// A limit as a server told it, if it can be one.
int told(std::optional<std::int64_t> number, int usual, int most) {
  if (!number || *number < 0) return usual;
  return static_cast<int>(std::min<std::int64_t>(*number, most));
}

Limits limits_of(Json json) {
  Limits limits = usual_limits();
  // Pleroma tells the first two at the top.
  limits.text_max = told(number_at(json, "max_toot_chars"), limits.text_max, kMostText);
  limits.images_max = told(number_at(json, "max_media_attachments"), limits.images_max, 100);
  const auto configuration = member(json, "configuration");
  if (!configuration) return limits;
  if (const auto statuses = member(*configuration, "statuses")) {
    limits.text_max = told(number_at(*statuses, "max_characters"), limits.text_max, kMostText);
    limits.images_max = told(number_at(*statuses, "max_media_attachments"), limits.images_max, 100);
  }
  if (const auto media = member(*configuration, "media_attachments")) {
    if (const auto bytes = number_at(*media, "image_size_limit"); bytes && *bytes > 0) {
      limits.image_bytes_max = *bytes;
    }
  }
  if (limits.text_max == 0) limits.text_max = usual_limits().text_max;
  return limits;
}

std::size_t link_length_of(Json json) {
  constexpr int kUsual = 23;
  const auto configuration = member(json, "configuration");
  const auto statuses = configuration ? member(*configuration, "statuses") : std::optional<Json>();
  if (!statuses) return kUsual;
  return static_cast<std::size_t>(
      told(number_at(*statuses, "characters_reserved_per_url"), kUsual, 10'000));
}

Quoting quoting_of(Json json) {
  if (const auto versions = member(json, "api_versions")) {
    if (number_at(*versions, "mastodon").value_or(0) >= kQuotesSince) {
      return Quoting::kQuotedStatusId;
    }
  }
  // Pleroma and Akkoma list what they add; Hollo says what it is.
  if (const auto pleroma = member(json, "pleroma")) {
    if (const auto metadata = member(*pleroma, "metadata")) {
      for (const Json each : array_at(*metadata, "features")) {
        std::string_view feature;
        if (each.get(feature) == simdjson::SUCCESS && feature == "quote_posting") {
          return Quoting::kQuoteId;
        }
      }
    }
  }
  if (text_at(json, "source_url").find("/hollo") != std::string_view::npos) {
    return Quoting::kQuoteId;
  }
  return Quoting::kNone;
}

std::string streaming_of(Json json) {
  std::string_view url;
  if (const auto configuration = member(json, "configuration")) {
    if (const auto urls = member(*configuration, "urls")) url = text_at(*urls, "streaming");
  }
  if (url.empty()) {
    if (const auto urls = member(json, "urls")) url = text_at(*urls, "streaming_api");
  }
  return url.starts_with("wss://") || url.starts_with("ws://") ? clean_utf8(url) : std::string();
}

}  // namespace

Limits usual_limits() {
  return {.text_max = 500,
          .text_unit = TextUnit::kCharacters,
          .images_max = 4,
          .image_bytes_max = 10'000'000};
}

Result<Server> read_server(const std::string& body) {
  return read_json(body, [](Json json) -> Result<Server> {
    Server server;
    // The second calls its domain so, the first "uri", and some of those write a whole address.
    std::string domain(text_at(json, "domain"));
    if (domain.empty()) domain = text_at(json, "uri");
    if (const auto url = parse_web_url(domain)) domain = url->host;
    const auto host = parse_web_url("https://" + domain);
    if (domain.empty() || !host || !host->path.empty()) {
      return invalid("This address does not answer like a server of the Mastodon API.", "service");
    }
    server.domain = host_of(host->origin());
    server.title = clean_utf8(text_at(json, "title"));
    server.version = clean_utf8(text_at(json, "version"));
    server.limits = limits_of(json);
    server.link_length = link_length_of(json);
    server.quoting = quoting_of(json);
    server.streaming_url = streaming_of(json);
    return server;
  });
}

Result<Server> ask_server(const Api& api, const std::string& origin, Urgency urgency) {
  Call call;
  call.urgency = urgency;
  call.path = "/api/v2/instance";
  auto answer = api.call(origin, {}, call);
  if (answer) {
    if (auto server = read_server(answer->body)) return server;
  } else if (answer.error().status == 0 || answer.error().status == 429) {
    return fail(std::move(answer.error().error));
  }
  call.path = "/api/v1/instance";
  answer = api.call(origin, {}, call);
  if (!answer) {
    const int status = answer.error().status;
    const bool none = (status >= 300 && status < 500 && status != 429) || status == 501;
    if (none) {
      return invalid(
          host_of(origin) + " does not speak the Mastodon API. Which server holds your account?",
          "service");
    }
    return fail(std::move(answer.error().error));
  }
  auto server = read_server(answer->body);
  if (!server) {
    return invalid(
        host_of(origin) + " does not speak the Mastodon API. Which server holds your account?",
        "service");
  }
  return server;
}

SignInPlaces read_places(const std::string& body, const std::string& origin) {
  SignInPlaces places{origin + "/oauth/authorize", origin + "/oauth/token", false, {}};
  (void)read_json(body, [&](Json json) -> Result<Done> {
    // A person and our secret are sent there, so it has to be as safe as the server itself.
    const auto take = [&](std::string_view key, std::string& into) {
      const std::string url(text_at(json, key));
      const auto parsed = parse_web_url(url);
      const bool safe = parsed && (parsed->scheme == "https" || parsed->origin() == origin);
      if (safe && url.find('#') == std::string::npos) into = url;
    };
    take("authorization_endpoint", places.authorize_url);
    take("token_endpoint", places.token_url);
    for (const Json each : array_at(json, "code_challenge_methods_supported")) {
      std::string_view method;
      if (each.get(method) == simdjson::SUCCESS && method == "S256") places.pkce = true;
    }
    for (const Json each : array_at(json, "scopes_supported")) {
      std::string_view scope;
      if (each.get(scope) == simdjson::SUCCESS) places.scopes.emplace_back(scope);
    }
    return Done{};
  });
  return places;
}

SignInPlaces ask_places(const Api& api, const std::string& origin) {
  Call call;
  call.urgency = Urgency::kPerson;
  call.path = "/.well-known/oauth-authorization-server";
  const auto answer = api.call(origin, {}, call);
  return read_places(answer ? answer->body : std::string("{}"), origin);
}

}  // namespace rapport::mastodon
