#include "networks/feed/fetch.h"

#include <algorithm>
#include <charconv>

#include "base/unicode.h"
#include "base/url.h"
#include "networks/feed/dates.h"
#include "networks/feed/document.h"
#include "networks/feed/parts.h"

namespace rapport::feed {
namespace {

constexpr int kMostHops = 6;
constexpr std::size_t kMostMark = 1000;  // bytes of an ETag worth keeping
constexpr std::string_view kAccept =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1";

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string header(const HttpResponse& response, std::string_view name) {
  return std::string(trim(response.header(name).value_or("")));
}

// A mark goes back in a header as it came, so it must be one line.
std::string mark(const HttpResponse& response, std::string_view name) {
  std::string value = header(response, name);
  const bool line = std::all_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) < 0x7F;
  });
  return line && value.size() <= kMostMark ? value : std::string();
}

std::optional<std::chrono::seconds> whole_seconds(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  (void)end;
  if (error != std::errc{} || seconds < 0) return std::nullopt;
  return std::chrono::seconds{std::min<std::int64_t>(seconds, 30LL * 24 * 3600)};
}

// Seconds, or a date.
std::optional<std::chrono::seconds> retry_after_of(const HttpResponse& response, Time now) {
  const std::string value = header(response, "Retry-After");
  if (value.empty()) return std::nullopt;
  if (value.find_first_not_of("0123456789") == std::string::npos) return whole_seconds(value);
  const auto date = parse_date(value);
  if (!date || *date <= now) return std::nullopt;
  return std::min(std::chrono::ceil<std::chrono::seconds>(*date - now),
                  std::chrono::seconds{std::chrono::days{30}});
}

}  // namespace

std::optional<std::chrono::seconds> max_age_of(std::string_view cache_control) {
  const std::string text = lower(cache_control);
  if (text.find("no-store") != std::string::npos || text.find("no-cache") != std::string::npos) {
    return std::nullopt;
  }
  std::size_t at = text.find("max-age");
  // "s-maxage" is for caches that many share.
  if (at == std::string::npos) return std::nullopt;
  at = text.find_first_not_of(" \t\"", at + 7);
  if (at == std::string::npos || text[at] != '=') return std::nullopt;
  at = text.find_first_not_of(" \t\"", at + 1);
  if (at == std::string::npos) return std::nullopt;
  return whole_seconds(std::string_view(text).substr(at));
}

Result<Fetched> fetch(Transport& transport, const Wanted& wanted, Time now) {
  const auto begun = std::chrono::steady_clock::now();
  Fetched out;
  std::string url = wanted.url;
  bool for_good = true;
  for (int hop = 0; hop < kMostHops; ++hop) {
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begun);
    if (spent >= wanted.patience) return unavailable("The feed's server did not answer in time.");
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept", std::string(kAccept)}};
    if (!wanted.etag.empty()) request.headers.push_back({"If-None-Match", wanted.etag});
    if (!wanted.modified.empty()) {
      request.headers.push_back({"If-Modified-Since", wanted.modified});
    }
    request.timeout = wanted.patience - spent;
    request.most_bytes = kMostDocument;
    request.cut = true;  // the newest items stand first
    request.plain_allowed = true;
    auto response = transport.send(request);
    if (!response) {
      Error error = std::move(response.error());
      error.kind = ErrorKind::kUnavailable;  // reading twice is harmless
      return fail(std::move(error));
    }

    if (is_redirect(response->status)) {
      const std::string next = absolute(header(*response, "Location"), url);
      if (next.empty()) return unavailable("The feed's server leads to an address that is none.");
      if (url.starts_with("https://") && !next.starts_with("https://")) {
        return unavailable(
            "The feed's server leads to an address without encryption, which "
            "Rapport does not follow.");
      }
      for_good = for_good && (response->status == 301 || response->status == 308);
      url = next.substr(0, next.find('#'));
      if (for_good) out.moved_to = url;
      continue;
    }

    out.status = response->status;
    out.url = url;
    out.content_type = header(*response, "Content-Type");
    out.etag = mark(*response, "ETag");
    out.modified = mark(*response, "Last-Modified");
    out.max_age = max_age_of(header(*response, "Cache-Control"));
    out.retry_after = retry_after_of(*response, now);
    if (response->status == 200) out.body = std::move(response->body);
    return out;
  }
  return unavailable("The feed's server leads from one address to the next without an end.");
}

}  // namespace rapport::feed
