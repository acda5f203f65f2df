#include "networks/bluesky/identity.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kMostDocumentBytes = 256U << 10U;
constexpr std::chrono::seconds kPatience{8};

// Names that no public domain can have, so that asking them would only wait.
bool is_reserved(std::string_view handle) {
  constexpr std::array<std::string_view, 8> kReserved = {
      ".test", ".localhost", ".local", ".invalid", ".example", ".internal", ".arpa", ".onion"};
  return std::any_of(kReserved.begin(), kReserved.end(),
                     [&](std::string_view end) { return handle.ends_with(end); });
}

HttpRequest get(std::string url) {
  HttpRequest request;
  request.url = std::move(url);
  request.timeout = kPatience;
  request.most_bytes = kMostDocumentBytes;
  return request;
}

Error as_read(Error error) {
  if (error.kind == ErrorKind::kUnknown) error.kind = ErrorKind::kUnavailable;
  return error;
}

tl::unexpected<Error> answered(std::string_view who, int status) {
  return unavailable(std::string(who) + " has trouble right now (" + std::to_string(status) + ").");
}

// did:web:example.com and did:web:localhost%3A2583; paths are not allowed in this protocol.
Result<std::string> web_document_url(std::string_view did) {
  std::string host(did.substr(std::string_view("did:web:").size()));
  if (const std::size_t colon = host.find("%3A"); colon != std::string::npos) {
    host.replace(colon, 3, ":");
  }
  const bool local = host == "localhost" || host.starts_with("localhost:");
  const auto url = parse_web_url((local ? "http://" : "https://") + host);
  if (!url || !url->path.empty() || std::count(host.begin(), host.end(), ':') > 1) {
    return invalid("This identity cannot be read: " + std::string(did) + ".", "handle");
  }
  return url->origin() + "/.well-known/did.json";
}

}  // namespace

IdentityResolver::IdentityResolver(Transport& transport, BlueskySettings settings)
    : transport_(transport), settings_(std::move(settings)) {}

Result<std::string> IdentityResolver::ask_domain(std::string_view handle) const {
  HttpRequest request = get("https://" + std::string(handle) + "/.well-known/atproto-did");
  request.timeout = std::chrono::seconds(5);
  request.most_bytes = 4096;
  auto response = transport_.send(request);
  if (!response) return fail(as_read(std::move(response.error())));
  const std::string_view did = trim(response->body);
  if (response->status != 200 || !is_did(did)) {
    return not_found("This domain names no Bluesky account.");
  }
  return std::string(did);
}

Result<std::string> IdentityResolver::ask_resolver(std::string_view handle) const {
  auto response = transport_.send(
      get(settings_.handle_resolver_url +
          "/xrpc/com.atproto.identity.resolveHandle?handle=" + encode_url_value(handle)));
  if (!response) return fail(as_read(std::move(response.error())));
  if (response->status == 400 || response->status == 404) {
    return not_found("There is no account @" + std::string(handle) + " on Bluesky.");
  }
  if (response->status != 200) return answered("Bluesky's directory of handles", response->status);
  return read_json(response->body, [](Json json) -> Result<std::string> {
    const std::string_view did = text_at(json, "did");
    if (!is_did(did)) return unavailable("The directory of handles sent no identity.");
    return std::string(did);
  });
}

Result<std::string> IdentityResolver::did_of(std::string_view handle) const {
  if (!is_handle(handle)) {
    return invalid("\"" + clean_utf8(cut_graphemes(handle, 80)) +
                       "\" is not a handle. It looks like name.bsky.social.",
                   "handle");
  }
  if (!is_reserved(handle)) {
    if (auto did = ask_domain(handle)) return did;
  }
  return ask_resolver(handle);
}

Result<Identity> IdentityResolver::identity_of(std::string_view did) const {
  std::string url;
  if (did.starts_with("did:plc:") && is_did(did)) {
    url = settings_.plc_url + "/" + std::string(did);
  } else if (did.starts_with("did:web:") && is_did(did)) {
    auto web = web_document_url(did);
    if (!web) return fail(std::move(web.error()));
    url = std::move(*web);
  } else {
    return invalid("This identity cannot be read: " + clean_utf8(cut_graphemes(did, 80)) + ".",
                   "handle");
  }
  auto response = transport_.send(get(url));
  if (!response) return fail(as_read(std::move(response.error())));
  if (response->status == 404 || response->status == 410) {
    return not_found("This account does not exist any more.");
  }
  if (response->status != 200) return answered("The directory of identities", response->status);
  auto identity = read_identity(response->body);
  if (!identity) return identity;
  if (identity->did != did) return unavailable("The directory sent another identity.");
  if (identity->service.empty()) return not_found("This account has no server any more.");
  return identity;
}

Result<Identity> IdentityResolver::identity_of_handle(std::string_view handle) const {
  auto did = did_of(handle);
  if (!did) return fail(std::move(did.error()));
  auto identity = identity_of(*did);
  if (!identity) return identity;
  if (identity->handle != handle) {
    return invalid("The account behind @" + std::string(handle) +
                       " does not go by that handle. Please check its spelling.",
                   "handle");
  }
  return identity;
}

Result<Identity> read_identity(const std::string& document) {
  return read_json(document, [](Json json) -> Result<Identity> {
    Identity identity;
    identity.did = text_at(json, "id");
    for (const Json alias : array_at(json, "alsoKnownAs")) {
      std::string_view text;
      if (alias.get(text) != simdjson::SUCCESS || !text.starts_with("at://")) continue;
      const std::string handle = tidy_handle(text);
      if (!is_handle(handle)) continue;
      identity.handle = handle;
      break;
    }
    for (const Json service : array_at(json, "service")) {
      const std::string_view id = text_at(service, "id");
      if (id != "#atproto_pds" && id != identity.did + "#atproto_pds") continue;
      if (const auto url = parse_web_url(text_at(service, "serviceEndpoint"))) {
        identity.service = url->origin();
        break;
      }
    }
    return identity;
  });
}

}  // namespace rapport::bluesky
